import type { Virtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { offsetToShow } from './offset-to-show';

interface ShowRow {
  /** Scrolls as little as shows a row whole. */
  readonly showRow: (row: number) => void;
  /** Scrolling was told of: where the list stands is known again. */
  readonly onScrolled: () => void;
}

/** Brings rows into view that a key goes to: before they are drawn, when the browser need not lay anything out for it. */
export function useShowRow(
  scroller: HTMLElement | null,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  edges: { readonly above: number; readonly below: number },
): ShowRow {
  // Keys come faster than the browser tells of scrolling.
  const written = useRef<number | null>(null);
  return {
    showRow(row) {
      const place = virtualizer.measurementsCache[row];
      const height = virtualizer.scrollRect?.height;
      if (scroller === null || place === undefined || height === undefined) return;
      const offset = written.current ?? virtualizer.scrollOffset ?? 0;
      const wanted = offsetToShow(place, { offset, height, length: virtualizer.getTotalSize(), ...edges });
      if (wanted === null) return;
      virtualizer.cancelScroll();
      scroller.scrollTo(scroller.scrollLeft, wanted);
      written.current = wanted;
    },
    onScrolled() {
      written.current = null;
    },
  };
}
