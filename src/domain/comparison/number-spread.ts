/** How far numbers lie from zero. */
export interface Spread {
  readonly count: number;
  readonly max: number;
  /** Of an even number of values the mean of the two in the middle. */
  readonly median: number;
  /** 95th percentile, between neighbours in proportion, as numpy.percentile does. */
  readonly p95: number;
}

/** Collects numbers one by one; `read` is null when there were none. */
export interface SpreadCollector {
  readonly add: (value: number) => void;
  readonly read: () => Spread | null;
}

/** Sorting this many numbers takes a millisecond; sorting a million at once would hold up the page. */
const CHUNK = 8192;

/** Exact max, median and 95th percentile of any count of numbers from 0 on, with never a long stretch of work. */
export function createSpreadCollector(): SpreadCollector {
  const sorted: Float64Array[] = [];
  let open = new Float64Array(CHUNK);
  let used = 0;
  let max = 0;
  const close = () => {
    if (used > 0) sorted.push(open.slice(0, used).sort());
    open = new Float64Array(CHUNK);
    used = 0;
  };
  return {
    add(value) {
      open[used++] = value;
      if (value > max) max = value;
      if (used === CHUNK) close();
    },
    read() {
      close();
      const count = sorted.reduce((sum, { length }) => sum + length, 0);
      if (count === 0) return null;
      return { count, max, median: quantile(sorted, count, 0.5), p95: quantile(sorted, count, 0.95) };
    },
  };
}

function quantile(sorted: readonly Float64Array[], count: number, share: number): number {
  const position = share * (count - 1);
  const rank = Math.floor(position);
  const value = valueAt(sorted, rank);
  const rest = position - rank;
  return rest === 0 ? value : value + rest * (valueAt(sorted, rank + 1) - value);
}

/** The number with `rank` others before it: a number from the middle of what is left says which part of each list goes. */
function valueAt(sorted: readonly Float64Array[], rank: number): number {
  const starts = sorted.map(() => 0);
  const ends = sorted.map(({ length }) => length);
  for (;;) {
    const widest = widestOf(starts, ends);
    const pivot = sorted[widest]![(starts[widest]! + ends[widest]!) >> 1]!;
    const below = sorted.map((numbers) => countBefore(numbers, pivot, false));
    const upTo = sorted.map((numbers) => countBefore(numbers, pivot, true));
    if (rank < sumOf(below)) below.forEach((count, list) => (ends[list] = Math.min(ends[list]!, count)));
    else if (rank >= sumOf(upTo)) upTo.forEach((count, list) => (starts[list] = Math.max(starts[list]!, count)));
    else return pivot;
  }
}

function widestOf(starts: readonly number[], ends: readonly number[]): number {
  let widest = 0;
  for (let list = 1; list < starts.length; list++) {
    if (ends[list]! - starts[list]! > ends[widest]! - starts[widest]!) widest = list;
  }
  return widest;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** How many of the sorted numbers are below the limit, or with `isLimitCounted` not above it. */
function countBefore(numbers: Float64Array, limit: number, isLimitCounted: boolean): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const number = numbers[middle]!;
    if (isLimitCounted ? number <= limit : number < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
