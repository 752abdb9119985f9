import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Icon } from '../../shared/icon';
import styles from './filter-section.module.css';

export interface FilterSectionProps {
  readonly title: string;
  /** At the end of its title: what is chosen. */
  readonly aside?: ReactNode;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** One part of the filter behind its title; what is closed is not drawn. */
export function FilterSection({ title, aside, isOpenAtFirst = false, children }: FilterSectionProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details className={styles.section} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <span className={styles.turn}>
          <Icon of={ChevronRight} size={14} />
        </span>
        <h2 className={styles.title}>{title}</h2>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </summary>
      {isOpen && <div className={styles.body}>{children}</div>}
    </details>
  );
}
