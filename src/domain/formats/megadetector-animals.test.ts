import { describe, expect, it } from 'vitest';
import { LION, PANTHERA, SMALL_LABELS } from '../../../test/small-package';
import type { AnimalConclusion } from '../conclude-animal';
import type { Inference } from '../inference';
import { BLANK } from '../special-labels';
import type { ExportContext, ExportRow } from './export-format';
import { serializeAnimals } from './megadetector-animals';
import { mdResultsFile } from './md-results-json';

const CONTEXT: ExportContext = {
  labels: SMALL_LABELS,
  packageType: 'always_crop',
  mode: 'species',
  place: { country: null, admin1Region: null },
  modelVersion: 'small',
  speciesPer: 'animal',
  detectorName: 'detector.onnx',
  classifierName: 'classifier.onnx',
  detectedAt: '2026-08-18 10:00:00',
  classifiedAt: '2026-08-18 10:00:01',
};

const BOX = { category: '1', label: 'animal', conf: 1, bbox: [0, 0.3333, 1, 0.5] } as const;
const ROLLED: AnimalConclusion = {
  label: PANTHERA,
  score: 0.96875,
  source: 'classifier+rollup_to_genus',
  raw: { classes: [LION, BLANK, LION], scores: [0.6, 0.36875, 0.01] },
};

function imageOf(filepath: string, facts: Partial<Inference>): Inference {
  return {
    filepath,
    size: { width: 4, height: 3 },
    capturedAt: null,
    detections: [],
    crops: {},
    failures: [],
    problem: null,
    ...facts,
  };
}

const FAILED = imageOf('a/ß.jpg', {
  detections: null,
  failures: ['CLASSIFIER', 'DETECTOR'],
  problem: { code: 'file-ends-early', detail: '' },
});

/** In the order of a folder's list, which is not the order of code points. */
const ROWS: readonly ExportRow[] = [
  { inference: FAILED, prediction: null },
  {
    inference: imageOf('a-b.jpg', {
      detections: [BOX, { ...BOX, category: '2', label: 'human', conf: 0.0625 }],
      faintDetections: [{ ...BOX, category: '3', label: 'vehicle', conf: 0.0078125 }],
    }),
    prediction: null,
    animals: [ROLLED, null],
  },
];

function textOf(rows: readonly ExportRow[], context: ExportContext): string {
  return [...serializeAnimals(rows, context)].join('');
}

it('is written as the megadetector package writes it', () => {
  expect(textOf(ROWS, { ...CONTEXT, includesRawClasses: true })).toBe(`{
 "images": [
  {
   "file": "a-b.jpg",
   "detections": [
    {
     "category": "1",
     "conf": 1.0,
     "bbox": [
      0.0,
      0.3333,
      1.0,
      0.5
     ],
     "classifications": [
      [
       "0",
       0.969
      ]
     ],
     "raw_classifications": [
      [
       "1",
       0.6
      ],
      [
       "2",
       0.369
      ]
     ]
    },
    {
     "category": "2",
     "conf": 0.062,
     "bbox": [
      0.0,
      0.3333,
      1.0,
      0.5
     ]
    },
    {
     "category": "3",
     "conf": 0.007,
     "bbox": [
      0.0,
      0.3333,
      1.0,
      0.5
     ]
    }
   ]
  },
  {
   "file": "a/\\u00df.jpg",
   "failure": "image access failure",
   "detections": null
  }
 ],
 "detection_categories": {
  "1": "animal",
  "2": "person",
  "3": "vehicle"
 },
 "info": {
  "detection_completion_time": "2026-08-18 10:00:00",
  "format_version": "1.6",
  "detector": "detector.onnx",
  "detector_metadata": {
   "megadetector_version": "unknown",
   "typical_detection_threshold": 0.2,
   "conservative_detection_threshold": 0.1
  },
  "classifier": "classifier.onnx",
  "classification_completion_time": "2026-08-18 10:00:01"
 },
 "classification_categories": {
  "0": "panthera species",
  "1": "lion",
  "2": "blank"
 },
 "classification_category_descriptions": {
  "0": "${PANTHERA}",
  "1": "${LION}",
  "2": "${BLANK}"
 }
}`);
});

describe('the parts', () => {
  it('raw classes are not written unless asked for, but have their ids', () => {
    const text = textOf(ROWS, CONTEXT);
    expect(text).not.toContain('raw_classifications');
    expect(text).toContain('"1": "lion"');
  });

  it('removed repeats have a negative conf and keep their place', () => {
    const text = textOf([{ ...ROWS[1]!, rejected: new Set([0]) }], CONTEXT);
    expect([...text.matchAll(/"conf": (.*),/g)].map(([, conf]) => conf)).toEqual(['-1.0', '0.062', '0.007']);
  });

  it('without a classifier there are no classes', () => {
    const context = { ...CONTEXT, classifierName: null, classifiedAt: null };
    const text = textOf([{ inference: imageOf('a.jpg', {}), prediction: null }], context);
    expect(text).not.toContain('class');
  });

  it.each([
    ['detector-failed', 'inference failure'],
    ['undecodable', 'image access failure'],
  ] as const)('%s is called "%s"', (code, failure) => {
    const inference = { ...FAILED, problem: { code, detail: 'x' } };
    expect(textOf([{ inference, prediction: null }], CONTEXT)).toContain(`"failure": "${failure}"`);
  });

  it('a failed classifier leaves the detections, without a failure beside them', () => {
    const inference = imageOf('a.jpg', { detections: [BOX], failures: ['CLASSIFIER'] });
    const text = textOf([{ inference, prediction: null, animals: [null] }], CONTEXT);
    expect(text).toContain('"conf": 1.0');
    expect(text).not.toContain('failure');
  });
});

it('results in memory give the same text', () => {
  const text = textOf(ROWS, { ...CONTEXT, includesRawClasses: true });
  expect([...mdResultsFile(JSON.parse(text) as Parameters<typeof mdResultsFile>[0])].join('')).toBe(text);
});
