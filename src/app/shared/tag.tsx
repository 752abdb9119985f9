import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './tag.module.css';

export interface TagProps {
  readonly tone?: 'quiet' | 'success' | 'warn' | 'danger';
  readonly icon?: LucideIcon | undefined;
  readonly children: ReactNode;
}

/** A state in one or two words. The icon and the words carry it; the tint only helps. */
export function Tag({ tone = 'quiet', icon, children }: TagProps) {
  return (
    <span className={classNames(styles.tag, styles[tone])}>
      {icon !== undefined && <Icon of={icon} size={14} />}
      {children}
    </span>
  );
}
