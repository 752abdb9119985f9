import { describe, expect, it } from 'vitest';
import { parseResultRecord } from './parse-result-record';

const BOX = { category: '1', label: 'animal', conf: 0.9, bbox: [0.1, 0.2, 0.3, 0.4] };

describe('parseResultRecord', () => {
  it('reads what the reference writes', () => {
    const record = parseResultRecord(
      {
        filepath: 'a\\b.jpg',
        country: 'KEN',
        classifications: { classes: ['x'], scores: [0.5], target_classes: ['y'], target_logits: [-3] },
        detections: [BOX],
        prediction: 'x',
        prediction_score: 0.5,
        prediction_source: 'classifier',
        model_version: 'v',
      },
      'predictions[0]',
    );
    expect(record).toEqual({
      filepath: 'a/b.jpg',
      hasFailed: false,
      classifications: { classes: ['x'], scores: [0.5], target_classes: ['y'], target_logits: [-3] },
      detections: [BOX],
      prediction: { label: 'x', score: 0.5, source: 'classifier' },
    });
  });

  it.each([
    [{ filepath: 'a', failures: null }, true],
    [{ filepath: 'a' }, false],
  ])('%j has failed: %s', (value, hasFailed) => {
    expect(parseResultRecord(value, 'x')).toMatchObject({ hasFailed, detections: null, classifications: null });
  });

  it.each<[unknown, string]>([
    [null, 'x: expected an object, got null'],
    [{}, 'x: filepath: expected text, got nothing'],
    [{ filepath: 'a', detections: {} }, 'x: detections: expected a list, got an object'],
    [{ filepath: 'a', detections: [{ ...BOX, bbox: [1, 2, 3] }] }, 'x: detections[0]: bbox: expected 4 numbers, got 3'],
    [{ filepath: 'a', detections: [{ ...BOX, conf: '1' }] }, 'x: detections[0]: conf: expected a number, got text'],
    [
      { filepath: 'a', classifications: { classes: ['x'], scores: [] } },
      'x: classifications: expected lists of equal length, got 1 and 0',
    ],
  ])('refuses %j', (value, message) => expect(() => parseResultRecord(value, 'x')).toThrow(message));
});
