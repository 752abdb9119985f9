import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { messages } from '../messages';
import { Button } from './button';
import { classNames } from './class-names';
import styles from './dialog.module.css';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** A question that names the thing: "Remove SpeciesNet 4.0.2a?" */
  readonly title: string;
  /** What it means for the data. */
  readonly children: ReactNode;
  /** A verb: "Remove". */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly tone?: 'plain' | 'danger';
}

/** For what can't be undone. The focus begins on the harmless button. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, children, confirmLabel, onConfirm, tone = 'danger' } = props;
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup className={classNames(styles.popup, styles.small)}>
            <header className={styles.head}>
              <Base.Title className={styles.title}>{title}</Base.Title>
            </header>
            <Base.Description className={styles.body} render={<div />}>
              {children}
            </Base.Description>
            <footer className={styles.foot}>
              <Base.Close render={<Button>{messages.common.cancel}</Button>} />
              <Button
                variant={tone === 'danger' ? 'danger' : 'primary'}
                onClick={() => {
                  onConfirm();
                  onClose();
                }}
              >
                {confirmLabel}
              </Button>
            </footer>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
