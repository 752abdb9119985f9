import { useEffect, useState } from 'react';
import type { WindowRect } from './tour-place';

/** Where the part of the screen with this name is right now; null = it is not on the screen. */
export function useTargetRect(name: string): WindowRect | null {
  const [found, setFound] = useState<{ readonly of: string; readonly rect: WindowRect } | null>(null);
  useEffect(() => {
    const element = targetOf(name);
    if (element === null) return;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const measure = () => {
      const { left, top, width, height } = element.getBoundingClientRect();
      setFound({ of: name, rect: { left, top, width, height } });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(document.documentElement);
    document.addEventListener('scroll', measure, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('scroll', measure, { capture: true });
    };
  }, [name]);
  return found?.of === name ? found.rect : null;
}

/** On a phone other parts are shown than on a wide screen: the one that is there. */
function targetOf(name: string): Element | null {
  return (
    [...document.querySelectorAll(`[data-tour~="${name}"]`)].find((element) => element.getClientRects().length > 0) ??
    null
  );
}
