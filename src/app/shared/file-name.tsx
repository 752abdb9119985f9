import { classNames } from './class-names';
import styles from './file-name.module.css';
import { graphemesOf } from './format/graphemes';

export interface FileNameProps {
  /** A file name, path, camera name or drive: shown as it is, never translated or re-cased. */
  readonly name: string;
  readonly className?: string | undefined;
}

/** Letters at the end that stay when there is no room: a number and its ending. */
const TAIL = 14;

/** Shortened in the middle by the room there is; isolated, so that right-to-left names keep their order. */
export function FileName({ name, className }: FileNameProps) {
  const letters = graphemesOf(name);
  const tail = letters.length > TAIL * 1.5 ? letters.slice(-TAIL).join('') : '';
  const head = tail === '' ? name : letters.slice(0, -TAIL).join('');
  return (
    <bdi className={classNames(styles.name, className)} title={name} translate="no">
      <span className={styles.head}>{head}</span>
      {tail !== '' && <span className={styles.tail}>{tail}</span>}
    </bdi>
  );
}
