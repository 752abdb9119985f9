import type { LucideIcon } from 'lucide-react';

export interface IconProps {
  readonly of: LucideIcon;
  /** 14 in strips, 16 in controls, 20 for titles. */
  readonly size?: 12 | 14 | 16 | 20 | 26;
  readonly className?: string | undefined;
}

/** One stroke width for every icon. It is decoration: the words or the name stand beside it. */
export function Icon({ of: Drawing, size = 16, className }: IconProps) {
  return (
    <Drawing size={size} strokeWidth={size === 12 ? 3 : 1.75} className={className} aria-hidden focusable={false} />
  );
}
