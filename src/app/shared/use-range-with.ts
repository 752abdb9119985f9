import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback } from 'react';

/** The rows to draw: those on the screen and the one that has the keyboard, which must not lose it by scrolling. */
export function useRangeWith(activeRow: number): (range: Range) => number[] {
  return useCallback(
    (range: Range) => {
      const rows = defaultRangeExtractor(range);
      return rows.includes(activeRow) ? rows : [...rows, activeRow].sort((a, b) => a - b);
    },
    [activeRow],
  );
}
