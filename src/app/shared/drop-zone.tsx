import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './drop-zone.module.css';
import { Icon } from './icon';
import { useIsDraggingFiles } from './window-drag';

export interface DropZoneProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: ReactNode;
  /** Buttons that do the same: dropping is never the only way. */
  readonly actions: ReactNode;
  /** Title while files hang over the window. */
  readonly dragTitle: string;
  /** In a narrow column: everything below each other. */
  readonly isStacked?: boolean;
}

/** Shows where to drop. The whole window takes the drop (see the shell), so there is no handler here. */
export function DropZone({ icon, title, text, actions, dragTitle, isStacked = false }: DropZoneProps) {
  const isDragging = useIsDraggingFiles();
  return (
    <section
      aria-label={title}
      className={classNames(styles.zone, isStacked && styles.stacked, isDragging && styles.dragging)}
    >
      <span className={styles.icon}>
        <Icon of={icon} size={isStacked ? 20 : 26} />
      </span>
      <div className={styles.words}>
        <h2 className={styles.title}>{isDragging ? dragTitle : title}</h2>
        <p className={styles.text}>{text}</p>
      </div>
      <div className={styles.actions}>{actions}</div>
    </section>
  );
}
