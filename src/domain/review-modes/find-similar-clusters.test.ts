import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../test/synthetic-inferences';
import { finishPieces } from '../finish-pieces';
import type { ClassScores } from '../inference';
import { createDenseSpace } from './create-dense-space';
import { createSparseSpace } from './create-sparse-space';
import { findSimilarClusters } from './find-similar-clusters';
import { orderSimilarFirst } from './order-similar-first';
import { packVector } from './pack-vector';
import type { SimilaritySpace } from './similarity-space';

/** Directions in the plane, in degrees. */
const fan = (...degrees: readonly number[]) =>
  finishPieces(
    createDenseSpace(
      degrees.map((degree) => packVector([Math.cos((degree * Math.PI) / 180), Math.sin((degree * Math.PI) / 180)])),
    ),
  );
const within = (degree: number) => Math.cos(((degree + 0.5) * Math.PI) / 180);

const cluster = (space: SimilaritySpace, threshold: number) => finishPieces(findSimilarClusters(space, threshold));
const groups = (space: SimilaritySpace, threshold: number) =>
  finishPieces(orderSimilarFirst(space, cluster(space, threshold))).map(({ vectors }) => vectors);

describe('findSimilarClusters', () => {
  it.each<readonly [string, readonly number[], number, readonly number[], readonly number[]]>([
    ['groups by the leader', [0, 5, 90, 95], 10, [0, 2], [0, 0, 1, 1]],
    ['joins a better leader that came later', [0, 9, 15], 10, [0, 2], [0, 1, 1]],
    ['all apart', [0, 40, 80], 10, [0, 1, 2], [0, 1, 2]],
    ['all as one', [0, 40, 80], 90, [0], [0, 0, 0]],
    ['nothing', [], 10, [], []],
  ])('%s', (_, degrees, reach, leaders, clusterOf) => {
    const found = cluster(fan(...degrees), within(reach));
    expect([...found.leaders]).toEqual(leaders);
    expect([...found.clusterOf]).toEqual(clusterOf);
  });

  it('makes a vector without direction a group of its own', () => {
    const space = finishPieces(createDenseSpace([Int8Array.of(1, 0), Int8Array.of(0, 0), Int8Array.of(1, 0)]));
    expect([...cluster(space, 0.5).clusterOf]).toEqual([0, 1, 0]);
  });
});

describe('orderSimilarFirst', () => {
  it.each<readonly [string, readonly number[], number, readonly (readonly number[])[]]>([
    [
      'the largest first, then the nearest',
      [0, 1, 60, 61, 90, 92, 91, 30, 31],
      5,
      [
        [4, 6, 5],
        [2, 3],
        [7, 8],
        [0, 1],
      ],
    ],
    ['lone ones at the end, as given', [0, 40, 90, 92, 20], 5, [[2, 3], [0], [1], [4]]],
    ['lone ones only', [80, 0, 40], 5, [[0], [1], [2]]],
    ['members from the leader on', [0, 8, 3, 6], 10, [[0, 2, 3, 1]]],
    ['nothing', [], 5, []],
  ])('%s', (_, degrees, reach, expected) => {
    expect(groups(fan(...degrees), within(reach))).toEqual(expected);
  });
});

/** Five directions, each with forty vectors about it: what belongs together is known. */
function planted(seed: number): { readonly space: SimilaritySpace; readonly truth: readonly number[] } {
  const random = createRandom(seed);
  const direction = () => Array.from({ length: 128 }, () => random() - 0.5);
  const centres = Array.from({ length: 5 }, direction);
  const truth = Array.from({ length: 200 }, () => Math.floor(random() * 5));
  const vectors = truth.map((centre) => centres[centre]!.map((value) => value + 0.5 * (random() - 0.5)));
  return { space: finishPieces(createDenseSpace(vectors.map(packVector))), truth };
}

/** Crops of three kinds by their best classes only. */
function plantedScores(seed: number): { readonly space: SimilaritySpace; readonly truth: readonly number[] } {
  const random = createRandom(seed);
  const truth = Array.from({ length: 200 }, () => Math.floor(random() * 3));
  const crops = truth.map((kind): Pick<ClassScores, 'classes' | 'scores'> => {
    const best = 0.6 + 0.3 * random();
    const classes = [10 * kind, 10 * kind + 1, 10 * kind + 2, 100 + Math.floor(random() * 900), 1500];
    return { classes, scores: [best, 0.6 * (1 - best), 0.2 * (1 - best), 0.1 * (1 - best), 0.05 * (1 - best)] };
  });
  return { space: finishPieces(createSparseSpace(crops)), truth };
}

describe.each([
  ['vectors', planted],
  ['class scores', plantedScores],
])('planted groups of %s', (_, plant) => {
  it.each([1, 2, 3])('come back whole (seed %i)', (seed) => {
    const { space, truth } = plant(seed);
    const found = groups(space, 0.6);
    expect(found).toHaveLength(new Set(truth).size);
    for (const vectors of found) expect(new Set(vectors.map((vector) => truth[vector])).size).toBe(1);
    expect(found.flat().sort((one, other) => one - other)).toEqual(truth.map((_kind, vector) => vector));
  });

  it.each([0.2, 0.75, 0.85, 0.99])('keep what is promised at %f', (threshold) => {
    const { space } = plant(4);
    const { leaders, clusterOf, similarities } = cluster(space, threshold);
    const toLeaders = new Float32Array(leaders.length);
    for (let vector = 0; vector < space.count; vector++) {
      space.compare(vector, leaders, toLeaders);
      const own = clusterOf[vector]!;
      if (leaders[own] === vector) {
        expect(similarities[vector]).toBe(1);
        expect(toLeaders.filter((cosine, other) => other !== own && cosine >= threshold)).toHaveLength(0);
      } else {
        expect(similarities[vector]).toBe(toLeaders[own]);
        expect(similarities[vector]).toBeGreaterThanOrEqual(threshold);
        expect(Math.max(...toLeaders)).toBe(similarities[vector]);
      }
    }
  });
});
