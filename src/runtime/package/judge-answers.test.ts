import { expect, it } from 'vitest';
import { judgeAnswers } from './judge-answers';

it.each([
  ['varied', [-8.6, 8.7, 1], [-8.6, 8.5, 1]],
  ['constant', [-8.6, 8.7, 1], [-8.6, 8.7, 1]],
  ['constant', [-2.36e-9, 1.75e-9], [-2.39e-9, 1.73e-9]], // measured: untrained weights
  ['constant', [0.001, 0.001], [0.002, 0.002]], // the same for every class
  ['constant', [], []],
  ['not-finite', [1, NaN], [1, 2]],
  ['not-finite', [1, 2], [1, Infinity]],
] as const)('%s', (verdict, first, second) => {
  expect(judgeAnswers(Float32Array.from(first), Float32Array.from(second))).toBe(verdict);
});
