import { Link } from 'wouter';
import { formatNumber } from '../shared/format/number-format';
import styles from './nav-tab.module.css';

export interface NavTabProps {
  readonly to: string;
  readonly label: string;
  readonly isCurrent: boolean;
  readonly count?: number | null;
}

export function NavTab({ to, label, isCurrent, count = null }: NavTabProps) {
  return (
    <Link to={to} className={styles.tab} aria-current={isCurrent ? 'page' : undefined}>
      {label}
      {count !== null && <span className={styles.count}>{formatNumber(count)}</span>}
    </Link>
  );
}
