import { Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { messages } from '../messages';
import { Button } from '../shared/button';
import { IconButton } from '../shared/icon-button';
import type { Toast } from '../state/app-state';
import { useActions, useAppState } from '../state/app-store';
import styles from './toast-bar.module.css';

const SHOWN_MS = 8000;

/** One at a time, lower left; it stays while it is hovered or has the focus. The region is there before the words come. */
export function ToastBar() {
  const toast = useAppState((state) => state.toast);
  return (
    <div role="status" className={styles.region}>
      {toast !== null && <ToastCard key={toast.id} toast={toast} />}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const actions = useActions();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => actions.dismissToast(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, actions]);
  const { undo } = toast;
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className={styles.words}>{messages.shell.toasts[toast.code](toast.details)}</p>
      {undo !== null && (
        <Button
          size="small"
          icon={Undo2}
          onClick={() => {
            undo();
            actions.dismissToast();
          }}
        >
          {messages.common.undo}
        </Button>
      )}
      <IconButton icon={X} size="small" label={messages.common.dismiss} onClick={() => actions.dismissToast()} />
    </div>
  );
}
