import { ChevronRight, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { Icon } from '../../shared/icon';
import styles from './refine-card.module.css';

export interface RefineCardProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly says: string;
  readonly to: string;
  /** What it holds right now, in one line; null or absent = nothing to tell. */
  readonly state?: string | null | undefined;
}

/** One way to refine results: the whole card leads there. */
export function RefineCard({ icon, title, says, to, state = null }: RefineCardProps) {
  return (
    <Link to={to} className={styles.card}>
      <Icon of={icon} size={20} />
      <span className={styles.text}>
        <strong>{title}</strong>
        <span>{says}</span>
        {state !== null && state !== '' && <span className={styles.state}>{state}</span>}
      </span>
      <Icon of={ChevronRight} size={16} />
    </Link>
  );
}
