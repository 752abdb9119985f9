import { Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './error-notice.module.css';
import quiet from './note.module.css';
import { Icon } from './icon';

export interface NoteProps {
  readonly tone?: 'quiet' | 'warn';
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

/** A remark inside a panel: something to know, with the next step in its words. Errors use ErrorNotice. */
export function Note({ tone = 'quiet', icon, children }: NoteProps) {
  return (
    <div className={classNames(styles.notice, tone === 'warn' ? styles.warn : quiet.quiet)}>
      <Icon of={icon ?? (tone === 'warn' ? TriangleAlert : Info)} />
      <div className={styles.words}>{children}</div>
    </div>
  );
}
