import { describe, expect, it } from 'vitest';
import { compareResults, type ImageComparison } from './compare-results';
import type { ComparedImage, ComparedResult } from './compared-image';

const image = (label: string | null, change: Partial<ComparedImage> = {}): ComparedImage => ({
  label,
  score: label === null ? null : 0.9,
  source: null,
  detections: [],
  failed: false,
  ...change,
});
const result = (images: Readonly<Record<string, ComparedImage>>): ComparedResult => new Map(Object.entries(images));

function compare(a: ComparedResult, b: ComparedResult) {
  const images: ImageComparison[] = [];
  const pieces = compareResults(a, b);
  for (let count = 0; ; count++) {
    const piece = pieces.next();
    if (piece.done === true) return { images, pieces: count, ...piece.value };
    images.push(...piece.value);
  }
}

const animal = (conf: number) => ({ category: 'animal', conf, bbox: [0.1, 0.1, 0.5, 0.5] as const });

describe('a comparison', () => {
  const a = result({
    'same.jpg': image('lion', { detections: [animal(0.9)] }),
    'other.jpg': image('lion'),
    'other2.jpg': image('lion'),
    'none.jpg': image(null),
    'failed.jpg': image(null, { failed: true }),
    'a.jpg': image('lion'),
  });
  const b = result({
    'b.jpg': image('fox'),
    'same.jpg': image('lion', { score: 0.91, detections: [animal(0.905), { ...animal(0.4), category: 'human' }] }),
    'other.jpg': image('fox'),
    'other2.jpg': image('fox'),
    'none.jpg': image(null),
    'failed.jpg': image('lion'),
  });

  it('lists images in A’s order, those without a partner last', () => {
    expect(compare(a, b).images.map(({ pathA, pathB, differences }) => [pathA, pathB, ...differences])).toEqual([
      ['same.jpg', 'same.jpg', 'boxes'],
      ['other.jpg', 'other.jpg', 'label'],
      ['other2.jpg', 'other2.jpg', 'label'],
      ['none.jpg', 'none.jpg'],
      ['failed.jpg', 'failed.jpg', 'failure'],
      ['a.jpg', null, 'only-in-a'],
      [null, 'b.jpg', 'only-in-b'],
    ]);
  });

  it('counts', () => {
    const { summary, hasLabels } = compare(a, b);
    expect(hasLabels).toBe(true);
    expect(summary).toMatchObject({
      compared: 5,
      equal: 1,
      counts: { 'only-in-a': 1, 'only-in-b': 1, failure: 1, label: 2, score: 0, boxes: 1, 'box-labels': 0 },
      imageAgreement: 20,
      transitions: [{ from: 'lion', to: 'fox', count: 2 }],
      boxes: [
        { category: 'animal', matched: 1, onlyInA: 0, onlyInB: 0 },
        { category: 'human', matched: 0, onlyInA: 0, onlyInB: 1 },
      ],
    });
    expect(summary.labelAgreement).toBeCloseTo(100 / 3, 9);
    expect(summary.score?.max).toBeCloseTo(0.01, 12);
    expect(summary.conf?.max).toBeCloseTo(0.005, 12);
    expect(summary.bbox).toEqual({ count: 1, max: 0, median: 0, p95: 0 });
  });

  it('of nothing has no shares', () => {
    expect(compare(result({}), result({})).summary).toMatchObject({
      compared: 0,
      imageAgreement: null,
      labelAgreement: null,
      score: null,
      boxes: [],
    });
  });

  it('with a result that names nothing compares boxes only', () => {
    const { hasLabels, summary } = compare(result({ 'x.jpg': image('lion') }), result({ 'x.jpg': image(null) }));
    expect({ hasLabels, equal: summary.equal, labels: summary.labelAgreement }).toEqual({
      hasLabels: false,
      equal: 1,
      labels: null,
    });
  });
});

describe('giving way', () => {
  it('every hundred images', () => {
    const images = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`${index}.jpg`, image('lion')]));
    expect(compare(result(images), result(images)).pieces).toBeGreaterThanOrEqual(50);
  });

  it('after fewer images with many boxes', () => {
    const crowd = Array.from({ length: 300 }, () => animal(0.5));
    const images = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`${index}.jpg`, image(null, { detections: crowd })]),
    );
    expect(compare(result(images), result(images)).pieces).toBeGreaterThanOrEqual(10);
  });
});
