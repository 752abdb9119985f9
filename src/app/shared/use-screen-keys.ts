import { useEffect, useEffectEvent } from 'react';

/**
 * Keys of a whole screen. They act only when nothing that takes text or has keys of its own has the focus, when no
 * dialog or list is open, and without Ctrl, Alt or Meta. `act` answers whether it used the key.
 */
export function useScreenKeys(act: (key: string, event: KeyboardEvent) => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTakenBy(event.target, event.key))
      return;
    if (act(event.key, event)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

const OWN_KEYS =
  'input, textarea, select, [contenteditable], [role="slider"], [role="radio"], [role="combobox"], [role="listbox"], [role="menu"], [role="dialog"], [role="alertdialog"]';

/** Space and Enter belong to the control that has the focus. */
export function isTakenBy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return true;
  if (target.closest(OWN_KEYS) !== null) return true;
  return (
    (key === ' ' || key === 'Enter') &&
    target.closest('button, a, summary, [role="checkbox"], [role="switch"]') !== null
  );
}
