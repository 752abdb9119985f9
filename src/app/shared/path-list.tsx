import { messages } from '../messages';
import styles from './path-list.module.css';
import text from './text.module.css';

/** More would be no help. */
const SHOWN_PATHS = 50;

/** Paths behind their title, the first of them. */
export function PathList({ title, paths }: { readonly title: string; readonly paths: readonly string[] }) {
  const shown = paths.slice(0, SHOWN_PATHS);
  return (
    <details>
      <summary>{title}</summary>
      {paths.length > shown.length && (
        <p className={text.hint}>{messages.common.firstOf(shown.length, paths.length)}</p>
      )}
      <ul className={styles.list}>
        {shown.map((path) => (
          <li key={path}>
            <bdi className={text.mono} translate="no">
              {path}
            </bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
