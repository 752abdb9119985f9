import { describe, expect, it } from 'vitest';
import type { Bbox, Detection } from '../detection';
import { boxBetween, boxesToEdit, dragBox, LEAST_SIDE, splitBox } from './edit-boxes';

const BOX: Bbox = [0.25, 0.25, 0.5, 0.25];
const close = (bbox: Bbox | null) => bbox?.map((side) => Math.round(side * 1e9) / 1e9);

describe('dragBox', () => {
  it.each([
    ['all', 0.125, -0.125, [0.375, 0.125, 0.5, 0.25]],
    ['all', 9, 9, [0.5, 0.75, 0.5, 0.25]],
    ['all', -9, -9, [0, 0, 0.5, 0.25]],
    ['e', 0.125, 9, [0.25, 0.25, 0.625, 0.25]],
    ['e', 9, 0, [0.25, 0.25, 0.75, 0.25]],
    ['w', 0.125, 9, [0.375, 0.25, 0.375, 0.25]],
    ['n', 9, -0.125, [0.25, 0.125, 0.5, 0.375]],
    ['se', 0.125, 0.125, [0.25, 0.25, 0.625, 0.375]],
    ['nw', -9, -9, [0, 0, 0.75, 0.5]],
  ] as const)('%s by %d, %d', (handle, dx, dy, expected) => {
    expect(close(dragBox(BOX, handle, dx, dy))).toEqual(expected);
  });

  it('never turns a box inside out', () => {
    expect(close(dragBox(BOX, 'w', 9, 0))).toEqual([0.75 - LEAST_SIDE, 0.25, LEAST_SIDE, 0.25]);
    expect(close(dragBox(BOX, 's', 0, -9))).toEqual([0.25, 0.25, 0.5, LEAST_SIDE]);
  });
});

describe('boxBetween', () => {
  it('takes any two corners, within the image', () => {
    expect(close(boxBetween([0.75, 0.5], [0.25, 0.25]))).toEqual([0.25, 0.25, 0.5, 0.25]);
    expect(close(boxBetween([-1, 0.5], [0.5, 2]))).toEqual([0, 0.5, 0.5, 0.5]);
  });

  it('is nothing when the points are too close', () => {
    expect(boxBetween([0.5, 0.5], [0.5, 0.9])).toBeNull();
  });
});

describe('splitBox', () => {
  const box = { bbox: BOX, category: '1', label: null, from: 3 } as const;

  it('halves the side that looks longer; only one half is the old box', () => {
    expect(splitBox(box, { width: 1, height: 1 }).map(({ bbox, from }) => [bbox, from])).toEqual([
      [[0.25, 0.25, 0.25, 0.25], 3],
      [[0.5, 0.25, 0.25, 0.25], null],
    ]);
    expect(splitBox(box, { width: 1, height: 3 }).map(({ bbox }) => bbox)).toEqual([
      [0.25, 0.25, 0.5, 0.125],
      [0.25, 0.375, 0.5, 0.125],
    ]);
  });
});

describe('boxesToEdit', () => {
  const detection = (conf: number): Detection => ({ category: '1', label: 'animal', conf, bbox: BOX });

  it('keeps numbers and names of the boxes that are shown', () => {
    const found = boxesToEdit(
      [detection(0.9), detection(0.1), detection(0.5)],
      (index) => (index === 2 ? 'fox' : null),
      ({ conf }) => conf >= 0.2,
    );
    expect(found).toEqual([
      { bbox: BOX, category: '1', label: null, from: 0 },
      { bbox: BOX, category: '1', label: 'fox', from: 2 },
    ]);
  });
});
