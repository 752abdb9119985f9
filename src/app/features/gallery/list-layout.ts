import type { GalleryItems } from '../../shared/gallery/gallery-items';
import { placeEvents, rowBeginnings, type EventColumns, type PlacedEvent } from './flow-events';

/** Space between tiles, px. */
const GAP = 6;
/** Around and below the photo inside a tile: 4 px left, right and above; the strip of two lines below. */
const TILE_EDGE = 4;
const STRIP_HEIGHT = 40;
/** Above the frames of an event: its name and time. */
const EVENT_HEAD_HEIGHT = 30;
/** Room for the name of an event, how many images it has, and when it was. */
const EVENT_WIDTH = 330;
export const HEADER_HEIGHT = 38;
/** A scroll bar must not cost a column: the default size gives six at 1366 px with and without one. */
const SCROLLBAR_TOLERANCE = 0.1;

export interface TileSize extends EventColumns {
  /** Height of a row of tiles including the gap below it, px. */
  readonly rowHeight: number;
}

/** As many columns of at least `size` px as fit; two on a phone, whatever the size. */
export function fitTiles(width: number, size: number, isNarrow: boolean): TileSize {
  const fitting = Math.max(1, Math.floor((width + GAP) / (size + GAP) + SCROLLBAR_TOLERANCE));
  const columns = isNarrow ? 2 : fitting;
  const tileWidth = (width - GAP * (columns - 1)) / columns;
  const cellHeight = Math.max(0, tileWidth - 2 * TILE_EDGE) * 0.75;
  const leastColumns = Math.min(columns, Math.ceil((EVENT_WIDTH + GAP) / (tileWidth + GAP)));
  return { columns, leastColumns, rowHeight: Math.round(cellHeight + TILE_EDGE + STRIP_HEIGHT + GAP) };
}

/** One row of the list. */
export type ListRow =
  | { readonly kind: 'header'; readonly group: number; readonly isOpen: boolean }
  /** Tiles from the first one to before the last one. */
  | { readonly kind: 'tiles'; readonly first: number; readonly end: number }
  /** Tiles of one event after the other; an event with more tiles than are drawn stands alone. */
  | { readonly kind: 'events'; readonly first: number; readonly end: number; readonly events: readonly PlacedEvent[] };

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
  size: TileSize,
  isClosed: (group: number) => boolean,
): ListLayout {
  const { columns, rowHeight } = size;
  const hasHeaders = grouping !== null;
  const starts = new Uint32Array(groups.length + 1);
  /** The first event of each row of events, and the first such row of each group. */
  const eventOfRow: number[] = [];
  const firstEventRow = new Uint32Array(groups.length);
  const closed = groups.map((_, group) => hasHeaders && isClosed(group));
  let event = 0;
  groups.forEach(({ start, end }, group) => {
    firstEventRow[group] = eventOfRow.length;
    let inside = Math.ceil((end - start) / columns);
    if (rows !== null) {
      const before = event;
      while (event < rows.length && rows[event]!.start < end) event += 1;
      for (const first of rowBeginnings(rows, before, event, size)) eventOfRow.push(first);
      inside = eventOfRow.length - firstEventRow[group];
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
      const number = firstEventRow[group]! + inside;
      const events = placeEvents(rows, eventOfRow[number]!, eventOfRow[number + 1] ?? rows.length, size);
      return { kind: 'events', first: events[0]!.first, end: events.at(-1)!.end, events };
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
      const row = lastAtMost((number) => rows[eventOfRow[number]!]!.start, tile, eventOfRow.length);
      return first + row - firstEventRow[group]!;
    },
    rowOfHeader: (group) => starts[group]!,
    headerOf: (row) => (hasHeaders && row < starts[groups.length]! ? starts[groupOfRow(row)]! : null),
  };
}

/** The column of a tile in its row; the last one's, for a tile that is not drawn. */
export function columnOf(row: ListRow, tile: number): number {
  if (row.kind === 'header') return 0;
  if (row.kind === 'tiles') return Math.min(tile, row.end - 1) - row.first;
  const event = row.events.findLast(({ first }) => first <= tile) ?? row.events[0]!;
  return event.column + Math.min(tile, event.end - 1) - event.first;
}

/** The tile in a column of a row, or the next one before it. */
export function tileAt(row: Exclude<ListRow, { readonly kind: 'header' }>, column: number): number {
  if (row.kind === 'tiles') return Math.min(row.first + column, row.end - 1);
  const event = row.events.findLast((other) => other.column <= column) ?? row.events[0]!;
  return Math.min(event.first + column - event.column, event.end - 1);
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
