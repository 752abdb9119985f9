import { describe, expect, it } from 'vitest';
import { box, countPieces, image, MANY, results } from '../../../test/small-md-results';
import { finishPieces } from '../finish-pieces';
import { compareBatchResults, compareBatchResultsInPieces } from './compare-batch-results';

// The reference's own vectors are in test/golden; here is what they don't show.

describe('buckets', () => {
  it.each([
    ['both', [box(0.15)], [box(0.2)], 'common_detections'],
    ['none', [box(0.1499)], [], 'common_non_detections'],
    ['only A', [box(0.15)], [box(0.1)], 'detections_a_only'],
    ['only B', [], [box(0.15)], 'detections_b_only'],
    ['another category', [box(0.9)], [box(0.9, { category: '2' })], 'class_transitions'],
  ] as const)('%s', (_, a, b, bucket) => {
    expect(compareBatchResults(results([image('a.jpg', ...a)]), results([image('a.jpg', ...b)]))[bucket]).toEqual([
      'a.jpg',
    ]);
  });

  it.each([
    [
      'no limit for a category',
      results([image('a.jpg')]),
      { confsA: { animal: 0.2 } },
      'confs: expected a number for "person" or "default"',
    ],
    [
      'an image twice',
      results([image('a.jpg'), image('a.jpg')]),
      { isListEqualityRequired: false },
      'images of B: expected each file once',
    ],
    ['more images', results([image('a.jpg'), image('b.jpg')]), {}, 'images of B: expected 1, got 2'],
    [
      'neither boxes nor a failure',
      results([{ file: 'a.jpg' }]),
      {},
      '"a.jpg": detections: expected a list, or a failure',
    ],
    [
      'an unknown file',
      results([image('a.jpg')]),
      { files: ['z.jpg'] },
      'files: expected files of both results, got "z.jpg"',
    ],
  ])('%s is refused', (_, b, options, message) => {
    expect(() => compareBatchResults(results([image('a.jpg')]), b, options)).toThrow(message);
  });

  it('a failure is left out, but beside ground truth refused', () => {
    const failed = results([{ file: 'a.jpg', detections: null, failure: 'x' }]);
    expect(Object.values(compareBatchResults(failed, failed)).flat()).toEqual([]);
    const categories = ['animal', 'person', 'empty'].map((name, id) => ({ id, name }));
    const groundTruth = { images: [{ id: 1, file_name: 'a.jpg' }], annotations: [], categories };
    expect(() => compareBatchResults(failed, failed, { groundTruth })).toThrow('a list, because its truth is known');
  });

  it('gives way', () => expect(countPieces(compareBatchResultsInPieces(MANY, MANY))).toBeGreaterThanOrEqual(20));
  it('says the same in pieces', () => {
    expect(finishPieces(compareBatchResultsInPieces(MANY, MANY))).toEqual(compareBatchResults(MANY, MANY));
  });
});
