import { expect, it } from 'vitest';
import { estimateMissed, type StratumCount } from './missed-share';
import type { Confidence } from './proportion-interval';

type Rows = readonly (readonly [number, number, number])[];

const strataOf = (rows: Rows): readonly StratumCount[] =>
  rows.map(([blanks, looked, found]) => ({ blanks, looked, found }));

const FOUR: Rows = [[1000, 50, 2], [500, 25, 0], [300, 15, 1], [5, 1, 0]]; // prettier-ignore
const UNSEEN: Rows = [[400, 20, 1], [100, 5, 1], [60, 0, 0]]; // prettier-ignore
const SEEN_WHOLE: Rows = [[3, 3, 1], [40, 10, 0]]; // prettier-ignore

// Python: the bounds as the two roots q of (p - q)² = z² q (1 - q) / size by scipy 1.17.1's brentq, outwards to whole
// images and cut at what was seen: rows, confidence, share, lowest and highest number of images.
it.each<readonly [Rows, Confidence, number, number, number]>([
  [[[1000, 100, 3]], 0.9, 0.03, 12, 70],
  [[[1000, 100, 3]], 0.95, 0.03, 10, 81],
  [[[1000, 100, 3]], 0.99, 0.03, 8, 105],
  [[[20000, 300, 4]], 0.95, 0.013333333333333334, 104, 672],
  [FOUR, 0.9, 0.0332409972299169, 24, 142],
  [FOUR, 0.95, 0.0332409972299169, 21, 165],
  [FOUR, 0.99, 0.0332409972299169, 15, 215],
  [UNSEEN, 0.95, 0.08, 12, 138],
  [UNSEEN, 0.99, 0.08, 9, 176],
  [SEEN_WHOLE, 0.95, 0.023255813953488372, 1, 11],
  [[[10, 9, 1]], 0.9, 0.1111111111111111, 1, 2],
  [[[10, 9, 1]], 0.99, 0.1111111111111111, 1, 2],
])('%j at %f', (rows, confidence, share, lowest, highest) => {
  const missed = estimateMissed(strataOf(rows), confidence);
  const all = rows.reduce((sum, [blanks]) => sum + blanks, 0);
  expect(missed.method).toBe('score');
  expect(missed.share).toBeCloseTo(share, 14);
  expect([missed.low * all, missed.high * all].map((count) => Number(count.toFixed(9)))).toEqual([lowest, highest]);
});

it.each<readonly [string, Rows, object]>([
  ['no blanks', [], { share: null, low: 0, high: 0, method: 'none' }],
  ['none looked at', [[40, 0, 0]], { share: null, low: 0, high: 1, method: 'none' }],
  ['none found: exact', [[1000, 150, 0]], { share: 0, low: 0, high: 0.022, method: 'exact' }],
  ['none found, a stratum not seen', [[12, 0, 0], [20, 6, 0]], { share: 0, low: 0, high: 19 / 32, method: 'exact' }], // prettier-ignore
  ['everything seen', [[8, 8, 1], [2, 2, 1]], { share: 0.2, low: 0.2, high: 0.2, method: 'complete' }], // prettier-ignore
  ['everything seen, none found', [[8, 8, 0]], { share: 0, low: 0, high: 0, method: 'complete' }],
])('%s', (_, rows, expected) => {
  expect(estimateMissed(strataOf(rows), 0.95)).toEqual(expected);
});

it('holds as often as it says, for every number of missed images of two folders', () => {
  // Every outcome of 12 of 60 and 6 of 30 with its hypergeometric chance: nothing is drawn at random.
  const intervals = new Map<string, readonly [number, number]>();
  for (let one = 0; one <= 12; one++) {
    for (let other = 0; other <= 6; other++) {
      const { low, high } = estimateMissed(strataOf([[60, 12, one], [30, 6, other]]), 0.95); // prettier-ignore
      intervals.set(`${one} ${other}`, [low, high]);
    }
  }
  let [worst, sum, cases] = [1, 0, 0];
  for (let missed = 0; missed <= 60; missed++) {
    for (let other = Math.max(0, missed / 2 - 5); other <= Math.min(30, missed / 2 + 5); other += 2.5) {
      const hidden = [missed, Math.round(other)] as const;
      const share = (hidden[0] + hidden[1]) / 90;
      let chance = 0;
      for (const [key, [low, high]] of intervals) {
        const [a, b] = key.split(' ').map(Number) as [number, number];
        if (low <= share && share <= high) chance += drawn(60, hidden[0], 12, a) * drawn(30, hidden[1], 6, b);
      }
      worst = Math.min(worst, chance);
      sum += chance;
      cases++;
    }
  }
  expect(sum / cases).toBeGreaterThan(0.95);
  expect(worst).toBeGreaterThan(0.9);
});

function drawn(all: number, special: number, taken: number, hits: number): number {
  return (choose(special, hits) * choose(all - special, taken - hits)) / choose(all, taken);
}

function choose(from: number, count: number): number {
  if (count > from) return 0;
  let ways = 1;
  for (let step = 0; step < count; step++) ways *= (from - step) / (step + 1);
  return ways;
}
