import { describe, expect, it } from 'vitest';
import { cropView } from './crop-view';

const SIZE = { width: 1000, height: 500 };

describe('cropView', () => {
  it('is the box with a tenth of its longer side around it', () => {
    const view = cropView([0.4, 0.4, 0.2, 0.2], SIZE);
    expect(view.x).toBeCloseTo(0.38);
    expect(view.y).toBeCloseTo(0.36);
    expect(view.width).toBeCloseTo(0.24);
    expect(view.height).toBeCloseTo(0.28);
    expect(view.ratio).toBeCloseTo(240 / 140);
  });

  it('stays in the photo', () => {
    const corner = cropView([0, 0.9, 0.1, 0.1], SIZE);
    expect(corner.x).toBe(0);
    expect(corner.y + corner.height).toBeCloseTo(1);
    const whole = cropView([0, 0, 1, 1], SIZE);
    expect(whole).toEqual({ x: 0, y: 0, width: 1, height: 1, ratio: 2 });
  });

  it('shows the surroundings of a speck', () => {
    const { width, height } = cropView([0.5, 0.5, 0.001, 0.001], SIZE);
    expect([width, height]).toEqual([0.06, 0.06]);
  });
});
