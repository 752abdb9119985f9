import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DOG, LION, SMALL_GEOFENCE, SMALL_LABELS, SMALL_TAXONOMY } from '../../../test/small-package';
import { syntheticInferences } from '../../../test/synthetic-inferences';
import { concludeAnimals, DEFAULT_ANIMAL_OPTIONS } from '../conclude-animal';
import { concludeFrom, type ConclusionRules } from '../conclusion-rules';
import type { Inference } from '../inference';
import { mdFailureOf } from '../megadetector/md-image';
import { emptyReview, observationOf } from '../review/image-review';
import { BLANK, HUMAN, UNKNOWN } from '../special-labels';
import type { RunMode } from '../survey';
import { createTaxonRules } from '../taxon-rules';
import type { ExportContext, ExportRow } from './export-format';
import { EXPORT_FORMATS, findExportFormat } from './index';

type Context = ExportContext & ConclusionRules;

function contextOf(mode: RunMode, labels: readonly string[] = SMALL_LABELS): Context {
  return {
    labels,
    packageType: 'always_crop',
    mode,
    taxonomy: SMALL_TAXONOMY,
    geofence: SMALL_GEOFENCE,
    place: { country: 'KEN', admin1Region: null },
    isGeofenceOn: true,
    isRollupOn: true,
    modelVersion: 'small',
    speciesPer: 'image',
    detectorName: 'detector.onnx',
    classifierName: mode === 'detections' ? null : 'classifier.onnx',
  };
}

function rowsOf(inferences: Iterable<Inference>, context: Context): readonly ExportRow[] {
  const rules = createTaxonRules(context);
  return [...inferences].map((inference) => ({ inference, prediction: concludeFrom(inference, context, rules) }));
}

/** The same with the species of each detection, and every third best box removed as a repeat. */
function animalRowsOf(inferences: Iterable<Inference>, context: Context): readonly ExportRow[] {
  const rules = createTaxonRules(context);
  return rowsOf(inferences, context).map((row, index) => {
    const { crops } = row.inference;
    const inference = { ...row.inference, crops: { ...crops, ...(crops['0'] && { box0: crops['0'] }) } };
    return {
      ...row,
      inference,
      animals: concludeAnimals(inference, context, rules, DEFAULT_ANIMAL_OPTIONS),
      rejected: new Set(index % 3 === 0 ? [0] : []),
    };
  });
}

/** The same after a review: some called otherwise, some blank, some with a box drawn, some with all boxes removed. */
function reviewedRowsOf(inferences: Iterable<Inference>, context: Context): readonly ExportRow[] {
  const drawn = { bbox: [0.25, 0.25, 0.5, 0.5], category: '2', label: HUMAN, from: null } as const;
  const said = [
    { observations: [observationOf(DOG, 2), observationOf(HUMAN)] },
    { observations: [observationOf(BLANK)] },
    { observations: [observationOf(UNKNOWN)], boxes: [drawn] },
    { observations: [observationOf(OWN_BLANK)], boxes: [] },
    { observations: [observationOf(DOG)], boxes: [] },
    { boxes: [drawn] },
    {},
  ];
  const rows = context.speciesPer === 'animal' ? animalRowsOf(inferences, context) : rowsOf(inferences, context);
  return rows.map((row, index) => ({
    ...row,
    review: { ...emptyReview(row.inference.filepath), ...said[index % said.length] },
  }));
}

/** One image with one class and at most one box. */
function imageOf(facts: Partial<Inference>): Inference {
  return {
    filepath: 'Fotos/été/IMG 1.JPG',
    size: { width: 4, height: 3 },
    capturedAt: null,
    detections: [],
    crops: { image: { classes: [0], scores: [1] } },
    failures: [],
    problem: null,
    ...facts,
  };
}

const BOX = { category: '1', label: 'animal', conf: 1, bbox: [0, 0, 1, 1] } as const;
const OWN_BLANK = 'my-own;;;;;;blank';
const NAMELESS = 'u-nameless;aves;;;;;';
const MANY = [...syntheticInferences({ count: 300, seed: 3, labels: SMALL_LABELS })];

/** Surveys that have tripped converters: name, images, labels. */
const SURVEYS: readonly (readonly [string, readonly Inference[], readonly string[]])[] = [
  ['no images', [], SMALL_LABELS],
  ['many images', MANY, SMALL_LABELS],
  ['whole numbers', [imageOf({ detections: [BOX], crops: { '0': { classes: [0], scores: [1] } } })], SMALL_LABELS],
  ['classes but not one box in the whole survey', [imageOf({})], SMALL_LABELS],
  ['a blank of its own', [imageOf({})], [OWN_BLANK]],
  [
    'a class without a name',
    [imageOf({ detections: [BOX], crops: { '0': { classes: [0], scores: [0.9] } } })],
    [NAMELESS],
  ],
  ['no classes', [imageOf({ crops: { image: { classes: [], scores: [] } } })], SMALL_LABELS],
  [
    'nothing but failures',
    [imageOf({ detections: null, crops: {}, size: null, failures: ['CLASSIFIER', 'DETECTOR'] })],
    SMALL_LABELS,
  ],
];
const MODES: readonly RunMode[] = ['species', 'detections', 'classify-whole-images'];
const ALL = SURVEYS.flatMap(([name, images, labels]) => MODES.map((mode) => [name, mode, images, labels] as const));

const CASES = [
  { speciesPer: 'image', makeRows: rowsOf, usesReview: false },
  { speciesPer: 'animal', makeRows: animalRowsOf, usesReview: false },
  { speciesPer: 'image', makeRows: reviewedRowsOf, usesReview: true },
  { speciesPer: 'animal', makeRows: reviewedRowsOf, usesReview: true },
] as const;

const validator = resolve(import.meta.dirname, '../../../../shared/tools/validate_md.py');
const canValidate = existsSync(validator) && spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'understory-formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(EXPORT_FORMATS)('format $id', (format) => {
  it('can be found by its id and describes its files', () => {
    expect(findExportFormat(format.id)).toBe(format);
    expect(EXPORT_FORMATS.filter(({ id }) => (id as string) === format.id)).toHaveLength(1);
    expect(format.extension).toMatch(/^\.[a-z]+$/);
    expect(format.mimeType).toMatch(/^[a-z]+\/[a-z.+-]+$/);
  });

  it.each(ALL)('%s, %s: one readable file, its images in it, without null for an absent value', (...survey) => {
    const [, mode, images, labels] = survey;
    const context = contextOf(mode, labels);
    const text = [...format.serialize(rowsOf(images, context), context)].join('');
    if (format.id === 'review-csv') {
      expect(text.split('\r\n')).toEqual([expect.stringMatching(/^\uFEFFfilepath,/), '']);
      return;
    }
    const file = JSON.parse(text) as Readonly<Record<string, readonly unknown[]>>;
    const kept = format.id === 'timelapse' ? images.filter((image) => mdFailureOf(image) === null) : images;
    expect(file[format.id === 'speciesnet' ? 'predictions' : 'images']).toHaveLength(kept.length);
    expect(text).not.toMatch(/"(conf|prediction_score)": -?\d+,?$|undefined|NaN/m);
  });

  it('reads its rows once and only when asked', () => {
    const context = contextOf('species');
    let read = 0;
    const rows = rowsOf(MANY, context);
    const chunks = format.serialize(
      (function* () {
        for (const row of rows) {
          read++;
          yield row;
        }
      })(),
      context,
    );
    expect(read).toBe(0);
    expect([...chunks].length).toBeGreaterThan(1);
    expect(read).toBe(MANY.length);
  });
});

describe.each(EXPORT_FORMATS.filter(({ id }) => id === 'megadetector' || id === 'timelapse'))(
  'the file of format $id',
  (format) => {
    it.skipIf(!canValidate)('passes the format’s validator in every case (needs ../shared/tools and python3)', () => {
      const paths = ALL.flatMap(([, mode, images, labels], index) =>
        CASES.map(({ makeRows, ...options }) => {
          const context = { ...contextOf(mode, labels), ...options };
          const path = join(folder, `${format.id}-${index}-${makeRows.name}-${options.speciesPer}.json`);
          writeFileSync(path, [...format.serialize(makeRows(images, context), context)].join(''));
          return path;
        }),
      );
      const { status, stdout } = spawnSync('python3', [validator, ...paths], { encoding: 'utf8' });
      expect(status, stdout).toBe(0);
    });
  },
);

describe('the MegaDetector file', () => {
  const format = findExportFormat('megadetector')!;

  it('is version 1.6 as text, with whole numbers as floats', () => {
    const context = contextOf('species');
    const image = imageOf({ detections: [BOX], crops: { '0': { classes: [0], scores: [1] } } });
    const text = [...format.serialize(rowsOf([image], context), context)].join('');
    expect(text).toContain('"format_version": "1.6"');
    expect(text).toContain('"conf": 1.0,\n     "bbox": [\n      0.0,\n      0.0,\n      1.0,\n      1.0\n     ]');
    expect(text).toContain('"classifications": [\n      [\n       "0",\n       1.0\n      ]\n     ]');
    expect(text).toContain('Fotos/\\u00e9t\\u00e9/IMG 1.JPG');
  });

  it.each([
    ['classes but not one box in the whole survey', SMALL_LABELS, { '4': 'unknown' }, { '0': 'lion' }, '4'],
    ['a blank of its own', [OWN_BLANK], {}, { '0': 'blank' }, null],
  ])('%s: goes on where the reference’s converter stops', (_, labels, detectionNames, classNames, category) => {
    const context = contextOf('classify-whole-images', labels);
    const text = [...format.serialize(rowsOf([imageOf({})], context), context)].join('');
    const file = JSON.parse(text) as {
      detection_categories: unknown;
      classification_categories: unknown;
      images: readonly { detections: readonly { category: string }[] }[];
    };
    expect(file.detection_categories).toEqual(detectionNames);
    expect(file.classification_categories).toEqual(classNames);
    expect(file.images[0]?.detections[0]?.category ?? null).toBe(category);
  });

  it('calls a class without a name by its scientific name', () => {
    const context = contextOf('species', [NAMELESS]);
    const image = imageOf({ detections: [BOX], crops: { '0': { classes: [0], scores: [0.9] } } });
    const text = [...format.serialize(rowsOf([image], context), context)].join('');
    expect(text).toContain('"classification_categories": {\n  "0": "aves"\n }');
  });
});

describe('the SpeciesNet file', () => {
  it('looks as the reference writes it', () => {
    const context = contextOf('species');
    const image = imageOf({ crops: { image: { classes: [0], scores: [0.90625] } } });
    const rows = rowsOf(
      [image, imageOf({ detections: null, crops: {}, failures: ['CLASSIFIER', 'DETECTOR'] })],
      context,
    );
    expect([...findExportFormat('speciesnet')!.serialize(rows, context)].join('')).toBe(
      `{
 "predictions": [
  {
   "filepath": "Fotos/été/IMG 1.JPG",
   "country": "KEN",
   "classifications": {
    "classes": [
     "${LION}"
    ],
    "scores": [
     0.9062
    ]
   },
   "detections": [],
   "prediction": "${LION}",
   "prediction_score": 0.9062,
   "prediction_source": "classifier",
   "model_version": "small"
  },
  {
   "filepath": "Fotos/été/IMG 1.JPG",
   "failures": [
    "CLASSIFIER",
    "DETECTOR"
   ],
   "country": "KEN",
   "model_version": "small"
  }
 ]
}`,
    );
  });
});
