import type { Tolerance } from './fixture-index';

/** How far two lists of numbers are apart: the largest difference, and how many differ by more than the tolerance. */
export interface NumbersApart {
  readonly largest: number;
  readonly outside: number;
}

/** Compares number by number; one that is not finite is outside. @throws Error when the lengths differ */
export function compareNumbers(got: ArrayLike<number>, want: ArrayLike<number>, tolerance: Tolerance): NumbersApart {
  if (got.length !== want.length) throw new Error(`expected ${want.length} numbers, got ${got.length}`);
  let [largest, outside] = [0, 0];
  for (let index = 0; index < want.length; index++) {
    const difference = Math.abs(got[index]! - want[index]!);
    if (!(difference <= tolerance.abs + tolerance.rel * Math.abs(want[index]!))) outside += 1;
    if (!(difference <= largest)) largest = difference;
  }
  return { largest, outside };
}
