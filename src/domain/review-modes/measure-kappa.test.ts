import { expect, it } from 'vitest';
import { measureKappa } from './measure-kappa';

/** Counts of a table with the machine's classes as rows. */
const countsOf = (table: readonly (readonly number[])[]) =>
  table.map((row, index) => ({
    machine: row.reduce((sum, count) => sum + count, 0),
    human: table.reduce((sum, other) => sum + other[index]!, 0),
    both: row[index]!,
  }));

// The first is table 13.1 of Fleiss 1981, Statistical Methods for Rates and Proportions, where kappa is 0.68. Numbers
// with more decimals: scikit-learn 1.9.1, sklearn.metrics.cohen_kappa_score.
it.each<readonly [readonly (readonly number[])[], number | null]>([
  [[[75, 1, 4], [5, 4, 1], [0, 0, 10]], 0.6764705882352942], // prettier-ignore
  [[[20, 5], [10, 15]], 0.4], // prettier-ignore
  [[[0, 5], [5, 0]], -1], // prettier-ignore
  [[[118, 5, 0], [4, 60, 7], [2, 9, 31]], 0.8103232720128595], // prettier-ignore
  [[[7, 0], [0, 3]], 1], // prettier-ignore
  [[[9, 0], [1, 0]], 0], // prettier-ignore
  [[[9]], null],
  [[], null],
])('%j: %f', (table, expected) => {
  const kappa = measureKappa(countsOf(table));
  if (expected === null) expect(kappa).toBeNull();
  else expect(kappa).toBeCloseTo(expected, 14);
});
