import { describe, expect, it } from 'vitest';
import type { Detection } from './detection';
import type { Inference } from './inference';
import { withoutRejected } from './rejected-detections';

const box = (conf: number): Detection => ({ category: '1', label: 'animal', conf, bbox: [0, 0, 0.5, 0.5] });
const scores = (index: number) => ({ classes: [index], scores: [0.9] });

const INFERENCE: Inference = {
  filepath: 'a.jpg',
  size: { width: 4, height: 3 },
  capturedAt: null,
  detections: [box(0.9), box(0.8), box(0.05)],
  crops: { '0': scores(0), box0: scores(1), box1: scores(2) },
  failures: [],
  problem: null,
};

describe('withoutRejected', () => {
  it.each([
    [null, INFERENCE],
    [new Set<number>(), INFERENCE],
  ])('changes nothing for %s', (rejected, expected) => expect(withoutRejected(INFERENCE, rejected)).toBe(expected));

  it.each<[number[], number[], object]>([
    [[0], [0.8, 0.05], { '0': scores(2), box0: scores(2) }],
    [[1], [0.9, 0.05], { '0': scores(0), box0: scores(1) }],
    [[0, 1], [0.05], {}],
    [[0, 1, 2], [], {}],
  ])('without %j stay %j', (rejected, confs, crops) => {
    const kept = withoutRejected(INFERENCE, new Set(rejected));
    expect(kept.detections?.map(({ conf }) => conf)).toEqual(confs);
    expect(kept.crops).toEqual(crops);
  });

  it('keeps the whole image’s classes', () => {
    const kept = withoutRejected({ ...INFERENCE, crops: { image: scores(7) } }, new Set([0, 1, 2]));
    expect(kept.crops).toEqual({ image: scores(7) });
  });
});
