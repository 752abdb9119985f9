/** Space between tiles, px. */
const GAP = 6;
/** Around and below the photo inside a tile: 4 px left, right and above; the strip of two lines below. */
const TILE_EDGE = 4;
const STRIP_HEIGHT = 40;
/** A scroll bar must not cost a column: the default size gives six at 1366 px with and without one. */
const SCROLLBAR_TOLERANCE = 0.1;

export interface GridLayout {
  readonly columns: number;
  /** Height of a row including the gap below it, px. */
  readonly rowHeight: number;
  readonly rowCount: number;
}

/** As many columns of at least `size` px as fit; two on a phone, whatever the size. */
export function layoutGrid(width: number, size: number, count: number, isNarrow: boolean): GridLayout {
  const fitting = Math.max(1, Math.floor((width + GAP) / (size + GAP) + SCROLLBAR_TOLERANCE));
  const columns = isNarrow ? 2 : fitting;
  const tileWidth = (width - GAP * (columns - 1)) / columns;
  const cellHeight = Math.max(0, tileWidth - 2 * TILE_EDGE) * 0.75;
  return {
    columns,
    rowHeight: Math.round(cellHeight + TILE_EDGE + STRIP_HEIGHT + GAP),
    rowCount: Math.ceil(count / columns),
  };
}

/** Where a key moves the focus in a grid of `count` tiles; null when the key moves nothing. */
export function moveInGrid(
  key: string,
  index: number,
  grid: { readonly columns: number; readonly count: number; readonly rowsPerPage: number },
  isRightToLeft = false,
): number | null {
  const { columns, count, rowsPerPage } = grid;
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const page = Math.max(1, rowsPerPage) * columns;
  const target = ((): number | null => {
    switch (key) {
      case forward:
        return index + 1;
      case backward:
        return index - 1;
      case 'ArrowDown':
        return index + columns < count ? index + columns : lastRowOrStay(index, columns, count);
      case 'ArrowUp':
        return index - columns >= 0 ? index - columns : index;
      case 'PageDown':
        return index + page;
      case 'PageUp':
        return index - page < 0 ? index % columns : index - page;
      case 'Home':
        return 0;
      case 'End':
        return count - 1;
      default:
        return null;
    }
  })();
  return target === null ? null : Math.max(0, Math.min(count - 1, target));
}

/** Down from the last full row goes to the last tile of a shorter row below it. */
function lastRowOrStay(index: number, columns: number, count: number): number {
  const isInLastRow = Math.floor(index / columns) === Math.floor((count - 1) / columns);
  return isInLastRow ? index : count - 1;
}
