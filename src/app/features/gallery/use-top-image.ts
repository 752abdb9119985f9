import { useCallback, useEffect, useEffectEvent, useRef } from 'react';

/** Rest after which a place that was scrolled to counts as one. */
const REST_MS = 200;

/** Calls back with the scroll position when scrolling has come to rest. */
export function useTopImage(onRest: (scrollTop: number) => void): (scrollTop: number) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const rest = useEffectEvent(onRest);
  const at = useRef(0);
  const restNow = useRef<() => void>(() => undefined);
  useEffect(() => {
    restNow.current = () => rest(at.current);
    return () => {
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, []);
  return useCallback((scrollTop: number) => {
    at.current = scrollTop;
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => restNow.current(), REST_MS);
  }, []);
}
