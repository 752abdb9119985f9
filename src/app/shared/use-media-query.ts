import { useCallback, useSyncExternalStore } from 'react';

/** Below it two tiles stand in a row and filters have a page of their own. */
export const PHONE = '(max-width: 639px)';

/** Below it filters and inspector leave the side of the screen. */
export const NARROW = '(max-width: 1023px)';

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = globalThis.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => globalThis.matchMedia(query).matches);
}
