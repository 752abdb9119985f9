import { describe, expect, it } from 'vitest';
import { SMALL_LABELS } from '../../test/small-package';
import type { Bbox, Detection } from './detection';
import type { ClassScores, Inference } from './inference';
import { mergeFacts, type MergeOptions, type MergeOutcome, type MergeSide } from './merge-facts';
import type { SurveyFileImage, SurveyFilePackage } from './survey-file';

const PACKAGE: SurveyFilePackage = { id: 'p', name: 'p', version: '1', type: 'always_crop', labels: SMALL_LABELS };
const hash = (digit: string) => digit.repeat(64);
const box = (conf: number, x = 0.1): Detection => ({
  category: '1',
  label: 'animal',
  conf,
  bbox: [x, 0.1, 0.4, 0.4] satisfies Bbox,
});
const scores = (first: number, score: number): ClassScores => ({ classes: [first, first + 1], scores: [score, 0.05] });

/** What the facts of an image are, in short: `null` = none. */
type Facts = Partial<Inference> | null;

function imageOf(filepath: string, facts: Facts, size = 100): SurveyFileImage {
  const listed = { filepath, size, lastModified: 0 };
  if (facts === null) return { inference: null, listed };
  const base: Inference = {
    filepath,
    size: { width: 4, height: 3 },
    capturedAt: null,
    detections: [box(0.9)],
    crops: { '0': scores(1, 0.8) },
    failures: [],
    problem: null,
  };
  return { inference: { ...base, ...facts }, listed };
}

const FAILURE: Facts = {
  size: null,
  detections: null,
  crops: {},
  failures: ['CLASSIFIER', 'DETECTOR'],
  problem: { code: 'undecodable', detail: '' },
};
const NO_CLASSES: Facts = { crops: {}, failures: ['CLASSIFIER'], problem: { code: 'classifier-failed', detail: '' } };

const sideOf = (images: readonly SurveyFileImage[], change: Partial<MergeSide> = {}): MergeSide => ({
  package: PACKAGE,
  images,
  ...change,
});

function merge(mine: MergeSide, theirs: MergeSide, options: MergeOptions = {}) {
  const outcomes: MergeOutcome[] = [];
  const pieces = mergeFacts(mine, theirs, options);
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return { outcomes, ...piece.value };
    outcomes.push(...piece.value);
  }
}

const mergeOne = (mine: Facts, theirs: Facts, options: MergeOptions = {}) =>
  merge(sideOf([imageOf('a.jpg', mine)]), sideOf([imageOf('a.jpg', theirs)]), options).outcomes[0]!;

describe('one image on both sides', () => {
  const shifted = box(0.9, 0.104);
  it.each([
    ['mine has none', null, {}, 'taken'],
    ['mine has none, theirs failed', null, FAILURE, 'taken'],
    ['mine only failed', FAILURE, {}, 'taken'],
    ['mine only failed, theirs has boxes', FAILURE, NO_CLASSES, 'taken'],
    ['mine lacks classes', NO_CLASSES, {}, 'taken'],
    ['theirs has none', {}, null, 'kept theirs-has-less'],
    ['both have none', null, null, 'kept theirs-has-less'],
    ['theirs failed', {}, FAILURE, 'kept theirs-has-less'],
    ['theirs lacks classes', {}, NO_CLASSES, 'kept theirs-has-less'],
    ['both failed', FAILURE, FAILURE, 'kept equal'],
    ['both lack classes', NO_CLASSES, NO_CLASSES, 'kept equal'],
    ['the same', {}, {}, 'kept equal'],
    [
      'numbers within the tolerances',
      {},
      { detections: [{ ...shifted, conf: 0.905 }], crops: { '0': scores(1, 0.785) } },
      'kept equal',
    ],
    ['a faint box more', {}, { detections: [box(0.9), box(0.05, 0.5)] }, 'kept equal'],
    ['a crop more', {}, { crops: { '0': scores(1, 0.8), image: scores(3, 0.9) } }, 'kept equal'],
    ['conf', {}, { detections: [box(0.85)] }, 'conflict boxes'],
    ['place', {}, { detections: [box(0.9, 0.11)] }, 'conflict boxes'],
    ['a box more', {}, { detections: [box(0.9), box(0.5, 0.5)] }, 'conflict boxes'],
    ['no detector there', {}, { detections: null, crops: { image: scores(1, 0.8) } }, 'conflict detections-missing'],
    ['another class', {}, { crops: { '0': scores(5, 0.8) } }, 'conflict class'],
    ['another score', {}, { crops: { '0': scores(1, 0.6) } }, 'conflict score'],
    ['an image of another size', {}, { size: { width: 8, height: 6 } }, 'conflict image-size'],
    ['both', {}, { detections: [box(0.85)], crops: { '0': scores(5, 0.8) } }, 'conflict boxes class'],
  ] as const)('%s: %j and %j: %s', (_, mine, theirs, expected) => {
    const outcome = mergeOne(mine, theirs);
    const details =
      outcome.kind === 'kept'
        ? [outcome.reason]
        : outcome.kind === 'conflict'
          ? outcome.differences.map(({ kind }) => kind)
          : [];
    expect([outcome.kind, ...details].join(' ')).toBe(expected);
  });

  it('two classes that are nearly as likely may change places', () => {
    const near = (first: number, second: number): Facts => ({
      crops: { '0': { classes: [first, second], scores: [0.45, 0.44] } },
    });
    expect(mergeOne(near(1, 2), near(2, 1)).kind).toBe('kept');
    expect(mergeOne(near(1, 2), near(2, 3)).kind).toBe('conflict');
  });

  it('crops go with their boxes when boxes change places', () => {
    const mine: Facts = {
      detections: [box(0.9), box(0.895, 0.5)],
      crops: { '0': scores(1, 0.8), '1': scores(5, 0.8), ...({ box1: scores(5, 0.7) } as object) },
    };
    const theirs: Facts = {
      detections: [box(0.9, 0.5), box(0.895)],
      crops: { '0': scores(5, 0.8), '1': scores(1, 0.8), ...({ box0: scores(5, 0.7) } as object) },
    };
    expect(mergeOne(mine, theirs)).toMatchObject({ kind: 'kept', reason: 'equal' });
  });

  it('what is taken lies under my path', () => {
    const theirs = imageOf('site/a.jpg', {});
    const { outcomes, paths } = merge(sideOf([imageOf('a.jpg', null)]), sideOf([theirs]));
    expect(outcomes).toEqual([
      {
        kind: 'taken',
        filepath: 'a.jpg',
        theirFilepath: 'site/a.jpg',
        hasMoved: false,
        inference: { ...theirs.inference, filepath: 'a.jpg' },
      },
    ]);
    expect(paths).toEqual({ method: 'without-prefix', prefixA: '', prefixB: 'site/' });
  });
});

describe('the content of files', () => {
  const mergeFiles = (mine: readonly SurveyFileImage[], theirs: readonly SurveyFileImage[]) =>
    merge(sideOf(mine), sideOf(theirs));

  it.each([
    ['same hash, other length', { sha256: hash('a') }, { sha256: hash('a') }, 200, 'kept'],
    ['other hash', { sha256: hash('a') }, { sha256: hash('b') }, 100, 'conflict sha256'],
    ['one hash, same length', { sha256: hash('a') }, {}, 100, 'kept'],
    ['one hash, other length', { sha256: hash('a') }, {}, 200, 'conflict size'],
    ['other length, and mine has none', null, {}, 200, 'conflict size'],
    ['no length known, as in result files', null, {}, 0, 'taken'],
  ])('%s', (_, mine, theirs, size, expected) => {
    const [outcome] = mergeFiles([imageOf('a.jpg', mine)], [imageOf('a.jpg', theirs, size)]).outcomes;
    const by =
      outcome?.kind === 'conflict' ? outcome.differences.map((item) => (item.kind === 'file' ? item.by : '')) : [];
    expect([outcome?.kind, ...by].join(' ')).toBe(expected);
  });

  it('finds what was moved, once, and not what is there under its own path', () => {
    const mine = [
      imageOf('new/a.jpg', { sha256: hash('a'), ...FAILURE }),
      imageOf('b.jpg', { sha256: hash('b') }),
      imageOf('copy/c.jpg', { sha256: hash('c') }),
      imageOf('x.jpg', null),
    ];
    const theirs = [
      imageOf('old/a.jpg', { sha256: hash('a') }),
      imageOf('old/b.jpg', { sha256: hash('b') }),
      imageOf('b.jpg', { sha256: hash('b') }),
      imageOf('c.jpg', { sha256: hash('c') }),
      imageOf('c2.jpg', { sha256: hash('c') }),
      imageOf('y.jpg', {}),
    ];
    const { outcomes, counts } = mergeFiles(mine, theirs);
    expect(outcomes.map((item) => [item.kind, item.theirFilepath, 'filepath' in item ? item.filepath : null])).toEqual([
      ['taken', 'old/a.jpg', 'new/a.jpg'],
      ['unknown', 'old/b.jpg', null],
      ['kept', 'b.jpg', 'b.jpg'],
      ['kept', 'c.jpg', 'copy/c.jpg'],
      ['unknown', 'c2.jpg', null],
      ['unknown', 'y.jpg', null],
    ]);
    expect(counts).toEqual({ taken: 1, kept: 2, conflict: 0, unknown: 3, moved: 2 });
  });
});

describe('conflicts', () => {
  const mine = sideOf([imageOf('a.jpg', {}), imageOf('b.jpg', {})]);
  const theirs = sideOf([imageOf('a.jpg', { detections: [box(0.5)] }), imageOf('b.jpg', { detections: [box(0.5)] })]);
  const chosen = (options: MergeOptions) =>
    merge(mine, theirs, options).outcomes.map((item) =>
      item.kind === 'conflict' ? [item.choice, item.inference?.detections?.[0]?.conf ?? null] : null,
    );

  it.each([
    ['mine by default', {}, ['mine', null], ['mine', null]],
    ['all theirs', { prefer: 'theirs' }, ['theirs', 0.5], ['theirs', 0.5]],
    ['one by one', { choices: new Map([['b.jpg', 'theirs' as const]]) }, ['mine', null], ['theirs', 0.5]],
    [
      'all but one',
      { prefer: 'theirs', choices: new Map([['b.jpg', 'mine' as const]]) },
      ['theirs', 0.5],
      ['mine', null],
    ],
  ] as const)('%s', (_, options, first, second) => expect(chosen(options)).toEqual([first, second]));

  it('say by how much', () => {
    expect(mergeOne({}, { detections: [box(0.5), box(0.4, 0.5)] })).toMatchObject({
      differences: [{ kind: 'boxes', onlyMine: 0, onlyTheirs: 1, conf: 0.4, bbox: 0 }],
    });
    expect(mergeOne({}, { crops: { '0': scores(5, 0.8) } })).toMatchObject({
      differences: [{ kind: 'class', crop: '0', mine: 1, theirs: 5 }],
    });
  });

  it('rules may be given', () => {
    expect(merge(mine, theirs, { rules: { confTolerance: 0.5 } }).counts).toMatchObject({ kept: 2, conflict: 0 });
  });
});

describe('facts of other packages', () => {
  const fingerprint = { sha256: hash('a'), count: 8 };
  it.each([
    ['the same', {}, {}, null],
    ['another of the same labels', {}, { id: 'q' }, null],
    ['other labels', {}, { id: 'q', labels: SMALL_LABELS.toReversed() }, 'other-labels'],
    ['fewer labels', {}, { id: 'q', labels: SMALL_LABELS.slice(1) }, 'other-labels'],
    ['another type', {}, { id: 'q', type: 'full_image' }, 'other-type'],
    ['the same fingerprint', { labels: fingerprint }, { id: 'q', labels: fingerprint }, null],
    [
      'another fingerprint',
      { labels: fingerprint },
      { id: 'q', labels: { ...fingerprint, sha256: hash('b') } },
      'other-labels',
    ],
    ['a list and a fingerprint', {}, { id: 'q', labels: fingerprint }, 'labels-unknown'],
    ['a fingerprint and a list', { labels: fingerprint }, { id: 'q' }, 'labels-unknown'],
    ['nothing run here', null, { id: 'q', labels: [] }, null],
    ['nothing run there', {}, null, 'no-package'],
  ] as const)('%s', (_, mine, theirs, refusal) => {
    const side = (change: object | null) =>
      sideOf([imageOf('a.jpg', change === mine ? null : {})], { package: change && { ...PACKAGE, ...change } });
    const result = merge(side(mine), side(theirs));
    expect(result.refusal).toBe(refusal);
    expect(result.outcomes).toHaveLength(refusal === null ? 1 : 0);
  });

  it('may give their boxes', () => {
    const other = sideOf(
      [imageOf('a.jpg', NO_CLASSES), imageOf('b.jpg', {}), imageOf('c.jpg', { detections: [box(0.5)] })],
      {
        package: { ...PACKAGE, id: 'q', labels: [] },
      },
    );
    const mine = sideOf([imageOf('a.jpg', null), imageOf('b.jpg', {}), imageOf('c.jpg', {})]);
    const { outcomes, refusal } = merge(mine, other, { wanted: 'detections', prefer: 'theirs' });
    expect(refusal).toBeNull();
    expect(outcomes.map(({ kind }) => kind)).toEqual(['taken', 'kept', 'conflict']);
    expect(outcomes[0]).toMatchObject({
      inference: { detections: [box(0.9)], crops: {}, failures: [], problem: null },
    });
    expect(outcomes[2]).toMatchObject({ inference: { detections: [box(0.5)], crops: {} } });
  });
});

it('gives way while it works', () => {
  const images = Array.from({ length: 5000 }, (_, index) => imageOf(`${index}.jpg`, {}));
  const pieces = mergeFacts(sideOf(images), sideOf(images));
  let longest = 0;
  for (let piece = pieces.next(); piece.done !== true; piece = pieces.next())
    longest = Math.max(longest, piece.value.length);
  expect(longest).toBe(200);
});
