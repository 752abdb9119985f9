import type { GalleryList } from '../../shared/gallery/gallery-list';
import { numberOf } from '../../shared/gallery/image-places';
import { printLook } from '../../state/gallery-query';
import type { ListLayout } from './list-layout';

/** Changes when the list begins anew at its top or active image: with filter and order, and when a survey that was being opened is here. */
export function listKeyOf({ question }: Pick<GalleryList, 'question'>): string {
  // Facts that are still being read change the order, and most images may not be listed yet.
  return `${printLook(question)} ${question.isPart ? 'reading' : 'all'}`;
}

/** The first tile of an image by its path; `otherwise` when it has none. */
export function firstTileOf({ index, items }: GalleryList, filepath: string | null, otherwise = 0): number {
  if (filepath === null) return otherwise;
  const image = numberOf(index, filepath);
  const tile = image === undefined ? -1 : items.images.indexOf(image);
  return tile === -1 ? otherwise : tile;
}

/** The image that is drawn as the active one: the first of the list when the active one is not in it. Null when the list is empty. */
export function drawnActive(list: GalleryList, active: string | null): string | null {
  const image = list.items.images[firstTileOf(list, active)];
  return image === undefined ? null : list.index.images[image]!.filepath;
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
