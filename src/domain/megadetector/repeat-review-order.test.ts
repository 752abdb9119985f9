import { expect, it } from 'vitest';
import type { Bbox } from '../detection';
import { inReviewOrder, type RepeatReviewOrder } from './repeat-review-order';

const at = (x: number, y: number, width = 0.1) => ({ bbox: [x, y, width, 0.1] satisfies Bbox });

it.each<[string, RepeatReviewOrder, readonly { readonly bbox: Bbox }[], readonly (readonly [number, number | null])[]]>(
  [
    [
      'as founded',
      'founded',
      [at(0.5, 0), at(0.1, 0)],
      [
        [0, null],
        [1, null],
      ],
    ],
    [
      'by the centre',
      'xsort',
      [at(0.5, 0), at(0.1, 0), at(0.2, 0, 0.8)],
      [
        [1, null],
        [0, null],
        [2, null],
      ],
    ],
    [
      'equal centres stay',
      'xsort',
      [at(0.5, 0), at(0.5, 0.5), at(0.1, 0)],
      [
        [2, null],
        [0, null],
        [1, null],
      ],
    ],
    [
      'neighbours together',
      'clustersort',
      [at(0.5, 0), at(0.1, 0), at(0.52, 0), at(0.1, 0.05)],
      [
        [1, 0],
        [3, 0],
        [0, 1],
        [2, 1],
      ],
    ],
    [
      'by the left side, not the centre',
      'clustersort',
      [at(0.3, 0.8, 0.1), at(0.2, 0, 0.6)],
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      'equal clusters by label',
      'clustersort',
      [at(0.5, 0), at(0.5, 0.5)],
      [
        [1, 0],
        [0, 1],
      ],
    ],
    ['one has no cluster', 'clustersort', [at(0.5, 0)], [[0, null]]],
  ],
)('%s', (_, order, groups, expected) => {
  expect(inReviewOrder(groups, order).map(({ group, cluster }) => [groups.indexOf(group), cluster])).toEqual(expected);
});
