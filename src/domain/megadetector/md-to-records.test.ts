import { describe, expect, it } from 'vitest';
import { mdToRecords } from './md-to-records';
import type { MdImage, MdResults } from './md-results';
import { recordsToMd } from './records-to-md';

function resultsOf(images: readonly MdImage[]): MdResults {
  return { info: { format_version: '1.6' }, detection_categories: { '1': 'animal', '2': 'person' }, images };
}

const BOX = { category: '1', conf: 0.5, bbox: [0, 0, 1, 1] };

describe('mdToRecords', () => {
  it('puts the highest conf first, and keeps equals in their order', () => {
    const detections = [BOX, { ...BOX, conf: 0.9, category: '2' }, { ...BOX, bbox: [0, 0, 0.5, 1] }];
    expect(mdToRecords(resultsOf([{ file: 'a.jpg', detections }]), null)).toEqual([
      {
        filepath: 'a.jpg',
        detections: [
          { ...BOX, conf: 0.9, category: '2', label: 'person' },
          { ...BOX, label: 'animal' },
          { ...BOX, bbox: [0, 0, 0.5, 1], label: 'animal' },
        ],
      },
    ]);
  });

  it('names the detector where an image failed', () => {
    const failed = { file: 'a.jpg', failure: 'image access failure', detections: null };
    expect(mdToRecords(resultsOf([failed]), null)).toEqual([{ filepath: 'a.jpg', failures: ['DETECTOR'] }]);
  });

  it.each([
    ['base', 'a.jpg', 'base/a.jpg'],
    ['base/', 's\\a.jpg', 'base/s/a.jpg'],
    ['base', '/a.jpg', '/a.jpg'],
    ['', 'a.jpg', 'a.jpg'],
  ])('%j before %j is %s', (folder, file, filepath) => {
    expect(mdToRecords(resultsOf([{ file, detections: [] }]), folder)[0]?.filepath).toBe(filepath);
  });

  it.each([
    [{ file: 'a.jpg', detections: null }, 'images[0].detections: expected a list, got none, and no failure'],
    [{ file: 'a.jpg', detections: [{ ...BOX, category: '9' }] }, 'images[0].detections[0].category: expected an id'],
  ])('%j is refused', (image, message) => {
    expect(() => mdToRecords(resultsOf([image]), null)).toThrow(message);
  });
});

describe('recordsToMd', () => {
  it('gives a class without a name its scientific name, and rounds all numbers', () => {
    const detections = [{ category: '2', label: 'human', conf: 0.1234567, bbox: [0.1234567, 0, 1, 1] }];
    const record = { filepath: 'a.jpg', detections, prediction: 'u;aves;;;;;', prediction_score: 0.999999 };
    expect(recordsToMd([record], null)).toMatchObject({
      detection_categories: { '2': 'person' },
      classification_categories: { '0': 'aves' },
      images: [{ detections: [{ conf: 0.12346, bbox: [0.12346, 0, 1, 1], classifications: [['0', 1]] }] }],
    });
  });

  it.each([
    [undefined, {}],
    [{ classes: ['u;;;;;;'], scores: [1] }, { top_classification_common_name: 'undefined' }],
    [{ classes: ['u;;;;;;fox'], scores: [1] }, { top_classification_common_name: 'fox' }],
  ])('names the first class only beside a prediction', (classifications, extras) => {
    const record = { filepath: 'a.jpg', detections: [], ...(classifications && { classifications, prediction: null }) };
    expect(recordsToMd([record], null).images).toEqual([{ file: 'a.jpg', detections: [], ...extras }]);
  });

  it('refuses what is no record', () => {
    expect(() => recordsToMd([{ filepath: 7 }], null)).toThrow('predictions[0]: filepath: expected text, got number');
  });
});
