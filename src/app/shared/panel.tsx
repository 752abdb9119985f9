import type { LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './panel.module.css';

export interface PanelProps {
  readonly title: string;
  readonly icon?: LucideIcon | undefined;
  /** Right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'danger';
  /** Larger title and more air, for panels of a main column. */
  readonly isRoomy?: boolean;
  readonly className?: string | undefined;
}

/** A surface with a title and a hairline. No panel inside a panel. */
export function Panel({ title, icon, aside, children, tone = 'plain', isRoomy = false, className }: PanelProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className={classNames(styles.panel, isRoomy && styles.roomy, tone === 'danger' && styles.danger, className)}
    >
      <header className={styles.head}>
        {icon !== undefined && <Icon of={icon} size={isRoomy ? 20 : 16} />}
        <h2 id={titleId} className={isRoomy ? undefined : styles.smallTitle}>
          {title}
        </h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}
