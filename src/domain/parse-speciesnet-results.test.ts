import { describe, expect, it } from 'vitest';
import { parseSpeciesnetResults } from './parse-speciesnet-results';

const BOX = { category: '1', label: 'animal', conf: 0.9, bbox: [0.1, 0.2, 0.3, 0.4] };
const FULL = {
  filepath: 'a.jpg',
  country: 'KEN',
  latitude: -1.5,
  longitude: 36.8,
  classifications: { classes: ['x'], scores: [1], target_classes: ['y'], target_logits: [-3.5] },
  detections: [BOX],
  prediction: 'x',
  prediction_score: 0.9,
  prediction_source: 'classifier',
  model_version: 'v',
};
const parseOne = (record: object) => parseSpeciesnetResults({ predictions: [{ filepath: 'a.jpg', ...record }] })[0];

describe('what is read', () => {
  it('a full record, from an object or a list', () => {
    expect(parseSpeciesnetResults({ predictions: [FULL] })).toEqual([FULL]);
    expect(parseSpeciesnetResults([FULL])).toEqual([FULL]);
    expect(parseSpeciesnetResults({ predictions: [] })).toEqual([]);
  });

  it.each([
    ['null for no value', { country: null, detections: null, prediction: null }, {}],
    ['other keys', { mine: { a: 1 } }, {}],
    ['failures', { failures: ['DETECTOR', 'CLASSIFIER'] }, { failures: ['CLASSIFIER', 'DETECTOR'] }],
    ['failures of another program', { failures: ['SOMETHING'] }, { failures: [] }],
    ['failures without a value', { failures: null }, { failures: [] }],
    [
      'a box without label',
      { detections: [{ ...BOX, label: undefined, category: 2 }] },
      { detections: [{ ...BOX, category: '2', label: 'human' }] },
    ],
  ])('%s', (_, record, expected) => expect(parseOne(record)).toEqual({ filepath: 'a.jpg', ...expected }));
});

describe('what cannot be used', () => {
  it.each([
    ['text', 'x', 'predictions file: expected an object, got text'],
    ['no list', { predictions: {} }, 'predictions file: predictions: expected a list, got an object'],
    [
      'a MegaDetector file',
      { info: {}, images: [] },
      'predictions file: expected an object with predictions, got a MegaDetector file',
    ],
    ['no path', [{ filepath: 5 }], 'predictions file: predictions[0].filepath: expected text, got number'],
    ['a blank path', [{ filepath: '' }], 'predictions file: predictions[0].filepath: expected a path, got a blank'],
  ])('%s', (_, file, message) => expect(() => parseSpeciesnetResults(file)).toThrow(message));

  it.each([
    ['detections: expected a list, got an object', { detections: {} }],
    [
      'detections[0].conf: expected a number from -0.001 to 1.001, got "0.9"',
      { detections: [{ ...BOX, conf: '0.9' }] },
    ],
    ['detections[0].bbox: expected 4 numbers, got 3', { detections: [{ ...BOX, bbox: [0, 0, 1] }] }],
    [
      'detections[0].bbox[0]: expected a number from -1 to 2, got 12',
      { detections: [{ ...BOX, bbox: [12, 0, 1, 1] }] },
    ],
    ['classifications.scores: expected 1, got 0', { classifications: { classes: ['x'], scores: [] } }],
    ['prediction_score: expected a number from -0.001 to 1.001, got an object', { prediction_score: {} }],
    ['prediction: expected text, got number', { prediction: 1 }],
    ['failures: expected a list, got text', { failures: 'DETECTOR' }],
  ])('%s', (message, record) => {
    expect(() => parseOne(record)).toThrow(`predictions file: predictions[0].${message}`);
  });
});
