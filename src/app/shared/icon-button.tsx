import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button, type ButtonLook } from './button';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  readonly icon: LucideIcon;
  /** Its name for screen readers, and its tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly variant?: ButtonLook['variant'];
  readonly size?: ButtonLook['size'];
}

/** An icon without words: only for well-known acts (close, undo, zoom). */
export function IconButton({ icon, label, shortcut, variant = 'quiet', size = 'normal', ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <Button {...rest} icon={icon} variant={variant} size={size} isSquare aria-label={label} />
    </Tooltip>
  );
}
