import { describe, expect, it } from 'vitest';
import { DOG, LION, PUMA, SMALL_LABELS } from '../../../test/small-package';
import { createLabelNumbers } from '../../domain/imported-inference';
import type { Inference } from '../../domain/inference';
import { finishPieces } from '../../domain/finish-pieces';
import { REFERENCE_SETTINGS } from '../../domain/survey';
import type { SurveyFileHeader } from '../../domain/survey-file';
import { imagesOfPredictions, ownPackageOf, renumbered, storedFact, wantedOf } from './merge-work';

const FACT: Inference = {
  filepath: 'a.jpg',
  size: { width: 4, height: 3 },
  capturedAt: '2024-05-01T06:30:00',
  sha256: 'a'.repeat(64),
  detections: [],
  crops: { image: { classes: [1, 3, 2], scores: [0.7, 0.2, 0.1], targets: { classes: [2, 0], logits: [1, 2] } } },
  failures: [],
  problem: null,
};
const header = (labels: readonly string[], extraLabels: unknown): SurveyFileHeader => ({
  name: 'S',
  package: { id: 'p', name: 'P', version: '1', type: 'always_crop', labels },
  settings: { mode: 'species', place: { country: null, admin1Region: null }, geofence: true, extraLabels },
  counts: { listed: 1, done: 1, failed: 0 },
});

describe('a file’s own package', () => {
  it.each([
    ['without labels of imports', [LION, PUMA], undefined, [LION, PUMA]],
    ['with some', [LION, PUMA, 'x'], ['x'], [LION, PUMA]],
    ['with others than it names', [LION, PUMA], ['x'], [LION, PUMA]],
    ['with more than it has', [LION], [LION, LION], [LION]],
  ])('%s', (_, labels, extra, expected) => {
    expect(ownPackageOf(header(labels, extra))?.labels).toEqual(expected);
  });
});

describe('class numbers of imported labels', () => {
  const listed = { filepath: 'a.jpg', size: 1, lastModified: 0 };

  it('become those that the labels have here', () => {
    const numbers = createLabelNumbers([LION, PUMA], ['here']);
    // There: 0 lion, 1 puma, 2 "there", 3 "here".
    const images = [
      { inference: FACT, listed },
      { inference: null, listed },
    ];
    const [image, without] = finishPieces(renumbered(images, [LION, PUMA, 'there', 'here'], 2, numbers));
    expect(image!.inference!.crops.image).toEqual({
      classes: [1, 2, 3],
      scores: [0.7, 0.2, 0.1],
      targets: { classes: [3, 0], logits: [1, 2] },
    });
    expect(without!.inference).toBeNull();
    expect(numbers.extraLabels()).toEqual(['here', 'there']);
  });

  it('stay where there are none', () => {
    const images = [{ inference: FACT, listed }];
    const numbers = createLabelNumbers(SMALL_LABELS, []);
    expect(finishPieces(renumbered(images, SMALL_LABELS, SMALL_LABELS.length, numbers))).toBe(images);
  });
});

it.each([
  ['species', 'species', 'all'],
  ['detections', 'species', 'detections'],
  ['species', 'detections', null],
  ['species', 'classify-whole-images', null],
  ['detections', 'classify-whole-images', null],
] as const)('a run of %s uses of one of %s: %s', (mine, theirs, expected) => {
  expect(wantedOf(mine, theirs)).toBe(expected);
});

describe('predictions', () => {
  const numbers = createLabelNumbers(SMALL_LABELS, []);
  const survey = { settings: { ...REFERENCE_SETTINGS, packageId: null } };
  const record = {
    filepath: 'a.jpg',
    hasFailed: false,
    detections: [{ category: '1', label: 'animal', conf: 0.9, bbox: [0, 0, 1, 1] }],
    classifications: { classes: [DOG, 'new'], scores: [0.9, 0.1] },
    prediction: null,
  };

  it('are facts of imported images; those that failed have none', () => {
    const records = [record, { ...record, filepath: 'b.jpg', hasFailed: true }];
    const [image, failed] = finishPieces(imagesOfPredictions(records, { survey, packageType: 'always_crop', numbers }));
    expect(image!.inference).toMatchObject({
      isImported: true,
      crops: { '0': { classes: [SMALL_LABELS.indexOf(DOG), SMALL_LABELS.length] } },
    });
    expect(failed).toMatchObject({ inference: null, listed: { filepath: 'b.jpg', size: 0 } });
  });

  it('leave what is known of the photo itself', () => {
    const imported: Inference = { ...FACT, size: null, capturedAt: null, isImported: true };
    const { sha256, ...withoutHash } = imported;
    expect(storedFact(withoutHash, FACT)).toMatchObject({ size: FACT.size, capturedAt: FACT.capturedAt, sha256 });
    expect(storedFact(imported, null)).toBe(imported);
    const computed = { ...FACT, size: null };
    expect(storedFact(computed, FACT)).toBe(computed);
  });
});
