import { describe, expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import { createDenseSpace } from './create-dense-space';
import { createSparseSpace } from './create-sparse-space';
import { compareInPieces, type SimilaritySpace } from './similarity-space';

function row(space: SimilaritySpace, of: number): readonly number[] {
  const others = Int32Array.from({ length: space.count }, (_, index) => index);
  const found = new Float32Array(space.count);
  space.compare(of, others, found);
  return [...found];
}

describe('createDenseSpace', () => {
  const space = finishPieces(
    createDenseSpace([[3, 4], [4, 3], [-3, -4], [0, 0], [100, 0], [0, 5], [6, 8]].map((vector) => Int8Array.from(vector))), // prettier-ignore
  );

  it.each([
    [0, [1, 0.96, -1, 0, 0.6, 0.8, 1]],
    [3, [0, 0, 0, 0, 0, 0, 0]],
    [4, [0.6, 0.8, -0.6, 0, 1, 0, 0.6]],
  ])('vector %i', (of, expected) => {
    for (const [other, cosine] of row(space, of).entries()) expect(cosine).toBeCloseTo(expected[other]!, 6);
  });

  it('keeps to the order asked for', () => {
    const found = new Float32Array(3).fill(9);
    space.compare(0, Int32Array.of(5, 1), found);
    expect([...found].map((cosine) => Number(cosine.toFixed(6)))).toEqual([0.8, 0.96, 9]);
  });

  it('may be empty', () => {
    expect(finishPieces(createDenseSpace([])).count).toBe(0);
  });

  it('refuses vectors of several lengths', () => {
    const vectors = [new Int8Array(2), new Int8Array(3)];
    expect(() => finishPieces(createDenseSpace(vectors))).toThrow('vector 1: expected 2 numbers, got 3');
  });
});

describe('createSparseSpace', () => {
  const space = finishPieces(
    createSparseSpace([
      { classes: [7, 2], scores: [0.5, 0.5] },
      { classes: [2, 9], scores: [0.5, 0.5] },
      { classes: [7], scores: [0.2] }, // what is not listed does not count: the direction is the same as with 1
      null,
      { classes: [2000, 7, 2], scores: [0.64, 0.32, 0.04] },
      { classes: [], scores: [] },
    ]),
  );

  // The sum over the classes of the square roots of both scores' products, each list scaled to a sum of 1.
  const five = Math.sqrt(0.32 * 0.5) + Math.sqrt(0.04 * 0.5);
  it.each([
    [0, [1, 0.5, Math.SQRT1_2, 0, five, 0]],
    [2, [Math.SQRT1_2, 0, 1, 0, Math.sqrt(0.32), 0]],
    [3, [0, 0, 0, 0, 0, 0]],
    [4, [five, Math.sqrt(0.04 * 0.5), Math.sqrt(0.32), 0, 1, 0]],
  ])('crop %i', (of, expected) => {
    for (const [other, cosine] of row(space, of).entries()) expect(cosine).toBeCloseTo(expected[other]!, 6);
  });

  it('may be empty', () => {
    expect(finishPieces(createSparseSpace([])).count).toBe(0);
  });
});

it('compareInPieces gives way, and finds the same', () => {
  const vectors = Array.from({ length: 2500 }, (_, index) => Int8Array.of(index % 127, 1 + (index % 11), 5));
  const space = finishPieces(createDenseSpace(vectors));
  const found = new Float32Array(2500);
  const others = Int32Array.from({ length: 2500 }, (_, index) => index);
  expect([...compareInPieces(space, 42, others, found)]).toHaveLength(3);
  expect([...found]).toEqual(row(space, 42));
});
