import { BadgeCheck, ChevronDown, ChevronRight, CopyCheck, ListFilter } from 'lucide-react';
import { messages } from '../../messages';
import { reviewFlowMessages } from '../../messages/review-flow-messages';
import { FileName } from '../../shared/file-name';
import type { GalleryList } from '../../shared/gallery/gallery-list';
import { classNames } from '../../shared/class-names';
import { Icon } from '../../shared/icon';
import { IconButton } from '../../shared/icon-button';
import type { ImageFilter } from '../../shared/images/image-filter';
import { KindMark } from '../../shared/images/kind-mark';
import text from '../../shared/text.module.css';
import styles from './group-header.module.css';
import { groupWords, onlyGroup } from './group-of';

export interface GroupHeaderProps {
  readonly list: GalleryList;
  readonly group: number;
  readonly columns: number;
  readonly isOpen: boolean;
  readonly hasFocus: boolean;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onSelect: (filepaths: readonly string[]) => void;
  readonly onOnly: (part: Partial<ImageFilter>) => void;
  /** Confirms what is left of the group. */
  readonly onConfirm: () => void;
}

/** What a group is about, how much is in it, and the way to it alone. It stays on the screen while its tiles do. */
export function GroupHeader(props: GroupHeaderProps) {
  const { list, group, columns, isOpen, hasFocus, onFocus, onToggle, onSelect, onOnly, onConfirm } = props;
  const { index, items, question } = list;
  // More of the group may be among images that are not here yet.
  const { isPart } = question;
  const { galleryList } = messages;
  const { value, start, end, images } = items.groups[group]!;
  const grouping = items.grouping ?? 'event';
  const { name, kind, isPath } = groupWords(index, grouping, value, items.images[start]!);
  const count = items.boxes === null ? galleryList.images(images) : galleryList.imagesOfAnimals(end - start, images);
  const only = onlyGroup(index, grouping, value);
  const pathsOfGroup = () => Array.from(items.images.slice(start, end), (image) => index.images[image]!.filepath);
  return (
    <div className={styles.header}>
      <div
        role="rowheader"
        aria-colspan={columns}
        aria-expanded={isOpen}
        aria-label={galleryList.header(name, count)}
        data-stop={`h${group}`}
        tabIndex={hasFocus ? 0 : -1}
        className={styles.toggle}
        onFocus={onFocus}
        onClick={onToggle}
      >
        <Icon of={isOpen ? ChevronDown : ChevronRight} />
        {kind !== null && <KindMark kind={kind} />}
        {isPath ? (
          <FileName name={name} className={styles.name} />
        ) : (
          <span className={classNames(styles.name, text.ellipsis)}>{name}</span>
        )}
        <span className={styles.count}>{count}</span>
      </div>
      <div role="gridcell">
        <IconButton
          icon={BadgeCheck}
          size="small"
          label={reviewFlowMessages.confirmGroupNamed(name)}
          shortcut="Shift+C"
          tabIndex={hasFocus ? 0 : -1}
          aria-disabled={isPart || undefined}
          onClick={isPart ? undefined : onConfirm}
        />
      </div>
      <div role="gridcell">
        <IconButton
          icon={CopyCheck}
          size="small"
          label={messages.review.selection.select(name)}
          tabIndex={hasFocus ? 0 : -1}
          aria-disabled={isPart || undefined}
          onClick={isPart ? undefined : () => onSelect([...new Set(pathsOfGroup())])}
        />
      </div>
      {only !== null && (
        <div role="gridcell">
          <IconButton
            icon={ListFilter}
            size="small"
            label={galleryList.onlyThisNamed(name)}
            tabIndex={hasFocus ? 0 : -1}
            onClick={() => onOnly(only)}
          />
        </div>
      )}
    </div>
  );
}
