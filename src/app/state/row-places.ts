/** Where the row of each image is. */
export interface RowPlaces {
  /** The place of the image's row; -1 = it has none. Found fastest at `near`, or not far after it. */
  find(filepath: string, near?: number): number;
  /** A row was put after the others. */
  added(): void;
  /** Rows came, went or changed their places; `isInOrder` = each comes after the one before. */
  changed(isInOrder: boolean): void;
  readonly isInOrder: () => boolean;
}

interface Named {
  readonly filepath: string;
}

/** From so many searches without a hint on a table pays: making one of 200,000 paths takes some 60 ms, a search 2 microseconds. */
const MOST_SEARCHES = 5000;

/**
 * Rows that are in order are searched: a survey is opened without a table of its paths. It is made of others, and once many were searched.
 * `compare` = 0 only for the same path.
 */
export function createRowPlaces(
  rows: () => readonly Named[],
  compare: (one: string, other: string) => number,
): RowPlaces {
  let isInOrder = true;
  let table: Map<string, number> | null = null;
  let searches = 0;
  /** The last one that `find` found to come after all rows: listed images come one after the other. */
  let afterAll: string | null = null;

  function search(filepath: string, near: number): number {
    const all = rows();
    const last = all.length - 1;
    if (last < 0 || compare(all[last]!.filepath, filepath) < 0) {
      afterAll = filepath;
      return -1;
    }
    if (near === -1) searches += 1;
    let low = 0;
    let high = last;
    if (near > 0 && near <= last && compare(all[near - 1]!.filepath, filepath) < 0) {
      // Not before `near`: further and further steps after it.
      low = near;
      let step = 1;
      for (; low + step < last && compare(all[low + step]!.filepath, filepath) < 0; step *= 2) low += step;
      high = Math.min(last, low + step);
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(all[middle]!.filepath, filepath) < 0) low = middle + 1;
      else high = middle;
    }
    return all[low]!.filepath === filepath ? low : -1;
  }

  return {
    find(filepath, near = -1) {
      if (rows()[near]?.filepath === filepath) return near;
      if (isInOrder && table === null && searches < MOST_SEARCHES) return search(filepath, near);
      table ??= new Map(rows().map((row, place) => [row.filepath, place]));
      return table.get(filepath) ?? -1;
    },
    added() {
      const all = rows();
      const { filepath } = all.at(-1)!;
      const before = all.at(-2);
      isInOrder &&= before === undefined || filepath === afterAll || compare(before.filepath, filepath) < 0;
      afterAll = null;
      table?.set(filepath, all.length - 1);
    },
    changed(isNowInOrder) {
      isInOrder = isNowInOrder;
      table = null;
      searches = 0;
      afterAll = null;
    },
    isInOrder: () => isInOrder,
  };
}
