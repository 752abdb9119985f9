import { useId, type ReactNode } from 'react';
import styles from './setting-row.module.css';

export interface SettingRowProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** The control; it gets its own name, the same words. */
  readonly children: ReactNode;
}

/** Words at the start, the control at the end; below each other when it is narrow. */
export function SettingRow({ label, hint, children }: SettingRowProps) {
  const hintId = useId();
  return (
    <div
      className={styles.row}
      role="group"
      aria-label={label}
      aria-describedby={hint === undefined ? undefined : hintId}
    >
      <div className={styles.words}>
        <span className={styles.label}>{label}</span>
        {hint !== undefined && (
          <span id={hintId} className={styles.hint}>
            {hint}
          </span>
        )}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  );
}
