import { expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import { alikeThreshold } from './alike-threshold';
import { createDenseSpace } from './create-dense-space';
import { randomNumberOf } from './random-number-of';

const thresholdOf = (vectors: readonly (readonly number[])[]) =>
  finishPieces(alikeThreshold(finishPieces(createDenseSpace(vectors.map((vector) => Int8Array.from(vector))))));

/** Vectors in all directions of an eighth of a space of 6 dimensions. */
const cloud = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    Array.from({ length: 6 }, (__, at) => Math.round(127 * (randomNumberOf(`${index} ${at}`, 7) / 2 ** 32) ** 2)),
  );

it.each([
  ['no vectors', [], 0.5],
  ['one vector', [[1, 0]], 0.5],
  [
    'opposites',
    [
      [1, 0],
      [-1, 0],
      [0, 1],
    ],
    0.5,
  ],
  [
    'all the same',
    [
      [5, 5],
      [5, 5],
      [5, 5],
    ],
    0.98,
  ],
] as const)('%s', (_, vectors, expected) => expect(thresholdOf(vectors)).toBe(expected));

it.each([40, 300, 5000])('leaves about one pair in ten alike, of %i vectors', (count) => {
  const vectors = cloud(count);
  const threshold = thresholdOf(vectors);
  let alike = 0;
  let all = 0;
  const step = Math.max(1, Math.floor(count / 200));
  for (let one = 0; one < count; one += step) {
    for (let other = one + 1; other < count; other += step) {
      const [a, b] = [vectors[one]!, vectors[other]!];
      const dot = a.reduce((sum, value, at) => sum + value * b[at]!, 0);
      const cosine = dot / (Math.hypot(...a) * Math.hypot(...b));
      if (cosine >= threshold) alike++;
      all++;
    }
  }
  expect(alike / all).toBeGreaterThan(0.06);
  expect(alike / all).toBeLessThan(0.15);
});
