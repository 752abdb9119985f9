import { describe, expect, it } from 'vitest';
import { DOG, LION, PUMA, SMALL_LABELS } from '../../test/small-package';
import { evidenceOf } from './fact-to-conclude';
import { candidatesOf, cropKeyOf, topClassOf, type FactsReader } from './facts';
import type { Inference } from './inference';
import { recordOf } from './inference-record';

const INFERENCE: Inference = {
  filepath: 'a.jpg',
  size: { width: 4, height: 3 },
  capturedAt: null,
  detections: [{ category: '1', label: 'animal', conf: 0.5, bbox: [0, 0, 1, 1] }],
  crops: {
    '0': { classes: [0, 1, 2, 3, 4, 5, 6], scores: [0.5, 0.2, 0.1, 0.05, 0.04, 0.03, 0.02] },
    image: { classes: [3], scores: [0.75] },
  },
  failures: [],
  problem: null,
};
const READER: FactsReader = { labels: SMALL_LABELS, packageType: 'always_crop', mode: 'species' };

describe('reading facts', () => {
  it.each<[Partial<Inference>, Partial<FactsReader>, string, string | undefined]>([
    [{}, {}, '0', LION],
    [{ detections: [] }, {}, 'image', DOG],
    [{ detections: null }, {}, 'image', DOG],
    [{}, { packageType: 'full_image' }, 'image', DOG],
    [{}, { mode: 'classify-whole-images' }, 'image', DOG],
    [{}, { mode: 'detections' }, '0', undefined],
    [{ crops: { '0': { classes: [2], scores: [0.5] } } }, {}, '0', PUMA],
    [{ crops: {} }, {}, '0', undefined],
  ])('%j with %j reads crop %s: %s', (facts, reader, crop, label) => {
    const inference = { ...INFERENCE, ...facts };
    const all = { ...READER, ...reader };
    expect(cropKeyOf(inference, all)).toBe(crop);
    expect(topClassOf(inference, all)?.label).toBe(label);
    expect(candidatesOf(inference, all)?.classes[0]).toBe(label);
  });

  it('takes as many classes as the reference', () => {
    expect(candidatesOf(INFERENCE, READER)?.scores).toEqual([0.5, 0.2, 0.1, 0.05, 0.04]);
  });

  it('has no evidence without detections', () => {
    expect(evidenceOf({ ...INFERENCE, detections: null }, READER)).toBeNull();
    expect(evidenceOf(INFERENCE, READER)?.detections).toEqual([{ label: 'animal', conf: 0.5 }]);
    expect(evidenceOf({ ...INFERENCE, detections: [] }, READER)?.detections).toEqual([]);
  });

  it('refuses facts of another label list', () => {
    expect(() => candidatesOf(INFERENCE, { ...READER, labels: [LION] })).toThrow('class 1 is not one of the 1 labels');
  });
});

describe('recordOf', () => {
  const context = { ...READER, modelVersion: 'v', place: { country: 'USA', admin1Region: 'CA' } };
  const prediction = { label: LION, score: 0.5, source: 'classifier', rule: '4b' } as const;

  it('writes the full record in the reference’s order', () => {
    expect(Object.keys(recordOf(INFERENCE, prediction, context))).toEqual([
      'filepath',
      'country',
      'admin1_region',
      'classifications',
      'detections',
      'prediction',
      'prediction_score',
      'prediction_source',
      'model_version',
    ]);
  });

  it('forgets a region without a country', () => {
    const record = recordOf(INFERENCE, prediction, { ...context, place: { country: null, admin1Region: 'CA' } });
    expect(record).not.toHaveProperty('admin1_region');
  });

  it('writes failures of both parts, and of one', () => {
    const nothing = { ...INFERENCE, detections: null, crops: {} };
    expect(recordOf(nothing, null, context)).toStrictEqual({
      filepath: 'a.jpg',
      failures: ['CLASSIFIER', 'DETECTOR'],
      country: 'USA',
      admin1_region: 'CA',
      model_version: 'v',
    });
    const noBoxes = recordOf({ ...INFERENCE, detections: null }, null, context);
    expect(noBoxes).toMatchObject({ failures: ['DETECTOR'], classifications: { scores: [0.75] } });
  });

  it.each([
    ['detections', INFERENCE, ['filepath', 'detections']],
    ['classify-whole-images', INFERENCE, ['filepath', 'classifications']],
    ['detections', { ...INFERENCE, detections: null }, ['filepath', 'failures']],
    ['classify-whole-images', { ...INFERENCE, crops: {} }, ['filepath', 'failures']],
  ] as const)('%s: only its own part', (mode, inference, keys) => {
    expect(Object.keys(recordOf(inference, null, { ...context, mode }))).toEqual(keys);
  });
});
