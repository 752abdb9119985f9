/** One thing that a person did in a review. */
export interface ReviewAct {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How many images it finished, 1 or more: an event is confirmed as a whole. */
  readonly images: number;
}

/** Acts further back say nothing of the pace now. */
const READ_ACTS = 50;
/** Longer than this and the person was away. Milliseconds. */
const LONGEST_GAP = 120_000;
/** With fewer gaps a single slow image would decide. */
const FEWEST_GAPS = 5;

/**
 * How long the rest of a review takes at the pace of the last fifty acts, in milliseconds: images left, times the
 * median time for an image. An act's time is that since the act before; where that is over two minutes, or the clock
 * went back, it does not count. The median keeps a phone call or one act over a whole event from moving the estimate
 * (Hampel 1971: half of the acts may be anything). Null while fewer than five times are known. Acts are in the order in
 * which they happened.
 */
export function estimateTimeLeft(acts: readonly ReviewAct[], imagesLeft: number): number | null {
  if (imagesLeft === 0) return 0;
  const read = acts.slice(-READ_ACTS - 1);
  const times = read.slice(1).flatMap(({ at, images }, before) => {
    const gap = at - read[before]!.at;
    return gap < 0 || gap > LONGEST_GAP ? [] : [gap / images];
  });
  return times.length < FEWEST_GAPS ? null : imagesLeft * medianOf(times);
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
