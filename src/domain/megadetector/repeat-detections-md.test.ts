import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../test/run-to-end';
import { createDetectionSet } from './detection-set';
import type { MdDetection, MdImage, MdResults } from './md-results';
import { DEFAULT_REPEAT_OPTIONS } from './repeat-options';
import { findMdRepeats, markMdRepeats } from './repeat-detections-md';
import type { RepeatReviewOrder } from './repeat-review-order';

const OPTIONS = { ...DEFAULT_REPEAT_OPTIONS, minOccurrences: 2 };

function boxAt(x: number, more: Partial<MdDetection> = {}): MdDetection {
  return { category: '1', conf: 0.6, bbox: [x, 0.5, 0.1, 0.1], ...more };
}

function resultsOf(...images: readonly MdImage[]): MdResults {
  return { info: { format_version: '1.6' }, detection_categories: { '1': 'animal' }, images };
}

function find(results: MdResults, order?: RepeatReviewOrder) {
  return runToEnd(findMdRepeats(results, OPTIONS, order));
}

describe('findMdRepeats', () => {
  it('names the pictures by camera and place in review, counting cameras without repeats', () => {
    const results = resultsOf(
      { file: 'empty/1.jpg', detections: [] },
      { file: 'b/1.jpg', detections: [boxAt(0.7), boxAt(0.1)] },
      { file: 'b/2.jpg', detections: [boxAt(0.7), boxAt(0.1)] },
    );
    const picturesIn = (order?: RepeatReviewOrder) =>
      find(results, order).groups.map(({ bbox, picture }) => `${bbox[0]} ${picture}`);
    expect(picturesIn()).toEqual(['0.1 dir0001_det0000_n0002.jpg', '0.7 dir0001_det0001_n0002.jpg']);
    expect(picturesIn('founded')).toEqual(['0.7 dir0001_det0000_n0002.jpg', '0.1 dir0001_det0001_n0002.jpg']);
    expect(picturesIn('clustersort')[1]).toBe('0.7 dir0001_det0001_c0001_n0002.jpg');
  });

  it.each([
    ['.\\a\\1.jpg', './a/1.jpg'],
    ['a//b/./1.jpg', 'a/b/1.jpg'],
    ['a/../b/1.jpg', 'b/1.jpg'],
    ['../a/1.jpg', '../a/1.jpg'],
    ['/../a/1.jpg', '/a/1.jpg'],
  ])('%s becomes %s', (file, normal) => {
    expect(find(resultsOf({ file, detections: [] })).results.images[0]!.file).toBe(normal);
  });

  it.each(['v.mp4', 'jpg', '.jpg', 'x.heic'])('%s is no still', (name) => {
    const images = ['1', '2'].map((id) => ({ file: `${id}/${name}`, detections: [boxAt(0), boxAt(0)] }));
    expect(find(resultsOf(...images)).groups).toEqual([]);
  });

  it.each(['a.JPG', 'a.jpeg', 'a.avif', 'a.webp', 'a.tif'])('%s is a still', (file) => {
    expect(find(resultsOf({ file, detections: [boxAt(0), boxAt(0)] })).groups).toHaveLength(1);
  });

  it.each<[string, readonly MdImage[]]>([
    ['images[1].file: expected a file of its own, got "a/1.jpg" again', [{ file: 'a/1.jpg' }, { file: 'a\\1.jpg' }]],
    [
      'images[0].detections[1].conf: expected at most 1, got 60',
      [{ file: '1.jpg', detections: [boxAt(0), boxAt(0, { conf: 60 })] }],
    ],
    [
      'images[0].detections[0].bbox: expected fractions of the image, got 5, 5, 9, 9',
      [{ file: '1.jpg', detections: [boxAt(0, { bbox: [5, 5, 9, 9] })] }],
    ],
    [
      'images[0].detections[0].bbox: expected fractions of the image, got 5',
      [{ file: '1.jpg', detections: [boxAt(0, { bbox: [5] })] }],
    ],
  ])('%s', (message, images) => expect(() => find(resultsOf(...images))).toThrow(message));
});

describe('markMdRepeats', () => {
  it('flips the sign, once, and keeps all else', () => {
    const results = resultsOf(
      {
        file: '1.jpg',
        detections: [boxAt(0.12345, { note: 'x' }), boxAt(0.5), boxAt(0.7, { conf: -0.2 })],
        max_detection_conf: 0.6,
      },
      { file: '2.jpg', detections: [boxAt(0)] },
      { file: '3.jpg', detections: null, failure: 'image access failure' },
      { file: '4.jpg', detections: [], max_detection_conf: 0 },
    );
    const before = JSON.stringify(results);
    const members = [0, 1, 2].map((detection) => ({ filepath: '1.jpg', detection }));
    const gone = ['3.jpg', '4.jpg'].map((filepath) => ({ filepath, detection: 0 }));
    const repeats = createDetectionSet([...members, ...gone]);
    const marked = results.images.map((image) => markMdRepeats(image, repeats));
    expect(marked[0]).toEqual({
      file: '1.jpg',
      detections: [boxAt(0.12345, { note: 'x', conf: -0.6 }), boxAt(0.5, { conf: -0.6 }), boxAt(0.7, { conf: -0.2 })],
      max_detection_conf: -0.2,
    });
    expect(marked.slice(1)).toEqual(results.images.slice(1));
    expect(JSON.stringify(results)).toBe(before);
  });
});
