import { expect, it } from 'vitest';
import { uncertaintyOf, type UncertaintyMeasure } from './uncertainty';

// Entropies: scipy 1.17.1, scipy.stats.entropy of the scores and what they leave of 1.
it.each<readonly [readonly number[], UncertaintyMeasure, number]>([
  [[0.5, 0.3, 0.2], 'least-confidence', 0.5],
  [[0.5, 0.3, 0.2], 'margin', 0.8],
  [[0.5, 0.3, 0.2], 'entropy', 1.0296530140645737],
  [[0.9, 0.05, 0.01], 'entropy', 0.41941781262435196],
  [[0.25, 0.25, 0.25, 0.25], 'entropy', 1.3862943611198906],
  [[0.25, 0.25, 0.25, 0.25], 'margin', 1],
  [[1], 'entropy', 0],
  [[1, 0, 0], 'entropy', 0],
  [[0.7, 0.4], 'entropy', -0.7 * Math.log(0.7) - 0.4 * Math.log(0.4)], // above 1: nothing is left
  [[0.6], 'margin', 0.4],
  [[0.6], 'least-confidence', 0.4],
])('%j by %s', (scores, measure, expected) => {
  expect(uncertaintyOf(scores, measure)).toBeCloseTo(expected, 12);
});

it.each<UncertaintyMeasure>(['least-confidence', 'margin', 'entropy'])('%s: none without scores', (measure) => {
  expect(uncertaintyOf([], measure)).toBeNull();
});
