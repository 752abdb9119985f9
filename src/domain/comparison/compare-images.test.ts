import { describe, expect, it } from 'vitest';
import type { Bbox } from '../detection';
import { compareImages, DEFAULT_COMPARISON_RULES } from './compare-images';
import type { ComparedDetection, ComparedImage } from './compared-image';

const LION = 'u-lion;mammalia;carnivora;felidae;panthera;leo;lion';
const OTHER_LION = 'v-lion;mammalia;carnivora;felidae;panthera;leo;lion';
const BOX: Bbox = [0.2, 0.2, 0.4, 0.4];
const box = (conf: number, change: Partial<ComparedDetection> = {}): ComparedDetection => ({
  category: 'animal',
  conf,
  bbox: BOX,
  ...change,
});
const moved = (by: number): Bbox => [0.2, 0.2 + by, 0.4, 0.4];
const image = (change: Partial<ComparedImage>): ComparedImage => ({
  label: null,
  score: null,
  source: null,
  detections: null,
  failed: false,
  ...change,
});
const compare = (a: Partial<ComparedImage>, b: Partial<ComparedImage>) =>
  compareImages(image(a), image(b), DEFAULT_COMPARISON_RULES);
const compareBoxes = (a: readonly ComparedDetection[], b: readonly ComparedDetection[]) =>
  compare({ detections: a }, { detections: b });

describe('labels and scores', () => {
  it.each([
    ['the same', { label: LION, score: 0.9 }, { label: LION, score: 0.9 }, [], 0],
    ['another number in front is another label', { label: LION }, { label: OTHER_LION }, ['label'], null],
    ['a plain name is the common name', { label: LION, score: 0.9 }, { label: ' Lion', score: 0.9 }, [], 0],
    ['two plain names', { label: 'lion' }, { label: 'LION' }, [], null],
    ['a name and none', { label: 'lion' }, { label: null }, ['label'], null],
    ['none and none', {}, {}, [], null],
    ['score at the tolerance', { label: LION, score: 0.95 }, { label: LION, score: 0.93 }, [], 0.02],
    ['score beyond it', { label: LION, score: 0.95 }, { label: LION, score: 0.9299 }, ['score'], 0.0201],
    [
      'another label has no score difference',
      { label: LION, score: 0.9 },
      { label: 'fox', score: 0.1 },
      ['label'],
      null,
    ],
    ['a score and none', { label: LION, score: 0.9 }, { label: LION }, [], null],
    ['failed in A only', { failed: true }, { label: LION, detections: [box(0.9)] }, ['failure'], null],
    ['failed in both', { failed: true }, { failed: true }, [], null],
    [
      'failed in both, but both have boxes',
      { failed: true, detections: [] },
      { failed: true, detections: [box(0.9)] },
      ['boxes'],
      null,
    ],
  ] as const)('%s', (_, a, b, differences, scoreDifference) => {
    const result = compare(a, b);
    expect(result.differences).toEqual(differences);
    if (scoreDifference === null) expect(result.scoreDifference).toBeNull();
    else expect(result.scoreDifference).toBeCloseTo(scoreDifference, 12);
  });

  it('are left out when one of the results names nothing anywhere', () => {
    const [a, b] = [image({ label: LION, score: 0.9 }), image({})];
    expect(compareImages(a, b, DEFAULT_COMPARISON_RULES, false).differences).toEqual([]);
  });
});

describe('boxes', () => {
  it.each([
    ['none', [], [], []],
    ['the same', [box(0.9)], [box(0.9)], []],
    ['the same without area', [box(0.9, { bbox: [0, 0, 0, 1] })], [box(0.9, { bbox: [0, 0, 0, 1] })], []],
    ['conf at the tolerance', [box(0.95)], [box(0.94)], []],
    ['conf beyond it', [box(0.95)], [box(0.9399)], ['boxes']],
    ['place at the tolerance', [box(0.9)], [box(0.9, { bbox: moved(0.005) })], []],
    ['place beyond it', [box(0.9)], [box(0.9, { bbox: moved(0.0051) })], ['boxes']],
    ['another category', [box(0.9)], [box(0.9, { category: 'human' })], ['boxes']],
    ['missing', [box(0.9)], [], ['boxes']],
    ['missing, but faint', [box(0.0999)], [], []],
    ['missing, just not faint', [], [box(0.1)], ['boxes']],
    ['two faint ones that differ', [box(0.09)], [box(0.01, { bbox: moved(0.1) })], []],
    ['a faint one and one that is not', [box(0.09)], [box(0.5)], ['boxes']],
    ['removed as a repeat', [box(0.9)], [box(-0.9)], ['boxes']],
    ['another frame of a video', [box(0.9, { frame: 1 })], [box(0.9, { frame: 2 })], ['boxes']],
    ['another name', [box(0.9, { label: 'lion' })], [box(0.9, { label: 'fox' })], ['box-labels']],
    ['a name where the other file names no boxes', [box(0.9, { label: 'lion' })], [box(0.9)], []],
  ])('%s', (_, a, b, differences) => {
    expect(compareBoxes(a, b).differences).toEqual(differences);
    expect(compareBoxes(b, a).differences).toEqual(differences);
  });

  it('are only compared when both results have some or none', () => {
    expect(compare({ detections: [box(0.9)] }, {})).toEqual({ differences: [], scoreDifference: null, boxes: null });
  });

  it('are paired from the highest conf, each with the free box that overlaps it most', () => {
    const a = [box(0.5, { bbox: moved(0.02) }), box(0.9)];
    const b = [box(0.9, { bbox: moved(0.1) }), box(0.5, { bbox: moved(0.01) })];
    const { boxes } = compareBoxes(a, b);
    expect(boxes?.matched.map(({ a: from, b: to }) => [from, to])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(boxes?.matched[0]).toMatchObject({ confDifference: 0.4, isSameLabel: null, isFaint: false });
    expect(boxes?.matched[0]?.bboxDifference).toBeCloseTo(0.01, 12);
    expect(boxes?.matched[0]?.iou).toBeCloseTo(0.39 / 0.41, 12);
  });

  it('overlap of a half makes partners, less does not', () => {
    const half: Bbox = [0.2, 0.2, 0.4, 0.2];
    expect(compareBoxes([box(0.9)], [box(0.9, { bbox: half })]).boxes?.matched).toHaveLength(1);
    const less: Bbox = [0.2, 0.2, 0.4, 0.199];
    expect(compareBoxes([box(0.9)], [box(0.9, { bbox: less })]).boxes).toEqual({
      matched: [],
      onlyInA: [0],
      onlyInB: [0],
    });
  });
});
