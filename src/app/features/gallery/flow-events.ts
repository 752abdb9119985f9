import type { EventRow } from '../../shared/gallery/gallery-items';

/** An event in a row of the list. */
export interface PlacedEvent {
  /** Its number among the events of the list. */
  readonly row: number;
  /** Its frames that are drawn, as tiles, and how many are not. */
  readonly first: number;
  readonly end: number;
  readonly more: number;
  /** Its first column, and how many it has; more than frames where its name needs the room. */
  readonly column: number;
  readonly span: number;
}

export interface EventColumns {
  readonly columns: number;
  /** What the name of an event needs at least. */
  readonly leastColumns: number;
}

/**
 * Short events stand side by side: the first event of each row, from `from` to before `to`, as many as have room in it. One that
 * has no room beside others has a row of its own.
 */
export function* rowBeginnings(
  events: readonly EventRow[],
  from: number,
  to: number,
  size: EventColumns,
): Generator<number> {
  let free = 0;
  for (let event = from; event < to; event++) {
    const span = spanOf(events[event]!, size);
    if (span > free) {
      yield event;
      free = size.columns;
    }
    free -= span;
  }
}

/** The events of one row, from `from` to before `to`, in their columns. */
export function placeEvents(
  events: readonly EventRow[],
  from: number,
  to: number,
  size: EventColumns,
): readonly PlacedEvent[] {
  let column = 0;
  return Array.from({ length: to - from }, (_, place) => {
    const row = from + place;
    const { start, end } = events[row]!;
    const span = spanOf(events[row]!, size);
    const count = end - start;
    // A column is left for how many more there are.
    const drawn = count > size.columns ? Math.max(1, size.columns - 1) : count;
    const placed = { row, first: start, end: start + drawn, more: count - drawn, column, span };
    column += span;
    return placed;
  });
}

function spanOf({ start, end }: EventRow, { columns, leastColumns }: EventColumns): number {
  return Math.min(columns, Math.max(leastColumns, end - start));
}
