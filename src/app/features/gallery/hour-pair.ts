import type { HourRange } from '../../shared/images/image-filter';

/** Where the two thumbs of the hour slider stand, 0 to 24, and whether what lies outside of them is meant. */
export interface HourPair {
  readonly pair: readonly [number, number];
  readonly isOutside: boolean;
}

export function pairOf(hours: HourRange | null): HourPair {
  if (hours === null) return { pair: [0, 24], isOutside: false };
  const { from, to } = hours;
  return from < to ? { pair: [from, to], isOutside: false } : { pair: [to, from], isOutside: true };
}

/** Null where the thumbs leave everything, or where nothing lies between them. */
export function hoursOf({ pair: [first, second], isOutside }: HourPair): HourRange | null {
  if (first === second || (first === 0 && second === 24)) return null;
  if (!isOutside) return { from: first, to: second };
  if (first === 0) return { from: second, to: 24 };
  return second === 24 ? { from: 0, to: first } : { from: second, to: first };
}
