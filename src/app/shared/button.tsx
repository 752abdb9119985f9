import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';
import { classNames } from './class-names';
import { Icon } from './icon';
import { Keys } from './keys';

export interface ButtonLook {
  /** One primary (filled) button per screen. */
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal' | 'large';
  readonly icon?: LucideIcon | undefined;
  /** Shown as a key cap behind the words. */
  readonly shortcut?: string | undefined;
  /** An icon without words: square. Give a name with aria-label; better use IconButton. */
  readonly isSquare?: boolean;
}

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  /** Words while the act is going on ("Saving"). The button keeps its width and takes no clicks. */
  readonly busyLabel?: string | null;
}

export function Button({
  variant,
  size,
  icon,
  shortcut,
  isSquare,
  busyLabel = null,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const isBusy = busyLabel !== null;
  return (
    <button
      type="button"
      {...rest}
      onClick={isBusy ? undefined : onClick}
      aria-disabled={isBusy || rest['aria-disabled'] || undefined}
      aria-busy={isBusy || undefined}
      className={classNames(lookOf({ variant, size, isSquare }), className)}
    >
      {icon !== undefined && <Icon of={icon} />}
      <span className={styles.words}>
        <span className={isBusy ? styles.hidden : undefined}>{children}</span>
        {isBusy && <span>{busyLabel}</span>}
      </span>
      {shortcut !== undefined && <Keys combination={shortcut} />}
    </button>
  );
}

export interface LinkButtonProps extends ButtonLook {
  /** An address of `routes`. */
  readonly to: string;
  readonly children: React.ReactNode;
  readonly className?: string | undefined;
  readonly 'aria-label'?: string | undefined;
}

/** Looks like a button and is a link: it leads somewhere and can be opened in a new tab. */
export function LinkButton({ to, variant, size, icon, isSquare, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link to={to} {...rest} className={classNames(lookOf({ variant, size, isSquare }), className)}>
      {icon !== undefined && <Icon of={icon} />}
      {children}
    </Link>
  );
}

interface Look {
  readonly variant: ButtonLook['variant'] | undefined;
  readonly size: ButtonLook['size'] | undefined;
  readonly isSquare: boolean | undefined;
}

function lookOf({ variant = 'plain', size = 'normal', isSquare = false }: Look): string {
  return classNames(styles.button, styles[variant], styles[size], isSquare && styles.square);
}
