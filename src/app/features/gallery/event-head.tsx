import { ListFilter } from 'lucide-react';
import { messages } from '../../messages';
import { eventNames, type EventName } from '../../shared/gallery/event-names';
import type { GalleryList } from '../../shared/gallery/gallery-list';
import { namesAt } from '../../shared/gallery/image-index';
import { IconButton } from '../../shared/icon-button';
import type { ImageFilter } from '../../shared/images/image-filter';
import type { ImageNames } from '../../shared/images/image-answer';
import { imageName } from '../../shared/images/image-words';
import { KindMark } from '../../shared/images/kind-mark';
import styles from './event-head.module.css';
import { eventWords, onlyGroup } from './group-of';

export interface EventHeadProps {
  readonly list: GalleryList;
  readonly row: number;
  readonly hasFocus: boolean;
  readonly onOnly: (part: Partial<ImageFilter>) => void;
}

/** Names beside the event's own one. */
const MOST_OTHERS = 3;

/** What the event shows and how often, how many images it has, and when and where it was. */
export function EventHead({ list, row, hasFocus, onOnly }: EventHeadProps) {
  const { index, items } = list;
  const { galleryList } = messages;
  const { event, start, end } = items.rows![row]!;
  const called = [...items.images.slice(start, end)].map((image) => namesAt(index, image));
  const [main, ...others] = eventNames(called);
  const place = eventWords(index, event);
  const only = onlyGroup(index, 'event', event);
  return (
    <div role="rowheader" className={styles.head}>
      {main !== undefined && (
        <>
          <KindMark kind={main.example.kind} size={14} />
          <strong className={styles.name}>{nameTimes(main)}</strong>
        </>
      )}
      {others.length > 0 && (
        <span className={styles.others}>{others.slice(0, MOST_OTHERS).map(nameTimes).join(', ')}</span>
      )}
      <span className={styles.facts}>
        <span>{galleryList.images(end - start)}</span>
        <span className={styles.place}>{place}</span>
      </span>
      {only !== null && (
        <IconButton
          icon={ListFilter}
          size="small"
          label={galleryList.onlyThisNamed(place)}
          tabIndex={hasFocus ? 0 : -1}
          onClick={() => onOnly(only)}
        />
      )}
    </div>
  );
}

function nameTimes({ example, count }: EventName<ImageNames>): string {
  return messages.galleryList.nameTimes(imageName(example), count);
}
