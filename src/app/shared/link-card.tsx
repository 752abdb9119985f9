import { ChevronRight, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { Icon } from './icon';
import styles from './link-card.module.css';

export interface LinkCardProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly says: string;
  readonly to: string;
  /** What it holds right now, in one line; null or absent = nothing to tell. */
  readonly state?: string | null | undefined;
}

/** One way to go on: the whole card leads there. */
export function LinkCard({ icon, title, says, to, state = null }: LinkCardProps) {
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
