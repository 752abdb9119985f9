import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../test/synthetic-inferences';
import { clusterCompletely, type Point } from './complete-linkage';

describe('clusterCompletely', () => {
  it.each<[string, readonly Point[], number, readonly number[]]>([
    ['nothing', [], 1, []],
    ['one point', [[0, 0]], 1, [0]],
    [
      'two near ones',
      [
        [0, 0],
        [0, 1],
      ],
      1.5,
      [0, 0],
    ],
    [
      'two apart: the later one is the first on the heap',
      [
        [0, 0],
        [0, 1],
      ],
      1,
      [1, 0],
    ],
    [
      'a row: the farthest two decide, not the neighbours',
      [
        [0, 0],
        [1, 0],
        [2.5, 0],
      ],
      2,
      [0, 0, 1],
    ],
    [
      'equal distances: the first neighbour that is met',
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      1.5,
      [0, 0, 1],
    ],
    [
      'two pairs: the cluster that was closed last comes first',
      [
        [0, 0],
        [0, 0.1],
        [5, 0],
        [5, 0.2],
      ],
      1,
      [1, 1, 0, 0],
    ],
    [
      'one place',
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      1e-9,
      [0, 0, 0],
    ],
  ])('%s', (_, points, limit, labels) => expect(clusterCompletely(points, limit)).toEqual(labels));

  it('clusters as merging the two nearest clusters again and again does', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = createRandom(seed);
      const points = Array.from({ length: 2 + seed }, (): Point => [random(), random()]);
      for (const limit of [0.05, 0.2, 0.5, 2]) {
        expect(partition(clusterCompletely(points, limit))).toEqual(partition(greedyLabels(points, limit)));
      }
    }
  });
});

/** Members by cluster, whatever the labels are called. */
function partition(labels: readonly number[]): readonly string[] {
  const members = labels.map((label) => labels.flatMap((other, index) => (other === label ? [index] : [])).join(' '));
  return [...new Set(members)].sort();
}

function greedyLabels(points: readonly Point[], limit: number): readonly number[] {
  const clusters = points.map((_, index) => [index]);
  const farthest = (a: readonly number[], b: readonly number[]) =>
    Math.max(
      ...a.flatMap((i) => b.map((j) => Math.hypot(points[i]![0] - points[j]![0], points[i]![1] - points[j]![1]))),
    );
  for (;;) {
    let best = { distance: limit, left: -1, right: -1 };
    for (let left = 0; left < clusters.length; left++) {
      for (let right = left + 1; right < clusters.length; right++) {
        const distance = farthest(clusters[left]!, clusters[right]!);
        if (distance < best.distance) best = { distance, left, right };
      }
    }
    if (best.left < 0) return points.map((_, index) => clusters.findIndex((members) => members.includes(index)));
    clusters[best.left]!.push(...clusters.splice(best.right, 1)[0]!);
  }
}
