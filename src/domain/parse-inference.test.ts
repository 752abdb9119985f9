import { describe, expect, it } from 'vitest';
import { SMALL_LABELS } from '../../test/small-package';
import { syntheticInferences } from '../../test/synthetic-inferences';
import { parseInference } from './parse-inference';

const BOX = { category: '1', label: 'animal', conf: 0.9, bbox: [0.1, 0.2, 0.3, 0.4] };
const SCORES = { classes: [3, 1], scores: [0.7, 0.2] };
const FACT = {
  filepath: 'cam 1/été/IMG_1.JPG',
  size: { width: 4, height: 3 },
  capturedAt: '2024-02-29T06:30:00',
  detections: [BOX, { ...BOX, category: '2', label: 'human', conf: 0.5 }],
  crops: { image: SCORES, '0': SCORES, '1': SCORES, box0: SCORES, box1: SCORES },
  failures: [],
  problem: null,
};
const parse = (change: object) => parseInference({ ...FACT, ...change }, 'inference', 8);

describe('what is taken', () => {
  it.each([
    ['all', {}],
    ['nothing known', { size: null, capturedAt: null, detections: null, crops: {} }],
    ['no boxes, whole image', { detections: [], crops: { image: { classes: [], scores: [] } } }],
    [
      'a failure',
      {
        detections: null,
        crops: {},
        failures: ['CLASSIFIER', 'DETECTOR'],
        problem: { code: 'file-empty', detail: '' },
      },
    ],
    ['a place', { location: { latitude: -1.5, longitude: 36.8 } }],
    ['no place', { location: null }],
    ['a hash', { sha256: 'a1'.repeat(32) }],
    [
      'faint boxes',
      {
        faintDetections: [
          { ...BOX, conf: 0.01 },
          { ...BOX, conf: 0.006 },
        ],
      },
    ],
    [
      'boxes of another program, in its order',
      { detections: [{ ...BOX, conf: 0.001 }, BOX], crops: {}, isImported: true },
    ],
    ['target species', { crops: { image: { ...SCORES, targets: { classes: [5, 1], logits: [-3.5, 12] } } } }],
    ['sides a little beyond the image', { detections: [{ ...BOX, bbox: [-2e-8, 0, 1.0000001, 1] }], crops: {} }],
  ])('%s', (_, change) => expect(parse(change)).toEqual({ ...FACT, ...change }));

  it('and nothing else', () => {
    const extra = { mine: 1, detections: [{ ...BOX, extra: 1 }], crops: { image: { ...SCORES, extra: 1 } } };
    expect(parse(extra)).toEqual({ ...FACT, detections: [BOX], crops: { image: SCORES } });
  });

  it('every fact of ours', () => {
    for (const fact of syntheticInferences({ count: 300, seed: 7, labels: SMALL_LABELS })) {
      expect(parseInference(JSON.parse(JSON.stringify(fact)), 'fact', SMALL_LABELS.length)).toEqual(fact);
    }
  });
});

describe('what is refused', () => {
  it.each([
    ['filepath: expected text, got nothing', { filepath: undefined }],
    ['filepath: expected a path inside a folder, got ""', { filepath: '' }],
    ['filepath: expected a path inside a folder, got "/etc/passwd"', { filepath: '/etc/passwd' }],
    ['filepath: expected a path inside a folder, got "a/../b"', { filepath: 'a/../b' }],
    ['filepath: expected a path inside a folder, got "a\\..\\b"', { filepath: 'a\\..\\b' }],
    ['filepath: expected a path inside a folder, got "a//b"', { filepath: 'a//b' }],
    ['filepath: expected at most 4096 characters, got 5000', { filepath: 'x'.repeat(5000) }],
    ['size.width: expected a whole number from 1 to 178956970, got 0', { size: { width: 0, height: 1 } }],
    ['size: expected an object, got nothing', { size: undefined }],
    [
      'capturedAt: expected null or a time as 2024-05-01T06:30:00, got "2024-02-30T06:30:00"',
      { capturedAt: '2024-02-30T06:30:00' },
    ],
    [
      'capturedAt: expected null or a time as 2024-05-01T06:30:00, got "2024:05:01 06:30:00"',
      { capturedAt: '2024:05:01 06:30:00' },
    ],
    ['detections: expected a list, got nothing', { detections: undefined }],
    ['detections: expected at most 2000 entries, got 2001', { detections: Array.from({ length: 2001 }, () => BOX) }],
    ['detections[0].category: expected "1", "2" or "3", got "4"', { detections: [{ ...BOX, category: '4' }] }],
    [
      'detections[0].category: expected "1", "2" or "3", got "constructor"',
      { detections: [{ ...BOX, category: 'constructor' }] },
    ],
    ['detections[0].label: expected "animal", got "human"', { detections: [{ ...BOX, label: 'human' }] }],
    ['detections[0].conf: expected a number from 0 to 1, got -0.9', { detections: [{ ...BOX, conf: -0.9 }] }],
    ['detections[0].conf: expected a number from 0 to 1, got null', { detections: [{ ...BOX, conf: null }] }],
    ['detections[0].bbox: expected 4 numbers, got 3', { detections: [{ ...BOX, bbox: [0, 0, 1] }] }],
    ['detections[0].bbox: expected a number from -1 to 2, got 20', { detections: [{ ...BOX, bbox: [20, 0, 1, 1] }] }],
    [
      'crops.image.targets.logits: expected 1, one for each class, got 2',
      { crops: { image: { ...SCORES, targets: { classes: [1], logits: [1, 2] } } } },
    ],
    [
      'crops.image.targets.classes: expected a whole number from 0 to 7, got 8',
      { crops: { image: { ...SCORES, targets: { classes: [8], logits: [1] } } } },
    ],
    ['crops: expected an object, got a list', { crops: [] }],
    ['crops: expected crops of the image or its 2 boxes, got "2"', { crops: { '2': SCORES } }],
    ['crops: expected crops of the image or its 2 boxes, got "box2"', { crops: { box2: SCORES } }],
    ['crops: expected crops of the image or its 2 boxes, got "00"', { crops: { '00': SCORES } }],
    [
      'crops: expected crops of the image or its 2 boxes, got "__proto__"',
      { crops: JSON.parse('{"__proto__": {}}') as object },
    ],
    [
      'crops.image.classes: expected a whole number from 0 to 7, got 8',
      { crops: { image: { classes: [8], scores: [1] } } },
    ],
    [
      'crops.image.classes: expected a whole number from 0 to 7, got 0.5',
      { crops: { image: { classes: [0.5], scores: [1] } } },
    ],
    [
      'crops.image.scores: expected 2, one for each class, got 1',
      { crops: { image: { classes: [1, 2], scores: [1] } } },
    ],
    [
      'crops.image.scores: expected the best score first, got 0.9',
      { crops: { image: { classes: [1, 2], scores: [0.1, 0.9] } } },
    ],
    [
      'failures: expected some of CLASSIFIER, DETECTOR, GEOLOCATION, in this order, got ["DETECTOR","CLASSIFIER"]',
      { failures: ['DETECTOR', 'CLASSIFIER'] },
    ],
    ['failures: expected some of CLASSIFIER, DETECTOR, GEOLOCATION, in this order, got ["X"]', { failures: ['X'] }],
    ['problem.code: expected one of file-missing', { problem: { code: 'x', detail: '' } }],
    ['problem.detail: expected text, got nothing', { problem: { code: 'file-empty' } }],
    ['location.latitude: expected a number from -90 to 90, got 91', { location: { latitude: 91, longitude: 0 } }],
    ['sha256: expected 64 digits of lower-case hex, got "A1"', { sha256: 'A1' }],
    ['faintDetections[0].conf: expected a number from 0.005 to 0.01, got 0.9', { faintDetections: [BOX] }],
  ])('%s', (message, change) => expect(() => parse(change)).toThrow(`inference.${message}`));
});
