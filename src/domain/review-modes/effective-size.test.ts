import { expect, it } from 'vitest';
import { effectiveSizeOf } from './effective-size';

// Python, by the formula in fractions.
it.each<readonly [string, readonly (readonly [number, number])[], number]>([
  ['one stratum', [[1000, 100]], 111],
  ['several', [[1000, 50], [500, 25], [300, 15], [5, 1]], 95.03569029997482], // prettier-ignore
  ['one not seen', [[400, 20], [100, 5], [60, 0]], 26.121495327102796], // prettier-ignore
  ['one seen as a whole', [[3, 3], [40, 10]], 15.023125], // prettier-ignore
  ['an empty one besides', [[0, 0], [1000, 100]], 111], // prettier-ignore
  ['all seen', [[3, 3], [1, 1]], Infinity], // prettier-ignore
  ['nearly endless', [[1e12, 250]], 250],
])('%s', (_, pairs, expected) => {
  const size = effectiveSizeOf(pairs.map(([blanks, looked]) => ({ blanks, looked })));
  if (expected === Infinity) expect(size).toBe(Infinity);
  else expect(size).toBeCloseTo(expected, 6);
});

it('is the same for one stratum and for its halves, looked at alike', () => {
  const halves = effectiveSizeOf([{ blanks: 50_000, looked: 500 }, { blanks: 50_000, looked: 500 }]); // prettier-ignore
  expect(halves / effectiveSizeOf([{ blanks: 100_000, looked: 1000 }])).toBeCloseTo(1, 4);
});
