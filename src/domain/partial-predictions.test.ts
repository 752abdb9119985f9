import { describe, expect, it } from 'vitest';
import { guessOrigin, loadPartialPredictions, mergeResults } from './partial-predictions';

const INSTANCES = [{ filepath: 'a.jpg' }, { filepath: 'b.jpg' }, { filepath: 'a.jpg' }];

describe('loadPartialPredictions', () => {
  it('reuses what did not fail', () => {
    const text = '{"predictions": [{"filepath": "a.jpg", "x": 1}, {"filepath": "b.jpg", "failures": null}]}';
    const { reused, toProcess } = loadPartialPredictions(text, INSTANCES);
    expect([...reused]).toEqual([['a.jpg', { filepath: 'a.jpg', x: 1 }]]);
    expect(toProcess).toEqual([{ filepath: 'b.jpg' }]);
  });

  it.each([
    ['{', 'predictions file: expected JSON'],
    ['[]', 'predictions file: expected an object, got a list'],
    ['{"predictions": [{}]}', 'predictions[0]: filepath: expected text, got nothing'],
    ['{"predictions": [{"filepath": "z.jpg"}]}', 'predictions[0]: filepath: expected a file of this run, got "z.jpg"'],
  ])('refuses %s', (text, message) => expect(() => loadPartialPredictions(text, INSTANCES)).toThrow(message));
});

describe('guessOrigin', () => {
  it.each([
    [[], 'unknown'],
    [[{ classifications: null }], 'classifier'],
    [[{ detections: [] }], 'detector'],
    [[{ detections: [] }, { classifications: {} }, { prediction: 'x' }], 'invalid'],
    [[{ detections: [], classifications: {}, prediction: 'x' }], 'ensemble'],
  ])('%j → %s', (records, origin) => expect(guessOrigin(records)).toBe(origin));
});

describe('mergeResults', () => {
  it('takes an earlier record first and names what is missing', () => {
    const fresh = new Map([['a.jpg', { filepath: 'a.jpg', detections: [] }]]);
    const reused = new Map([['b.jpg', { filepath: 'b.jpg', old: 1 }]]);
    expect(mergeResults(['b.jpg', 'a.jpg', 'c.jpg'], fresh, reused, 'DETECTOR')).toEqual([
      { filepath: 'b.jpg', old: 1 },
      { filepath: 'a.jpg', detections: [] },
      { filepath: 'c.jpg', failures: ['DETECTOR'] },
    ]);
  });
});
