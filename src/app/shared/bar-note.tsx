import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './bar-note.module.css';
import { classNames } from './class-names';
import { Icon } from './icon';

export interface BarNoteProps {
  readonly icon: LucideIcon;
  readonly tone?: 'quiet' | 'warn';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** One line across a screen that says what state the survey is in, with the next step at its end. */
export function BarNote({ icon, tone = 'quiet', children, action }: BarNoteProps) {
  return (
    <div className={classNames(styles.note, tone === 'warn' && styles.warn)}>
      <Icon of={icon} />
      <p className={styles.words}>{children}</p>
      {action}
    </div>
  );
}
