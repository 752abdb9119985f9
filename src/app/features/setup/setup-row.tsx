import { useId, type ReactNode } from 'react';
import styles from './setup-row.module.css';

export interface SetupRowProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** One question of the panel: its name at the left, the choice and what it means at the right. */
export function SetupRow({ title, hint, children }: SetupRowProps) {
  const id = useId();
  return (
    <section className={styles.row} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <div className={styles.content}>
        {children}
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      </div>
    </section>
  );
}
