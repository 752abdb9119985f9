import { useEffect, useState, type RefCallback } from 'react';

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element, followed as it changes; null until it has been laid out. */
export function useElementSize<Kind extends HTMLElement>(): readonly [RefCallback<Kind>, ElementSize | null] {
  const [element, setElement] = useState<Kind | null>(null);
  const [size, setSize] = useState<ElementSize | null>(null);
  useEffect(() => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, size];
}
