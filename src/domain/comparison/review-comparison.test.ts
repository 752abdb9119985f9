import { describe, expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import type { ComparedImage, ComparedResult } from './compared-image';
import { reviewComparison } from './review-comparison';

const box = (conf: number, x = 0.1) => ({ category: 'animal', conf, bbox: [x, 0.1, 0.2, 0.2] as const });
const image = (change: Partial<ComparedImage> = {}): ComparedImage => ({
  label: 'lion',
  score: 0.9,
  source: 'classifier',
  detections: [box(0.9)],
  failed: false,
  ...change,
});

const PAIRS: Readonly<Record<string, readonly [ComparedImage | null, ComparedImage | null]>> = {
  same: [image(), image()],
  score: [image(), image({ score: 0.6 })],
  conf: [image(), image({ detections: [box(0.5)] })],
  box: [image(), image({ detections: [] })],
  'faint box': [image({ detections: [] }), image({ detections: [box(0.2)] })],
  label: [image(), image({ label: 'fox', score: 0.2 })],
  'unsure label': [image({ score: 0.4 }), image({ label: 'fox', score: 0.2 })],
  failure: [image(), image({ failed: true })],
  here: [image(), null],
  there: [null, image()],
};
const side = (index: 0 | 1): ComparedResult =>
  new Map(Object.entries(PAIRS).flatMap(([path, pair]) => (pair[index] === null ? [] : [[path, pair[index]]])));

describe('a review', () => {
  const review = finishPieces(reviewComparison(side(0), side(1), 'speciesnet'));

  it('lists the largest differences first, images of one side last', () => {
    expect(review.differing.map(({ pathA, pathB }) => pathA ?? pathB)).toEqual([
      'failure',
      'label',
      'unsure label',
      'box',
      'faint box',
      'conf',
      'score',
      'here',
      'there',
    ]);
  });

  it('says how large each is', () => {
    const sizes = Object.fromEntries(review.differing.map(({ pathA, pathB, size }) => [pathA ?? pathB, size]));
    expect(sizes).toMatchObject({ failure: 4, here: 0, there: 0 });
    expect(sizes['label']).toBeCloseTo(3 + 0.9 * 0.999);
    expect(sizes['faint box']).toBeCloseTo(1 + 0.2 * 0.999);
    expect(sizes['conf']).toBeCloseTo(0.4);
    expect(sizes['score']).toBeCloseTo(0.3);
  });

  it('judges equality by the images that both have', () => {
    expect(review.equality).toMatchObject({ isEqual: false, compared: 8, counts: { label: 2, failure: 1, boxes: 2 } });
    const own = finishPieces(reviewComparison(side(0), side(0), 'speciesnet'));
    expect(own).toMatchObject({ differing: [], equality: { isEqual: true, compared: 9 } });
  });

  it('tells how far it is', () => {
    const steps = [...reviewComparison(side(0), side(1), 'speciesnet')];
    expect(steps.at(-1)).toBe(10);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
  });
});
