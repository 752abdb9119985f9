import { describe, expect, it } from 'vitest';
import type { SeenStratum } from './effective-size';
import { highestHiddenCount } from './highest-hidden-count';
import { clopperPearsonInterval } from './proportion-interval';

const strataOf = (pairs: readonly (readonly [number, number])[]): readonly SeenStratum[] =>
  pairs.map(([blanks, looked]) => ({ blanks, looked }));

// scipy 1.17.1: the largest D with hypergeom.pmf(0, N, D, n) >= tail, tried one after the other.
it.each([
  [100, 10, 0.05, 24],
  [100, 10, 0.025, 29],
  [1000, 50, 0.025, 69],
  [1000, 50, 0.005, 98],
  [1000, 150, 0.025, 22],
  [20000, 300, 0.05, 197],
  [20000, 300, 0.025, 242],
  [20000, 300, 0.005, 347],
  [50, 49, 0.025, 0],
  [50, 49, 0.005, 1],
  [5, 1, 0.025, 4],
])('one stratum of %i, %i looked at, tail %f', (blanks, looked, tail, expected) => {
  expect(highestHiddenCount([{ blanks, looked }], tail)).toBe(expected);
});

// Python: every way to spread hidden ones over the strata (itertools.product), its chance the product of scipy's
// hypergeom.pmf(0, N, D, n); the largest sum of a spread whose chance is at least the tail.
it.each<readonly [readonly (readonly [number, number])[], number, number]>([
  [[[20, 4], [20, 4]], 0.05, 11], // prettier-ignore
  [[[20, 4], [20, 4]], 0.025, 13], // prettier-ignore
  [[[20, 4], [20, 4], [10, 2]], 0.05, 11], // prettier-ignore
  [[[20, 4], [20, 4], [10, 2]], 0.025, 14], // prettier-ignore
  [[[30, 3], [10, 5], [4, 1]], 0.05, 18], // prettier-ignore
  [[[30, 3], [10, 5], [4, 1]], 0.025, 20], // prettier-ignore
  [[[12, 0], [20, 6]], 0.05, 18], // prettier-ignore
  [[[12, 0], [20, 6]], 0.025, 19], // prettier-ignore
  [[[8, 8], [15, 3], [15, 5]], 0.05, 9], // prettier-ignore
  [[[8, 8], [15, 3], [15, 5]], 0.025, 10], // prettier-ignore
  [[[25, 1], [25, 10]], 0.05, 23], // prettier-ignore
  [[[25, 1], [25, 10]], 0.025, 25], // prettier-ignore
])('strata %j, tail %f', (pairs, tail, expected) => {
  expect(highestHiddenCount(strataOf(pairs), tail)).toBe(expected);
});

describe('at the edges', () => {
  it.each<readonly [string, readonly (readonly [number, number])[], number]>([
    ['nothing is there', [], 0],
    ['everything was looked at', [[40, 40], [3, 3]], 0], // prettier-ignore
    ['nothing was looked at', [[40, 0], [3, 0]], 43], // prettier-ignore
    ['a chance that is the tail itself', [[40, 1]], 39],
    ['an empty stratum', [[0, 0], [40, 1]], 39], // prettier-ignore
  ])('%s', (_, pairs, expected) => {
    expect(highestHiddenCount(strataOf(pairs), (1 - 0.95) / 2)).toBe(expected);
  });

  it("of very many, it is Clopper and Pearson's bound", () => {
    const blanks = 50_000_000;
    const { high } = clopperPearsonInterval(0, 100, 0.95);
    expect(highestHiddenCount([{ blanks, looked: 100 }], 0.025) / blanks).toBeCloseTo(high, 5);
  });
});
