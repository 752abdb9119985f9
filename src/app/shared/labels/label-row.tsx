import { Check, Star } from 'lucide-react';
import { messages } from '../../messages';
import { labelMessages } from '../../messages/label-messages';
import { classNames } from '../class-names';
import { Icon } from '../icon';
import { labelName } from '../images/image-words';
import { KindMark } from '../images/kind-mark';
import { readLabel } from '../images/read-label';
import { Keys } from '../keys';
import text from '../text.module.css';
import { taxonomicPath, type LabelChoice } from './label-choices';
import styles from './label-row.module.css';

export interface LabelRowProps {
  readonly choice: LabelChoice;
  readonly isCurrent: boolean;
  /** With the pointer; the key for it is the field's. */
  readonly onPin: () => void;
}

/** A label with its place in the taxonomy: mark, names, path, and the digit that chooses it. */
export function LabelRow({ choice: { label, digit, isFavourite }, isCurrent, onPin }: LabelRowProps) {
  const { picker } = labelMessages;
  const words = readLabel(label);
  const name = labelName(words.kind, words);
  const scientificName = words.ownId === null && words.scientificName !== name ? words.scientificName : '';
  const path = taxonomicPath(label);
  const states = [
    isCurrent ? picker.current : null,
    isFavourite ? picker.pinned : null,
    words.ownId === null ? null : picker.own,
    digit === null ? null : picker.digit(digit),
  ].filter((state) => state !== null);
  return (
    <>
      <KindMark kind={words.kind} />
      <span className={styles.words}>
        <span className={styles.names}>
          <bdi>{name}</bdi> {scientificName !== '' && <i className={text.scientific}>{scientificName}</i>}
          {isCurrent && <Icon of={Check} size={14} />}
        </span>
        {path !== '' && <span className={styles.path}>{path}</span>}
        {states.length > 0 && <span className={text.visuallyHidden}>, {states.join(', ')}</span>}
      </span>
      {words.level !== null && words.level !== 'species' && words.level !== 'kingdom' && words.ownId === null && (
        <span className={styles.level}>{messages.images.levels[words.level]}</span>
      )}
      {digit !== null && <Keys combination={String(digit)} />}
      <span
        aria-hidden
        title={isFavourite ? picker.unpin(name) : picker.pin(name)}
        className={classNames(styles.star, isFavourite && styles.pinned)}
        onClick={(event) => {
          event.stopPropagation();
          onPin();
        }}
        onMouseUp={(event) => event.stopPropagation()}
        onPointerDown={(event) => event.preventDefault()}
      >
        <Icon of={Star} />
      </span>
    </>
  );
}
