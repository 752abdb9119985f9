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
      return { count, max, median: quantile(sorted, count, max, 0.5), p95: quantile(sorted, count, max, 0.95) };
    },
  };
}

function quantile(sorted: readonly Float64Array[], count: number, max: number, share: number): number {
  const position = share * (count - 1);
  const rank = Math.floor(position);
  const value = valueAt(sorted, rank, max);
  const rest = position - rank;
  return rest === 0 ? value : value + rest * (valueAt(sorted, rank + 1, max) - value);
}

/** The number with `rank` others before it: halves the range until only one of the numbers is left in it. */
function valueAt(sorted: readonly Float64Array[], rank: number, max: number): number {
  let low = -1; // exclusive: at most `rank` numbers are not above it
  let high = max; // inclusive: more than `rank` numbers are not above it
  for (;;) {
    const next = smallestAbove(sorted, low);
    if (countUpTo(sorted, next) > rank) return next;
    const middle = low + (high - low) / 2;
    if (middle <= next || middle >= high) low = next;
    else if (countUpTo(sorted, middle) > rank) high = middle;
    else low = middle;
  }
}

function smallestAbove(sorted: readonly Float64Array[], limit: number): number {
  let smallest = Infinity;
  for (const numbers of sorted) smallest = Math.min(smallest, numbers[firstAbove(numbers, limit)] ?? Infinity);
  return smallest;
}

function countUpTo(sorted: readonly Float64Array[], limit: number): number {
  return sorted.reduce((sum, numbers) => sum + firstAbove(numbers, limit), 0);
}

/** Index of the first number above the limit; the length when there is none. */
function firstAbove(numbers: Float64Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
