import { describe, expect, it } from 'vitest';
import { DOG, LION, PUMA, SMALL_LABELS } from '../../../test/small-package';
import type { Detection, DetectionCategory } from '../detection';
import { DETECTION_LABELS } from '../detection';
import type { Inference } from '../inference';
import { emptyReview, observationOf, type ImageReview, type ReviewBox } from '../review/image-review';
import { BLANK, HUMAN, UNKNOWN } from '../special-labels';
import type { ExportContext, ExportRow } from './export-format';
import { findExportFormat } from './index';

const FILE = 'a.jpg';
const NEVADA = 'own-1;aves;;;;;nevada bird';

const box = (conf: number, category: DetectionCategory = '1'): Detection => ({
  category,
  label: DETECTION_LABELS[category],
  conf,
  bbox: [conf, 0, 0.25, 0.25],
});
const left = (from: number | null, change: Partial<ReviewBox> = {}): ReviewBox => ({
  bbox: [0.5, 0.5, 0.25, 0.25],
  category: '1',
  label: null,
  from,
  ...change,
});
const says = (...labels: readonly string[]) => ({ observations: labels.map((label) => observationOf(label, 1)) });

interface Case {
  readonly review: Partial<ImageReview> | null;
  readonly detections?: readonly Detection[] | null;
  readonly speciesPer?: 'image' | 'animal';
  readonly change?: Partial<ExportRow>;
  readonly facts?: Partial<Inference>;
  readonly mode?: ExportContext['mode'];
}

function rowOf({ review, detections = [box(0.75), box(0.5)], speciesPer = 'image', change, facts }: Case): ExportRow {
  const raw = { classes: [PUMA], scores: [0.75] };
  return {
    inference: {
      filepath: FILE,
      size: { width: 4, height: 3 },
      capturedAt: null,
      detections,
      faintDetections: [box(0.0078125)],
      crops: { '0': { classes: [2], scores: [0.75] }, image: { classes: [2], scores: [0.75] } },
      failures: [],
      problem: null,
      ...facts,
    },
    prediction: { label: PUMA, score: 0.75, source: 'classifier' },
    animals:
      speciesPer === 'image'
        ? null
        : (detections ?? []).map(() => ({ label: PUMA, score: 0.75, source: 'classifier', raw })),
    review: review && { ...emptyReview(FILE), ...review },
    ...change,
  };
}

function write(format: string, given: Case, usesReview = true): Readonly<Record<string, unknown>> {
  const context: ExportContext = {
    labels: SMALL_LABELS,
    packageType: 'always_crop',
    mode: given.mode ?? 'species',
    place: { country: 'KEN', admin1Region: null },
    modelVersion: 'small',
    speciesPer: given.speciesPer ?? 'image',
    detectorName: 'd',
    classifierName: 'c',
    usesReview,
  };
  const text = [...findExportFormat(format)!.serialize([rowOf(given)], context)].join('');
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}

/** What the file says of the image: category, conf and name of each box; null = it failed. */
function boxes(format: 'megadetector' | 'timelapse', given: Case) {
  const file = write(format, given) as {
    classification_categories: Record<string, string>;
    images: readonly {
      detections: readonly { category: string; conf: number; classifications?: readonly [string, number][] }[] | null;
    }[];
  };
  return (
    file.images[0]?.detections?.map(({ category, conf, classifications = [] }) =>
      [category, conf, ...classifications.flatMap(([id, score]) => [file.classification_categories[id], score])].join(
        ' ',
      ),
    ) ?? null
  );
}

const record = (given: Case) => (write('speciesnet', given)['predictions'] as readonly Record<string, unknown>[])[0]!;

/** What is said, then the boxes of the file, which are the same in every form of it. */
const CASES: readonly (readonly [string, Case, readonly string[]])[] = [
  ['another name', { review: says(LION) }, ['1 0.75 lion 1', '1 0.5 lion 1']],
  ['a label of the person’s own', { review: says(NEVADA) }, ['1 0.75 nevada bird 1', '1 0.5 nevada bird 1']],
  ['blank', { review: says(BLANK) }, []],
  ['blank, with boxes left', { review: { ...says(BLANK), boxes: [left(0)] } }, []],
  ['a person instead of an animal', { review: says(HUMAN) }, ['2 0.75 human 1', '2 0.5 human 1']],
  [
    'an animal and a person, each with a box',
    { review: says(LION, HUMAN), detections: [box(0.75, '2'), box(0.5)] },
    ['2 0.75 human 1', '1 0.5 lion 1'],
  ],
  ['a drawn box', { review: { ...says(LION), boxes: [left(0), left(null)] } }, ['1 1 lion 1', '1 0.75 lion 1']],
  [
    'a drawn box with a name of its own',
    { review: { ...says(LION, DOG), boxes: [left(0), left(null, { label: DOG })] } },
    ['1 1 domestic dog 1', '1 0.75 lion 1'],
  ],
  ['a removed box', { review: { ...says(LION), boxes: [left(1)] } }, ['1 0.5 lion 1']],
  ['all boxes removed', { review: { ...says(LION), boxes: [] } }, ['1 1 lion 1']],
  ['an animal where the detector saw nothing', { review: says(LION), detections: [] }, ['1 1 lion 1']],
  ['an animal in a weak box', { review: says(LION), detections: [box(0.125)] }, ['1 1 lion 1', '1 0.125 lion 1']],
  ['a person seen by nobody', { review: says(HUMAN), detections: [] }, ['2 1 human 1']],
  ['a rejected repeat stays away', { review: says(LION), change: { rejected: new Set([0]) } }, ['1 0.5 lion 1']],
];

/** Timelapse tells names that are also kinds of boxes apart. */
const plain = (found: readonly string[] | null) =>
  found?.filter((text) => !text.startsWith('1 0.007')).map((text) => text.replace(' (Homo sapiens)', ''));

describe.each([
  ['megadetector', 'image'],
  ['megadetector', 'animal'],
  ['timelapse', 'image'],
  ['timelapse', 'animal'],
] as const)('the %s file, a name for each %s', (format, speciesPer) => {
  it.each(CASES)('%s', (_, given, expected) => {
    expect(plain(boxes(format, { ...given, speciesPer }))).toEqual(expected);
  });

  it('is the machine’s own without the wish, and where nobody says anything', () => {
    const said = write(format, { review: says(LION), speciesPer }, false);
    expect(said).toEqual(write(format, { review: null, speciesPer }, false));
    expect(write(format, { review: { isFlagged: true }, speciesPer })).toEqual(said);
  });

  it('leaves what could not be read a failure', () => {
    const facts = { detections: null, size: null, crops: {}, failures: ['DETECTOR'] } as const;
    const change = { prediction: null, animals: null };
    const given: Case = { review: says(LION), facts, change, speciesPer };
    expect(write(format, given)).toEqual(write(format, { ...given, review: null }, false));
  });

  it('has no name for a box of a kind that nobody observed', () => {
    const given: Case = { review: says(LION), detections: [box(0.75), box(0.5, '2')], speciesPer };
    const [animal, person] = plain(boxes(format, given))!;
    expect(animal).toBe('1 0.75 lion 1');
    // Of each animal the machine's own class of that box is left.
    expect(person).toBe(speciesPer === 'animal' ? '2 0.5 puma 0.75' : '2 0.5');
  });
});

describe('the SpeciesNet file', () => {
  const machine = { prediction: PUMA, prediction_score: 0.75, prediction_source: 'classifier' };
  const human = (label: string) => ({ prediction: label, prediction_score: 1, prediction_source: 'human_review' });

  it.each([
    ['another name', { review: says(LION) }, human(LION), [0.75, 0.5]],
    ['blank: the boxes are the detector’s', { review: says(BLANK) }, human(BLANK), [0.75, 0.5]],
    ['cannot tell', { review: says(UNKNOWN) }, human(UNKNOWN), [0.75, 0.5]],
    ['boxes alone', { review: { boxes: [left(1), left(null)] } }, machine, [1, 0.5]],
    ['all boxes removed', { review: { ...says(LION), boxes: [] } }, human(LION), []],
    ['only a note', { review: { note: 'x' } }, machine, [0.75, 0.5]],
  ] as const)('%s', (_, given, prediction, confs) => {
    const found = record(given);
    expect(found).toMatchObject({
      filepath: FILE,
      country: 'KEN',
      classifications: { classes: [PUMA] },
      ...prediction,
      model_version: 'small',
    });
    expect((found['detections'] as readonly Detection[]).map(({ conf }) => conf)).toEqual(confs);
    expect(Object.keys(found)).toEqual(Object.keys(record({ review: null })));
  });

  it('names a photo whose classifier failed, and photos of runs without an ensemble', () => {
    const failed: Case = {
      review: says(LION),
      facts: { crops: {}, failures: ['CLASSIFIER'] },
      change: { prediction: null },
    };
    expect(record({ ...failed, review: null })).toMatchObject({ failures: ['CLASSIFIER'] });
    expect(record(failed)).toMatchObject(human(LION));
    expect(record(failed)).not.toHaveProperty('failures');
    for (const mode of ['detections', 'classify-whole-images'] as const) {
      const detections = mode === 'detections' ? [box(0.75)] : null;
      const given: Case = { review: says(LION), mode, detections, change: { prediction: null } };
      expect(record(given)).toMatchObject(human(LION));
      expect(record({ ...given, review: null })).not.toHaveProperty('prediction');
    }
  });
});
