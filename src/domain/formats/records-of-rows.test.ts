import { expect, it } from 'vitest';
import { LION, SMALL_LABELS } from '../../../test/small-package';
import type { Inference } from '../inference';
import { BLANK } from '../special-labels';
import type { ExportContext } from './export-format';
import { mapToMegadetector } from './megadetector-mapping';
import { recordsOfRows } from './records-of-rows';

const CONTEXT: ExportContext = {
  labels: SMALL_LABELS,
  packageType: 'always_crop',
  mode: 'species',
  place: { country: null, admin1Region: null },
  modelVersion: 'small',
  speciesPer: 'image',
  detectorName: null,
  classifierName: null,
};

const INFERENCE: Inference = {
  filepath: 'a/1.jpg',
  size: { width: 4, height: 3 },
  capturedAt: null,
  detections: [
    { category: '1', label: 'animal', conf: 0.9, bbox: [0, 0, 0.5, 0.5] },
    { category: '1', label: 'animal', conf: 0.05, bbox: [0.5, 0.5, 0.1, 0.1] },
  ],
  crops: { '0': { classes: [0], scores: [0.9] } },
  failures: [],
  problem: null,
};

it('is the record of a conclusion without the rejected box and its classes, and no failure', () => {
  const prediction = { label: BLANK, score: 0.95, source: 'detector', rule: 'repeat' } as const;
  const rows = [{ inference: INFERENCE, prediction, rejected: new Set([0]) }];
  expect([...recordsOfRows(rows, CONTEXT)]).toEqual([
    {
      filepath: 'a/1.jpg',
      detections: [{ category: '1', label: 'animal', conf: 0.05, bbox: [0.5, 0.5, 0.1, 0.1] }],
      prediction: BLANK,
      prediction_score: 0.95,
      prediction_source: 'detector',
      model_version: 'small',
    },
  ]);
});

it('is no failure in the image-level MegaDetector file either, which leaves the rejected box out', () => {
  const prediction = { label: BLANK, score: 0.95, source: 'detector', rule: 'repeat' } as const;
  const rows = [{ inference: INFERENCE, prediction, rejected: new Set([0, 1]) }];
  const { images } = mapToMegadetector(recordsOfRows(rows, CONTEXT), { baseFolder: null, onFault: 'fail' });
  expect(images).toEqual([{ file: 'a/1.jpg', detections: [] }]);
});

it('keeps a failed classifier a failure', () => {
  const inference: Inference = { ...INFERENCE, crops: {}, failures: ['CLASSIFIER'] };
  const [record] = recordsOfRows([{ inference, prediction: null, rejected: new Set([0]) }], CONTEXT);
  expect(record).toMatchObject({ failures: ['CLASSIFIER'] });
  expect(record).not.toHaveProperty('prediction');
});

it('is the whole record when nothing is rejected', () => {
  const prediction = { label: LION, score: 0.9, source: 'classifier', rule: '4a' } as const;
  const [record] = recordsOfRows([{ inference: INFERENCE, prediction }], CONTEXT);
  expect(record).toMatchObject({ classifications: { scores: [0.9] }, prediction: LION });
  expect(record!.detections).toHaveLength(2);
});
