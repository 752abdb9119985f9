import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../test/synthetic-inferences';
import { finishPieces } from '../finish-pieces';
import { createDenseSpace } from './create-dense-space';
import { findNeighbours } from './find-neighbours';
import { packVector } from './pack-vector';

it.each<readonly [string, readonly number[], readonly number[]]>([
  ['the largest is 127', [0.5, -0.25, 0.1], [127, -63, 25]],
  ['a negative one too', [-2, 1, 0], [-127, 64, 0]],
  ['nothing', [], []],
  ['zeros', [0, 0], [0, 0]],
  ['no number', [NaN, 2], [0, 127]],
  ['an infinite number', [Infinity, 2], [0, 0]],
  ['very small numbers', [1e-40, -1e-40], [127, -127]],
  ['very large numbers', [3e38, 1.5e38], [127, 64]],
])('%s', (_, vector, expected) => {
  expect([...packVector(vector)]).toEqual(expected);
});

/** Normally distributed numbers (Box and Muller), as an embedding's about are; `skew` makes some of them much larger. */
function vectors(count: number, size: number, skew: number): readonly Float32Array[] {
  const random = createRandom(size + skew);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, () => Float32Array.from({ length: size }, () => normal() ** (2 * skew + 1)));
}

function cosineOf(one: Float32Array, other: Float32Array): number {
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, index) => sum + value * b[index]!, 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

/** The error that the description allows: half a step in every number, seen from the end of a vector of length 1. */
function angleOf(vector: Float32Array): number {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return Math.asin((Math.sqrt(vector.length) * largest) / 254 / length);
}

/** How far the cosines of all pairs are from those of the originals, and how far they may be. */
function errorsOf(originals: readonly Float32Array[]) {
  const space = finishPieces(createDenseSpace(originals.map(packVector)));
  const others = Int32Array.from(originals, (_, index) => index);
  const found = new Float32Array(others.length);
  const pairs: { readonly error: number; readonly allowed: number }[] = [];
  for (const of of others) {
    space.compare(of, others, found);
    for (const other of others.subarray(of + 1)) {
      const error = Math.abs(found[other]! - cosineOf(originals[of]!, originals[other]!));
      pairs.push({ error, allowed: angleOf(originals[of]!) + angleOf(originals[other]!) });
    }
  }
  return pairs;
}

describe('cosines of packed vectors', () => {
  it.each([
    [512, 0],
    [512, 1],
    [2498, 0],
    [8, 0],
  ])('are off by no more than stated (%i numbers, skew %i)', (size, skew) => {
    const pairs = errorsOf(vectors(100, size, skew));
    expect(pairs.filter(({ error, allowed }) => error > allowed)).toEqual([]);
  });

  it('are off by 0.0004 on average and 0.002 at most for 512 normal numbers, as measured', () => {
    const pairs = errorsOf(vectors(100, 512, 0));
    expect(pairs.reduce((sum, { error }) => sum + error, 0) / pairs.length).toBeLessThan(0.00045);
    expect(Math.max(...pairs.map(({ error }) => error))).toBeLessThan(0.0025);
    expect(Math.max(...pairs.map(({ allowed }) => allowed))).toBeLessThan(0.035);
  });
});

/** Positive numbers around a few centres, as the pooled activations of a network are about: one centre for each kind of animal. */
function pooled(count: number, size: number, kinds: number): readonly Float32Array[] {
  const random = createRandom(count);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const centres = Array.from({ length: kinds }, () => Array.from({ length: size }, () => normal()));
  return Array.from({ length: count }, (_, index) => {
    const centre = centres[index % kinds]!;
    return Float32Array.from(centre, (value) => Math.max(0, value + 0.8 * normal()));
  });
}

it('keeps 9.8 of the 10 nearest of 1,280 pooled numbers, and the very nearest of 19 in 20, as measured', () => {
  const originals = pooled(200, 1280, 8);
  const { each, vectors } = finishPieces(findNeighbours(finishPieces(createDenseSpace(originals.map(packVector))), 10));
  const lengths = originals.map((vector) => Math.hypot(...vector));
  let kept = 0;
  let first = 0;
  for (const [of, one] of originals.entries()) {
    const cosines = originals.map((other, index) => {
      let dot = 0;
      for (let at = 0; at < one.length; at++) dot += one[at]! * other[at]!;
      return index === of ? -1 : dot / (lengths[of]! * lengths[index]!);
    });
    const ranked = cosines.map((_, index) => index).sort((left, right) => cosines[right]! - cosines[left]!);
    const nearest = vectors.subarray(of * each, (of + 1) * each);
    const right = new Set(ranked.slice(0, each));
    kept += nearest.filter((index) => right.has(index)).length;
    first += nearest[0] === ranked[0] ? 1 : 0;
  }
  expect(kept / originals.length).toBeGreaterThan(9.75);
  expect(first / originals.length).toBeGreaterThan(0.93);
});
