import { useEffect, useRef } from 'react';

/** "?" opens the list, unless a text is being written. */
export function useKeysShortcut(onShow: () => void) {
  const latest = useRef(onShow);
  useEffect(() => {
    latest.current = onShow;
  }, [onShow]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}
