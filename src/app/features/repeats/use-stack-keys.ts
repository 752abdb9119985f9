import { useEffect, useEffectEvent } from 'react';

const TAKES_KEYS =
  'input, textarea, select, [contenteditable], [role="slider"], [role="radio"], [role="combobox"], [role="listbox"], [role="menu"]';

/**
 * Keys of the stacks, in the list and in the dialog over it: they act unless something that takes text or has keys of its own
 * has the focus. `act` is told the key in lower case, "undo" or "redo", and answers whether it used it.
 */
export function useStackKeys(act: (key: string) => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(TAKES_KEYS) !== null) return;
    const key = keyOf(event);
    if (key !== null && act(key)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function keyOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string | null {
  const small = key.toLowerCase();
  if (!ctrlKey && !metaKey) return small;
  if (small === 'z') return shiftKey ? 'redo' : 'undo';
  return small === 'y' && !shiftKey ? 'redo' : null;
}
