import { columnOf, tileAt, type ListLayout, type ListRow } from './list-layout';

/** What has the keyboard: a tile, or the header of a group. */
export type ListFocus =
  { readonly at: 'tile'; readonly tile: number } | { readonly at: 'header'; readonly group: number };

/** Where a key moves the focus; null when the key moves nothing. `rowsPerPage` = rows on the screen. */
export function moveInList(
  key: string,
  focus: ListFocus,
  layout: ListLayout,
  { rowsPerPage, isRightToLeft = false }: { readonly rowsPerPage: number; readonly isRightToLeft?: boolean },
): ListFocus | null {
  if (layout.count === 0) return null;
  const { row, column } = placeOf(focus, layout);
  const page = Math.max(1, rowsPerPage);
  switch (key) {
    case isRightToLeft ? 'ArrowLeft' : 'ArrowRight':
      return beside(focus, row, 1, layout);
    case isRightToLeft ? 'ArrowRight' : 'ArrowLeft':
      return beside(focus, row, -1, layout);
    case 'ArrowDown':
      return row + 1 < layout.count ? stop(row + 1, column, layout) : focus;
    case 'ArrowUp':
      return row > 0 ? stop(row - 1, column, layout) : focus;
    case 'PageDown':
      return stop(Math.min(layout.count - 1, row + page), column, layout);
    case 'PageUp':
      return stop(Math.max(0, row - page), column, layout);
    case 'Home':
      return stop(0, 0, layout);
    case 'End':
      return stop(layout.count - 1, layout.columns, layout);
    default:
      return null;
  }
}

/** The row of what has the focus, and its column there. */
export function placeOf(focus: ListFocus, layout: ListLayout): { readonly row: number; readonly column: number } {
  if (focus.at === 'header') return { row: layout.rowOfHeader(focus.group), column: 0 };
  const row = layout.rowOfTile(focus.tile);
  return { row, column: columnOf(layout.rowAt(row), focus.tile) };
}

/** The focus as the list can draw it: a tile in a closed group is its header, one that an event does not show is its last one. */
export function drawnFocus(focus: ListFocus, layout: ListLayout): ListFocus {
  const { row, column } = placeOf(focus, layout);
  return stop(row, column, layout);
}

function stop(row: number, column: number, layout: ListLayout): ListFocus {
  const found = layout.rowAt(row);
  if (found.kind === 'header') return { at: 'header', group: found.group };
  return { at: 'tile', tile: tileAt(found, column) };
}

/** The tile before or behind; from a row's end to the next one, past headers. */
function beside(focus: ListFocus, row: number, step: 1 | -1, layout: ListLayout): ListFocus {
  const here = layout.rowAt(row);
  if (here.kind !== 'header' && focus.at === 'tile') {
    const next = focus.tile + step;
    if (next >= here.first && next < here.end) return { at: 'tile', tile: next };
  }
  for (let other = row + step; other >= 0 && other < layout.count; other += step) {
    const found: ListRow = layout.rowAt(other);
    if (found.kind !== 'header') return { at: 'tile', tile: step === 1 ? found.first : found.end - 1 };
  }
  return focus;
}
