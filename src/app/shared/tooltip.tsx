import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Keys } from './keys';
import styles from './tooltip.module.css';

export interface TooltipProps {
  readonly label: ReactNode;
  readonly shortcut?: string | undefined;
  /** The control it explains: one focusable element that takes props and a ref. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** Extra words on hover and focus. Never the only place of something needed: touch has no hover. */
export function Tooltip({ label, shortcut, children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className={styles.positioner}>
          <Base.Popup className={styles.popup}>
            {label}
            {shortcut !== undefined && <Keys combination={shortcut} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
