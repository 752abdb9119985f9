import styles from './keys.module.css';

/** Key caps: `Ctrl+K` gives two. For the eye; the control itself carries aria-keyshortcuts or its name. */
export function Keys({ combination }: { readonly combination: string }) {
  return (
    <span className={styles.keys} aria-hidden>
      {combination.split(/(?<=.)\+/).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
