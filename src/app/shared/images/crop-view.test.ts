import { describe, expect, it } from 'vitest';
import { cropView } from './crop-view';

const SIZE = { width: 2000, height: 1000 };
const SOME = { margin: 0.15, leastSide: 0.08 };

describe('cropView', () => {
  it('leaves the same margin in pixels on all sides', () => {
    const { rect, ratio } = cropView([0.4, 0.4, 0.1, 0.2], SIZE, SOME);
    // 0.15 of 200 px are 30 px: 0.015 across and 0.03 down.
    expect(rect.map((part) => Number(part.toFixed(6)))).toEqual([0.385, 0.37, 0.13, 0.26]);
    expect(ratio).toBeCloseTo(1);
  });

  it('is the whole photo for a box that fills it', () => {
    expect(cropView([0, 0, 1, 1], SIZE, SOME)).toEqual({ rect: [0, 0, 1, 1], ratio: 2 });
  });

  it.each([
    { at: 'the left edge', bbox: [0, 0.4, 0.2, 0.2] },
    { at: 'the lower right corner', bbox: [0.9, 0.9, 0.1, 0.1] },
    { at: 'all of it', bbox: [0, 0, 1, 1] },
    { at: 'a speck', bbox: [0.5, 0.5, 0.001, 0.001] },
  ] as const)('stays inside the photo at $at, around the box', ({ bbox }) => {
    const [left, top, width, height] = cropView(bbox, SIZE, SOME).rect;
    const slack = 1e-9;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + width).toBeLessThanOrEqual(1 + slack);
    expect(top + height).toBeLessThanOrEqual(1 + slack);
    expect(left).toBeLessThanOrEqual(bbox[0] + slack);
    expect(left + width).toBeGreaterThanOrEqual(bbox[0] + bbox[2] - slack);
    expect(top).toBeLessThanOrEqual(bbox[1] + slack);
    expect(top + height).toBeGreaterThanOrEqual(bbox[1] + bbox[3] - slack);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(SOME.leastSide - slack);
  });
});
