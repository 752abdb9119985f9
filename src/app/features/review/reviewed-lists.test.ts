import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../domain/detection';
import { finishPieces } from '../../../domain/finish-pieces';
import type { Inference } from '../../../domain/inference';
import { emptyReview, observationOf, type ImageReview } from '../../../domain/review/image-review';
import { BLANK, HUMAN, VEHICLE } from '../../../domain/special-labels';
import type { SurveyImage } from '../../state/app-state';
import { framesOf, isEventDone } from './event-frames';
import { judgedImages, taxonName } from './judged-images';
import { findPeople, isPersonSettled } from './people';
import { countSpeciesLeft, findSpeciesBoxes, groupSpeciesBoxes } from './species-boxes';
import { measureProgress } from './species-progress';
import { decidingScores, uncertainImages } from './uncertain';

const FOX = 'f;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
const COYOTE = 'c;mammalia;carnivora;canidae;canis;latrans;coyote';
const LABELS = [FOX, COYOTE];
const NAMES = { '1': 'animal', '2': 'human', '3': 'vehicle' } as const;

const box = (category: keyof typeof NAMES, conf: number): Detection => ({
  category,
  label: NAMES[category],
  conf,
  bbox: [0.1, 0.1, 0.5, 0.5],
});

interface Given {
  readonly line?: string | null;
  readonly boxes?: readonly Detection[];
  readonly scores?: readonly number[];
  readonly failures?: Inference['failures'];
  readonly said?: Partial<ImageReview> | null;
}

function image(filepath: string, { line = FOX, boxes = [], scores, failures = [], said = null }: Given): SurveyImage {
  return {
    filepath,
    size: 1,
    inference: {
      filepath,
      size: { width: 100, height: 100 },
      capturedAt: null,
      detections: boxes,
      crops: scores === undefined ? {} : { '0': { classes: scores.map((_, rank) => rank), scores } },
      failures,
      problem: null,
    },
    prediction: line === null ? null : { label: line, score: 0.8, source: 'classifier', rule: '4a' },
    animals: [],
    place: null,
    rejected: null,
    heldBack: [],
    smoothed: null,
    review: said === null ? null : { ...emptyReview(filepath), ...said },
  };
}
const said = (label: string, count: number | null = null) => ({ observations: [observationOf(label, count)] });

describe('how far each species is', () => {
  it('is counted by what the machine says, the unreadable left out', () => {
    const progress = finishPieces(
      measureProgress(
        [
          image('a', { said: said(FOX) }),
          image('b', { said: said(COYOTE) }),
          image('c', {}),
          image('d', { line: BLANK, said: { isFlagged: true } }),
          image('e', { failures: ['DETECTOR'], line: null }),
        ],
        LABELS,
      ),
    );
    expect(progress).toEqual({
      done: 2,
      total: 4,
      same: 1,
      species: [
        { line: FOX, done: 2, total: 3, same: 1 },
        { line: BLANK, done: 0, total: 1, same: 0 },
      ],
    });
  });
});

describe('images with people', () => {
  const images = [
    image('faint', { boxes: [box('2', 0.12)] }),
    image('sure', { boxes: [box('1', 0.9), box('2', 0.8)] }),
    image('noise', { boxes: [box('2', 0.05)] }),
    image('labelled', { line: HUMAN }),
    image('fox', { boxes: [box('1', 0.9)] }),
  ];

  it('come with the surest box first, those with the label alone last', () => {
    expect(findPeople(images, LABELS)).toEqual(['sure', 'faint', 'labelled']);
  });

  it('are settled when somebody has said what is there or has flagged them', () => {
    const open = image('a', {});
    const flagged = image('b', { said: { isFlagged: true } });
    const reviewed = image('c', { said: said(HUMAN) });
    const noted = image('d', { said: { note: 'who?' } });
    expect([open, flagged, reviewed, noted].map(isPersonSettled)).toEqual([false, true, true, false]);
  });
});

describe('frames of an event', () => {
  const images = new Map(
    [
      image('a', { boxes: [box('1', 0.9), box('1', 0.8), box('2', 0.9)] }),
      image('b', { line: BLANK, said: said(COYOTE, 3) }),
      image('c', { failures: ['DETECTOR'], line: null }),
      image('d', { line: VEHICLE, boxes: [box('3', 0.9)] }),
    ].map((one) => [one.filepath, one]),
  );
  const event = { id: 'a', deployment: '', filepaths: ['a', 'b', 'c', 'd'], start: '', end: '' };
  const imageOf = (filepath: string) => images.get(filepath) ?? null;

  it('say what people said, else what the machine says; those that could not be read are none', () => {
    const frames = framesOf(event, imageOf, LABELS);
    expect(frames.map(({ filepath, line, isReviewed }) => ({ filepath, line, isReviewed }))).toEqual([
      { filepath: 'a', line: FOX, isReviewed: false },
      { filepath: 'b', line: COYOTE, isReviewed: true },
      { filepath: 'd', line: VEHICLE, isReviewed: false },
    ]);
    expect(frames.map(({ boxes }) => boxes.map(({ label }) => label))).toEqual([
      [FOX, FOX, HUMAN],
      [COYOTE, COYOTE, COYOTE],
      [VEHICLE],
    ]);
  });

  it('are done when each that could be read was reviewed', () => {
    expect(isEventDone(event, imageOf)).toBe(false);
    expect(isEventDone({ ...event, filepaths: ['b', 'c'] }, imageOf)).toBe(true);
  });
});

describe('machine and person', () => {
  it('are compared where both said something', () => {
    const images = [
      image('a', { said: said(COYOTE) }),
      image('b', {}),
      image('c', { line: null, boxes: [box('1', 0.9)], said: said(BLANK) }),
      image('d', { failures: ['DETECTOR'], line: null, said: said(FOX) }),
    ];
    expect(judgedImages(images, LABELS).map(({ human }) => human)).toEqual([COYOTE, BLANK]);
  });

  it.each([
    ['mammalia;carnivora;canidae;vulpes;vulpes', 'Red fox'],
    ['mammalia;carnivora;canidae;vulpes;', 'Vulpes'],
    ['mammalia;carnivora;canidae;;', 'Canidae'],
    ['mammalia;;;;', 'Mammals'],
  ])('share the name of %s', (taxon, name) => {
    expect(taxonName({ taxon, label: FOX })).toBe(name);
  });

  it('share the names of what is no taxon', () => {
    expect(taxonName({ taxon: BLANK, label: BLANK })).toBe('Blank');
    expect(taxonName({ taxon: HUMAN, label: HUMAN })).toBe('Person');
  });
});

describe('one species at a time', () => {
  const images = [
    image('a', { boxes: [box('1', 0.9), box('1', 0.05), box('2', 0.9)], scores: [0.9, 0.1] }),
    image('b', { said: said(FOX), scores: [0.2, 0.8] }),
    image('c', { line: COYOTE, boxes: [box('1', 0.9)] }),
    image('d', { line: BLANK }),
    image('e', { boxes: [box('1', 0.7)], scores: [0.95, 0.05] }),
  ];

  it('counts what is left of each, blanks too', () => {
    expect([...countSpeciesLeft(images, LABELS)]).toEqual([
      [FOX, 2],
      [COYOTE, 1],
      [BLANK, 1],
    ]);
  });

  it('finds its boxes, the alike ones together, and the whole image where there is no box', () => {
    const found = finishPieces(findSpeciesBoxes(images, LABELS, FOX));
    const { groups, basis } = finishPieces(groupSpeciesBoxes(found, new Map()));
    const boxes = groups.flat();
    expect(basis).toBe('scores');
    expect(boxes.map(({ filepath, index }) => [filepath, index])).toEqual([
      ['a', 0],
      ['e', 0],
      ['b', null],
    ]);
  });
});

describe('uncertain images', () => {
  it('are those that were read, with the scores that decide', () => {
    const images = [
      image('a', { scores: [0.6, 0.4] }),
      image('b', { failures: ['CLASSIFIER'], line: null }),
      image('c', { failures: ['GEOLOCATION'] }),
    ];
    const found = { events: [], eventIdOf: new Map([['a', 'a']]), untimed: [], indexOf: new Map() };
    expect(uncertainImages(images, { rules: null, events: { isFinding: false, found } })).toEqual([
      { filepath: 'a', scores: [0.6, 0.4], eventId: 'a' },
      { filepath: 'c', scores: null, eventId: null },
    ]);
    expect(decidingScores({ ...images[0]!, inference: null }, null)).toBeNull();
  });
});
