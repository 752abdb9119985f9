import { describe, expect, it } from 'vitest';
import { LION } from '../../../test/small-package';
import { finishPieces } from '../finish-pieces';
import type { MdImage, MdResults } from '../megadetector/md-results';
import type { SpeciesnetRecord } from '../speciesnet-record';
import { comparedFromFacts } from './compared-from-facts';
import { comparedFromMegadetector } from './compared-from-megadetector';
import { comparedFromSpeciesnet } from './compared-from-speciesnet';

const BBOX = [0.1, 0.2, 0.3, 0.4] as const;

describe('a SpeciesNet record', () => {
  const imageOf = (record: Partial<SpeciesnetRecord>) =>
    finishPieces(comparedFromSpeciesnet([{ filepath: 'a.jpg', ...record }])).get('a.jpg');
  const classifications = { classes: [LION, 'x;;;;;;fox'], scores: [0.7, 0.1] };
  const prediction = { prediction: LION, prediction_score: 0.9, prediction_source: 'classifier' };

  it.each([
    ['of the ensemble', { classifications, ...prediction }, { label: LION, score: 0.9, source: 'classifier' }],
    ['of the classifier', { classifications }, { label: LION, score: 0.7, source: 'classifier' }],
    ['of the detector', { detections: [] }, { label: null, score: null, source: null, detections: [] }],
    ['without anything', {}, { label: null, score: null, source: null, detections: null, failed: false }],
    ['that failed', { failures: ['DETECTOR'] }, { detections: null, failed: true }],
    ['that failed without saying where', { failures: [] }, { failed: true }],
  ] as const)('%s', (_, record, expected) => expect(imageOf(record)).toMatchObject(expected));

  it('has categories by number; of others by their word', () => {
    const boxes = ['1', '2', '3', '9'].map((category) => ({ category, label: 'word', conf: 0.5, bbox: BBOX }));
    expect(imageOf({ detections: boxes })?.detections?.map(({ category }) => category)).toEqual([
      'animal',
      'human',
      'vehicle',
      'word',
    ]);
  });
});

describe('an image of a MegaDetector file', () => {
  const imageOf = (image: Partial<MdImage>, change: Partial<MdResults> = {}) =>
    finishPieces(
      comparedFromMegadetector({
        info: {},
        detection_categories: { '1': 'animal', '2': 'Person', '7': 'Boat' },
        classification_categories: { '0': 'lion', '1': 'fox', '2': 'two' },
        classification_category_descriptions: { '0': LION, '2': `${LION}|x;;;;;;other` },
        images: [{ file: 'a.jpg', ...image }],
        ...change,
      }),
    ).get('a.jpg');
  const box = (category: string, conf: number, id: string | null = null) => ({
    category,
    conf,
    bbox: BBOX,
    ...(id !== null && { classifications: [[id, 0.8]] as const }),
  });

  it.each([
    ['no boxes', { detections: [] }, { label: null, score: null, detections: [], failed: false }],
    [
      'the best box with a class',
      { detections: [box('1', 0.5), box('1', 0.3, '1'), box('1', 0.4, '0')] },
      { label: LION, score: 0.8 },
    ],
    ['a class without description', { detections: [box('1', 0.5, '1')] }, { label: 'fox' }],
    ['a class of several labels', { detections: [box('1', 0.5, '2')] }, { label: LION }],
    ['a class that is not in the table', { detections: [box('1', 0.5, '9')] }, { label: null }],
    ['a failure', { detections: null, failure: 'x' }, { detections: null, failed: true }],
    ['a failure beside boxes', { detections: [], failure: 'x' }, { detections: [], failed: true }],
    ['neither', {}, { detections: null, failed: true }],
  ])('%s', (_, image, expected) => expect(imageOf(image)).toMatchObject(expected));

  it('boxes have categories by name, classes and frames', () => {
    const detections = [{ ...box('2', 0.5, '1'), frame_number: 30 }, box('7', 0.4), box('9', 0.3)];
    expect(imageOf({ detections })?.detections).toEqual([
      { category: 'human', conf: 0.5, bbox: BBOX, label: 'fox', frame: 30 },
      { category: 'boat', conf: 0.4, bbox: BBOX, label: null },
      { category: '9', conf: 0.3, bbox: BBOX, label: null },
    ]);
  });

  it('boxes of a file without classes have no names', () => {
    const file = {
      info: {},
      detection_categories: { '1': 'animal' },
      images: [{ file: 'a.jpg', detections: [box('1', 0.5)] }],
    };
    expect(finishPieces(comparedFromMegadetector(file)).get('a.jpg')?.detections?.[0]).not.toHaveProperty('label');
  });
});

it('our own facts', () => {
  const detection = { category: '2', label: 'human', conf: 0.5, bbox: BBOX } as const;
  const inference = {
    filepath: 'a.jpg',
    size: null,
    capturedAt: null,
    detections: [detection],
    crops: {},
    problem: null,
  };
  expect(comparedFromFacts({ ...inference, failures: [] }, { label: LION, score: 0.9, source: 'detector' })).toEqual({
    label: LION,
    score: 0.9,
    source: 'detector',
    detections: [{ category: 'human', conf: 0.5, bbox: BBOX }],
    failed: false,
  });
  expect(comparedFromFacts({ ...inference, detections: null, failures: ['DETECTOR'] }, null)).toEqual({
    label: null,
    score: null,
    source: null,
    detections: null,
    failed: true,
  });
});
