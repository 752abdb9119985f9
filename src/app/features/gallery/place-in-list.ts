import type { GalleryList } from '../../shared/gallery/gallery-list';
import type { ListLayout } from './list-layout';

/** The first tile of an image by its path; `otherwise` when it has none. */
export function firstTileOf({ index, items }: GalleryList, filepath: string | null, otherwise = 0): number {
  if (filepath === null) return otherwise;
  const image = index.numberOf.get(filepath);
  const tile = image === undefined ? -1 : items.images.indexOf(image);
  return tile === -1 ? otherwise : tile;
}

/**
 * The first tile of the first row that is not above `from`, px from the beginning of the list; at the end of a list whose last row is
 * taller than the screen, of that row. Null when no row of tiles is drawn.
 */
export function rowOnTop(
  layout: ListLayout,
  drawn: readonly { readonly index: number; readonly start: number }[],
  from: number,
): number | null {
  let last: number | null = null;
  for (const { index, start } of drawn) {
    if (index >= layout.count) continue;
    const row = layout.rowAt(index);
    if (row.kind === 'header') continue;
    last = row.first;
    if (start >= from - 1) break;
  }
  return last;
}
