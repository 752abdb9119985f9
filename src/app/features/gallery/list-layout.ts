import type { GalleryItems } from '../../shared/gallery/gallery-items';

/** Space between tiles, px. */
const GAP = 6;
/** Around and below the photo inside a tile: 4 px left, right and above; the strip of two lines below. */
const TILE_EDGE = 4;
const STRIP_HEIGHT = 40;
/** Above the frames of an event: its name and time. */
const EVENT_HEAD_HEIGHT = 30;
export const HEADER_HEIGHT = 38;
/** A scroll bar must not cost a column: the default size gives six at 1366 px with and without one. */
const SCROLLBAR_TOLERANCE = 0.1;

export interface TileSize {
  readonly columns: number;
  /** Height of a row of tiles including the gap below it, px. */
  readonly rowHeight: number;
}

/** As many columns of at least `size` px as fit; two on a phone, whatever the size. */
export function fitTiles(width: number, size: number, isNarrow: boolean): TileSize {
  const fitting = Math.max(1, Math.floor((width + GAP) / (size + GAP) + SCROLLBAR_TOLERANCE));
  const columns = isNarrow ? 2 : fitting;
  const tileWidth = (width - GAP * (columns - 1)) / columns;
  const cellHeight = Math.max(0, tileWidth - 2 * TILE_EDGE) * 0.75;
  return { columns, rowHeight: Math.round(cellHeight + TILE_EDGE + STRIP_HEIGHT + GAP) };
}

/** One row of the list. */
export type ListRow =
  | { readonly kind: 'header'; readonly group: number; readonly isOpen: boolean }
  /** Tiles from the first one to before the last one. */
  | { readonly kind: 'tiles'; readonly first: number; readonly end: number }
  /** Tiles of one event, of which `end - first` are drawn and `more` are not. */
  | {
      readonly kind: 'event';
      readonly row: number;
      readonly first: number;
      readonly end: number;
      readonly more: number;
    };

/** The rows of the list by number; only those on the screen are made. */
export interface ListLayout {
  readonly count: number;
  readonly columns: number;
  readonly rowAt: (row: number) => ListRow;
  readonly heightOf: (row: number) => number;
  /** The row in which a tile is, or the header that hides it. */
  readonly rowOfTile: (tile: number) => number;
  /** Where the header of a group stands. Only with headers. */
  readonly rowOfHeader: (group: number) => number;
  /** The header of the group that a row belongs to; null without headers. */
  readonly headerOf: (row: number) => number | null;
}

/** `isClosed` = by number of the group. Sizes as `fitTiles` found them. */
export function layOutList(
  { groups, rows, grouping }: GalleryItems,
  { columns, rowHeight }: TileSize,
  isClosed: (group: number) => boolean,
): ListLayout {
  const hasHeaders = grouping !== null;
  const starts = new Uint32Array(groups.length + 1);
  const firstEvent = new Uint32Array(groups.length);
  const closed = groups.map((_, group) => hasHeaders && isClosed(group));
  let event = 0;
  groups.forEach(({ start, end }, group) => {
    firstEvent[group] = event;
    let inside = Math.ceil((end - start) / columns);
    if (rows !== null) {
      const before = event;
      while (event < rows.length && rows[event]!.start < end) event += 1;
      inside = event - before;
    }
    starts[group + 1] = starts[group]! + Number(hasHeaders) + (closed[group] === true ? 0 : inside);
  });
  const groupOfRow = (row: number) => lastAtMost((group) => starts[group]!, row, groups.length);
  const isHeader = (row: number, group: number) => hasHeaders && starts[group] === row;

  return {
    count: starts[groups.length]!,
    columns,
    rowAt(row) {
      const group = groupOfRow(row);
      if (isHeader(row, group)) return { kind: 'header', group, isOpen: closed[group] !== true };
      const inside = row - starts[group]! - Number(hasHeaders);
      const { start, end } = groups[group]!;
      if (rows === null) {
        const first = start + inside * columns;
        return { kind: 'tiles', first, end: Math.min(end, first + columns) };
      }
      const number = firstEvent[group]! + inside;
      const frames = rows[number]!;
      const count = frames.end - frames.start;
      const drawn = count > columns ? Math.max(1, columns - 1) : count;
      return { kind: 'event', row: number, first: frames.start, end: frames.start + drawn, more: count - drawn };
    },
    heightOf(row) {
      if (isHeader(row, groupOfRow(row))) return HEADER_HEIGHT;
      return rows === null ? rowHeight : rowHeight + EVENT_HEAD_HEIGHT;
    },
    rowOfTile(tile) {
      if (groups.length === 0) return 0;
      const group = lastAtMost((number) => groups[number]!.start, tile, groups.length);
      if (closed[group] === true) return starts[group]!;
      const first = starts[group]! + Number(hasHeaders);
      if (rows === null) return first + Math.floor((tile - groups[group]!.start) / columns);
      return first + lastAtMost((number) => rows[number]!.start, tile, rows.length) - firstEvent[group]!;
    },
    rowOfHeader: (group) => starts[group]!,
    headerOf: (row) => (hasHeaders && row < starts[groups.length]! ? starts[groupOfRow(row)]! : null),
  };
}

/** The last place of the first `count` that does not begin behind `value`; beginnings never fall, and the first is not behind. */
function lastAtMost(beginningOf: (place: number) => number, value: number, count: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (beginningOf(middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
