import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../test/synthetic-inferences';
import { finishPieces } from '../finish-pieces';
import { createDenseSpace } from './create-dense-space';
import { findNearestTo, findNeighbours } from './find-neighbours';

const vectorsOf = (count: number, seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => Int8Array.from({ length: 24 }, () => Math.floor(255 * random()) - 127));
};

/** All others by their cosine in doubles, sorted as a whole. */
function sortedFrom(vectors: readonly Int8Array[], of: number): readonly { vector: number; similarity: number }[] {
  const dot = (one: Int8Array, other: Int8Array) => one.reduce((sum, value, index) => sum + value * other[index]!, 0);
  const own = vectors[of]!;
  return vectors
    .map((other, vector) => ({ vector, similarity: dot(own, other) / Math.sqrt(dot(own, own) * dot(other, other)) }))
    .filter(({ vector }) => vector !== of)
    .sort((one, other) => other.similarity - one.similarity);
}

describe('the nearest of 300', () => {
  const vectors = vectorsOf(300, 5);
  const space = finishPieces(createDenseSpace(vectors));
  const all = finishPieces(findNeighbours(space, 7));

  it.each([0, 1, 137, 299])('vector %i', (of) => {
    const expected = sortedFrom(vectors, of).slice(0, 7);
    const some = finishPieces(findNearestTo(space, of, 7));
    expect(some.map(({ vector }) => vector)).toEqual(expected.map(({ vector }) => vector));
    for (const [rank, { similarity }] of some.entries()) expect(similarity).toBeCloseTo(expected[rank]!.similarity, 6);
    expect([...all.vectors.subarray(7 * of, 7 * of + 7)]).toEqual(some.map(({ vector }) => vector));
    expect([...all.similarities.subarray(7 * of, 7 * of + 7)]).toEqual(some.map(({ similarity }) => similarity));
  });
});

it.each([0, 1, 2, 5])('takes the lower numbers of equal ones (vector %i)', (of) => {
  const space = finishPieces(createDenseSpace(Array.from({ length: 6 }, () => Int8Array.of(3, 4))));
  const expected = [0, 1, 2, 3].filter((vector) => vector !== of).slice(0, 3);
  expect(finishPieces(findNearestTo(space, of, 3)).map(({ vector }) => vector)).toEqual(expected);
  expect([...finishPieces(findNeighbours(space, 3)).vectors.subarray(3 * of, 3 * of + 3)]).toEqual(expected);
});

it.each([
  [0, 5, 0],
  [1, 5, 0],
  [3, 5, 2],
  [3, 0, 0],
])('%i vectors, %i wanted: %i each', (count, wanted, each) => {
  const space = finishPieces(createDenseSpace(vectorsOf(count, 1)));
  const found = finishPieces(findNeighbours(space, wanted));
  expect([found.each, found.vectors.length, found.similarities.length]).toEqual([each, each * count, each * count]);
  expect([...found.vectors].every((vector) => vector >= 0)).toBe(true);
  if (count > 0) expect(finishPieces(findNearestTo(space, 0, wanted))).toHaveLength(each);
});
