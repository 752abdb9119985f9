import { describe, expect, it } from 'vitest';
import { box, countPieces, image, MANY, results } from '../../../test/small-md-results';
import { mergeMdDetections, mergeMdDetectionsInPieces } from './merge-md-detections';

// The reference's own vectors are in test/golden; here is what they don't show.

describe('adding boxes of another file', () => {
  const elsewhere = box(0.9, { bbox: [0.6, 0.6, 0.2, 0.2] });

  it('describes new classes when both files describe theirs', () => {
    const target = results([image('a.jpg')], {
      classification_categories: { '0': 'fox', '7': 'elk' },
      classification_category_descriptions: { '0': 'F', '7': 'E' },
    });
    const source = results(
      [image('a.jpg', box(0.9, { classifications: [['1', 0.8]], raw_classifications: [['0', 0.1]] }))],
      {
        classification_categories: { '0': 'elk', '1': 'lynx' },
        classification_category_descriptions: { '0': 'E', '1': 'L' },
      },
    );
    const merged = mergeMdDetections(target, [{ name: 's.json', results: source }]);
    expect(merged.classification_categories).toEqual({ '0': 'fox', '7': 'elk', '8': 'lynx' });
    expect(merged.classification_category_descriptions).toEqual({ '0': 'F', '7': 'E', '8': 'L' });
    expect(merged.images[0]?.detections?.[0]).toMatchObject({
      classifications: [['8', 0.8]],
      raw_classifications: [['7', 0.1]],
    });
  });

  it('adds a box of two files once, and keeps the legacy maximum', () => {
    const source = { name: 's.json', results: results([image('a.jpg', elsewhere)]) };
    const target = results([{ ...image('a.jpg', box(0.5)), max_detection_conf: 0.5 }]);
    const merged = mergeMdDetections(target, [source, source], { sourceConfs: [0.05, 0.05] });
    expect(merged.images[0]?.detections).toHaveLength(2);
    expect(merged.images[0]?.['max_detection_conf']).toBe(0.9);
    expect(merged.info).toMatchObject({
      detector: 'md_v5a.0.1.pt + md_v5a.0.1.pt + md_v5a.0.1.pt',
      detections_transferred_from: ['s.json', 's.json'],
    });
  });

  it.each([
    [
      'other categories',
      { detection_categories: { '1': 'animal' } },
      {},
      'sources[0]: detection_categories: expected those of the target',
    ],
    [
      'both lists',
      {},
      { includedCategories: [1], excludedCategories: [2] },
      'categories: expected some to include or some to exclude, got both',
    ],
    [
      'boxes without area',
      { images: [image('a.jpg', box(0.9, { bbox: [0, 0, 0, 1] }))] },
      {},
      'bbox: expected a box with width and height',
    ],
  ])('refuses %s', (_, change, options, message) => {
    const source = { name: 's.json', results: results([image('a.jpg', elsewhere)], change) };
    expect(() => mergeMdDetections(results([image('a.jpg', box(0.5))]), [source], options)).toThrow(message);
  });

  it('gives way', () => {
    const pieces = mergeMdDetectionsInPieces(MANY, [{ name: 's.json', results: MANY }]);
    expect(countPieces(pieces)).toBeGreaterThanOrEqual(20);
  });
});
