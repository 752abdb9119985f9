import { useRef } from 'react';
import { areOverlapping, type Rectangle } from '../../shared/review/lasso';
import { useLasso } from '../../shared/review/use-lasso';
import type { TileSelection } from '../../shared/review/use-tile-selection';

/** The lasso of the gallery, as it is drawn in the list; null = none is. Tiles that it scrolled past stay in it. */
export function useGalleryLasso(
  scroller: HTMLElement | null,
  selection: Pick<TileSelection, 'filepaths' | 'replace'>,
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | null {
  const seen = useRef<Map<string, Rectangle> | null>(null);
  const before = useRef<ReadonlySet<string>>(new Set());
  const rectangle = useLasso(scroller, (drawn, isAdded, isFirst) => {
    if (scroller === null) return;
    if (isFirst || seen.current === null) {
      seen.current = new Map();
      before.current = isAdded ? selection.filepaths : new Set();
    }
    noteTiles(scroller, seen.current);
    const inside = [...seen.current].filter(([, tile]) => areOverlapping(tile, drawn)).map(([filepath]) => filepath);
    selection.replace([...before.current, ...inside]);
  });
  if (rectangle === null || scroller === null) return null;
  const padding = Number.parseFloat(getComputedStyle(scroller).paddingInlineStart);
  const { left, top, right, bottom } = rectangle;
  return { left: left - padding, top, width: right - left, height: bottom - top };
}

/** Where the tiles lie that are drawn right now, in the coordinates of what is scrolled. */
function noteTiles(scroller: HTMLElement, tiles: Map<string, Rectangle>): void {
  const frame = scroller.getBoundingClientRect();
  const [dx, dy] = [scroller.scrollLeft - frame.left, scroller.scrollTop - frame.top];
  for (const tile of scroller.querySelectorAll<HTMLElement>('[data-path]')) {
    const { left, top, right, bottom } = tile.getBoundingClientRect();
    const place = { left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy };
    tiles.set(tile.dataset['path']!, place);
  }
}
