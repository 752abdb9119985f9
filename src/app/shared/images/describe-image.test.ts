import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../domain/detection';
import type { Inference } from '../../../domain/inference';
import type { Prediction } from '../../../domain/prediction';
import { emptyReview, observationOf, type ImageReview } from '../../../domain/review/image-review';
import { BLANK, HUMAN } from '../../../domain/special-labels';
import type { SurveyImage } from '../../state/app-state';
import { describeImage } from './describe-image';

const PUMA = '9c56;mammalia;carnivora;felidae;puma;concolor;puma';
const FOX = '9c57;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
const CATS = '9c58;mammalia;carnivora;felidae;;;cat family';
const animal = (conf: number): Detection => ({ category: '1', label: 'animal', conf, bbox: [0.1, 0.1, 0.2, 0.2] });
const inference = (part: Partial<Inference> = {}): Inference => ({
  filepath: 'A/b.jpg',
  size: { width: 4, height: 3 },
  capturedAt: '2010-11-06T04:04:00',
  detections: [animal(0.9), animal(0.3), animal(0.1)],
  crops: {},
  failures: [],
  problem: null,
  ...part,
});
const prediction = (source: Prediction['source']): Prediction => ({ label: PUMA, score: 0.91, source, rule: '4a' });
const described = (
  fact: Inference | null,
  conclusion: Prediction | null,
  labels: readonly string[] = [],
  further: Partial<SurveyImage> = {},
) => {
  const image = { filepath: 'A/b.jpg', size: 1, inference: fact, prediction: conclusion };
  const none = { animals: [], place: null, rejected: null, heldBack: [], smoothed: null, review: null };
  return describeImage({ ...image, ...none, ...further }, labels);
};

describe('describeImage', () => {
  it('says what the rules concluded, and how many boxes show it', () => {
    expect(described(inference(), prediction('classifier'))).toMatchObject({
      fileName: 'b.jpg',
      kind: 'animal',
      score: 0.91,
      scoreIs: 'score',
      count: 2,
      isGeofenced: false,
      rolledUpTo: null,
    });
  });

  it('names species of other boxes, but no wider group of one that is named, and no rejected box', () => {
    const named = (label: string) => ({ label, score: 0.8, source: 'classifier' }) as const;
    const animals = [named(PUMA), named(FOX), named(FOX)];
    const others = (further: Partial<SurveyImage>) =>
      described(inference(), prediction('classifier'), [], further).others.map(({ commonName }) => commonName);
    expect(others({ animals })).toEqual(['Red fox']);
    expect(others({ animals: [named(PUMA), named(CATS), null] })).toEqual([]);
    expect(others({ animals, rejected: new Set([1]) })).toEqual([]);
    const { count } = described(inference(), prediction('classifier'), [], { rejected: new Set([0]) });
    expect(count).toBe(1);
  });

  it('is called what smoothing made of its best box, which is the first that was not rejected', () => {
    const change = { label: FOX, was: PUMA, within: 'event', step: 'nondominant' } as const;
    const smoothed = new Map([[1, change]]);
    expect(described(inference(), prediction('classifier'), [], { smoothed })).toMatchObject({
      labelLine: PUMA,
      smoothed: null,
    });
    const rejected = new Set([0]);
    const source = 'classifier+rollup_to_family';
    expect(described(inference(), prediction(source), [], { smoothed, rejected })).toMatchObject({
      labelLine: FOX,
      score: 0.91,
      rolledUpTo: null,
      smoothed: { was: { commonName: 'Puma' }, within: 'event', step: 'nondominant' },
    });
  });

  it('names other species as they are smoothed', () => {
    const animals = [PUMA, PUMA].map((label) => ({ label, score: 0.8, source: 'classifier' }) as const);
    const smoothed = new Map([[1, { label: FOX, was: PUMA, within: 'image', step: 'other' } as const]]);
    const { others } = described(inference(), prediction('classifier'), [], { animals, smoothed });
    expect(others.map(({ commonName }) => commonName)).toEqual(['Red fox']);
  });

  it('reads geofence and roll-up from the source', () => {
    expect(described(inference(), prediction('classifier+geofence+rollup_to_family'))).toMatchObject({
      isGeofenced: true,
      rolledUpTo: 'family',
    });
    expect(described(inference(), prediction('classifier+geofence+rollup_failed'))).toMatchObject({
      isGeofenced: true,
      rolledUpTo: null,
    });
  });

  it('is waiting without a fact', () => {
    expect(described(null, null).kind).toBe('waiting');
  });

  it('failed, with the reason', () => {
    const fact = inference({
      failures: ['CLASSIFIER', 'DETECTOR'],
      detections: null,
      problem: { code: 'file-empty', detail: '' },
    });
    expect(described(fact, null)).toMatchObject({ kind: 'failed', problem: 'file-empty' });
  });

  it('does not call an image without a place unread', () => {
    expect(described(inference({ failures: ['GEOLOCATION'] }), prediction('classifier')).kind).toBe('animal');
  });

  it('shows the best box when there are only detections', () => {
    expect(described(inference(), null)).toMatchObject({ kind: 'animal', score: 0.9, scoreIs: 'conf', label: null });
    expect(described(inference({ detections: [animal(0.1)] }), null)).toMatchObject({ kind: 'blank', score: 0.1 });
    expect(described(inference({ detections: [] }), null)).toMatchObject({ kind: 'blank', score: null });
  });

  it('shows the first class when there is only a classifier', () => {
    const fact = inference({ detections: null, crops: { image: { classes: [1], scores: [0.7] } } });
    expect(described(fact, null, ['x', PUMA])).toMatchObject({ kind: 'animal', score: 0.7, labelLine: PUMA });
  });

  const review: ImageReview = { ...emptyReview('A/b.jpg'), observations: [observationOf(BLANK)] };

  it('says what a person said, and keeps the machine’s answer beside it', () => {
    expect(described(inference(), prediction('classifier'), [], { review })).toMatchObject({
      kind: 'blank',
      labelLine: BLANK,
      score: 0.91,
      count: 0,
      machine: { kind: 'animal', labelLine: PUMA, isSame: false },
    });
    const confirmed = { ...review, observations: [observationOf(PUMA, 3), observationOf(HUMAN, 1)] };
    expect(described(inference(), prediction('classifier'), [], { review: confirmed })).toMatchObject({
      kind: 'animal',
      count: 3,
      others: [{ kind: 'human' }],
      machine: { isSame: true },
    });
  });

  it('compares kinds where the machine names no species', () => {
    const empty = inference({ detections: [] });
    expect(described(empty, null, [], { review }).machine).toMatchObject({ kind: 'blank', isSame: true });
    expect(described(inference(), null, [], { review }).machine).toMatchObject({ kind: 'animal', isSame: false });
  });

  it('says what a person said of an image that could not be read', () => {
    const fact = inference({ failures: ['DETECTOR'], detections: null });
    expect(described(fact, null, [], { review })).toMatchObject({ kind: 'blank', machine: { kind: 'failed' } });
  });

  it('is the machine’s where a person only flagged it', () => {
    const flagged = { ...emptyReview('A/b.jpg'), isFlagged: true };
    const description = described(inference(), prediction('classifier'), [], { review: flagged });
    expect(description).toMatchObject({ kind: 'animal', labelLine: PUMA, machine: null, review: { isFlagged: true } });
  });
});
