import { expect, it } from 'vitest';
import { outputDifference } from './output-difference';

it.each([
  ['nothing', [600, 0.5], [600, 0.5], 2, 0],
  ['parts of the largest of a column', [600, 0.5, 300, 0.25], [606, 0.5, 300, 0.25], 2, 0.01],
  ['at least parts of one', [600, 0.001, 300, 0.001], [600, 0.002, 300, 0.001], 2, 0.001],
  ['a number that is none', [600, 0.5], [600, NaN], 2, Infinity],
  ['another length', [600, 0.5], [600], 1, Infinity],
])('counts %s', (_, reference, other, columns, difference) => {
  expect(outputDifference(Float32Array.from(reference), Float32Array.from(other), columns)).toBeCloseTo(difference, 6);
});
