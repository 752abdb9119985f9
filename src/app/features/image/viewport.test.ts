import { describe, expect, it } from 'vitest';
import { fitPhoto, isFitted, panBy, showActualPixels, zoomAt } from './viewport';

const photo = { width: 2000, height: 1500 };
const stage = { width: 1000, height: 600 };
const fitted = fitPhoto(photo, stage);

describe('viewport', () => {
  it('fits the whole photo and centres it', () => {
    expect(fitted).toEqual({ scale: 0.4, x: 100, y: 0 });
  });

  it('keeps the point under the pointer', () => {
    const at = { x: 500, y: 300 };
    const zoomed = zoomAt(fitted, 4, at, photo, stage);
    expect(zoomed.scale).toBeCloseTo(1.6);
    expect((at.x - zoomed.x) / zoomed.scale).toBeCloseTo((at.x - fitted.x) / fitted.scale);
    expect((at.y - zoomed.y) / zoomed.scale).toBeCloseTo((at.y - fitted.y) / fitted.scale);
  });

  it('never leaves less than the whole photo, nor more than 16 px for a pixel', () => {
    expect(isFitted(zoomAt(fitted, 0.1, { x: 3, y: 3 }, photo, stage), photo, stage)).toBe(true);
    expect(zoomAt(fitted, 1e6, { x: 3, y: 3 }, photo, stage).scale).toBe(16);
  });

  it('does not pan the photo off the stage', () => {
    const zoomed = zoomAt(fitted, 5, { x: 500, y: 300 }, photo, stage);
    expect(panBy(zoomed, 1e5, 1e5, photo, stage)).toMatchObject({ x: 0, y: 0 });
    expect(panBy(zoomed, -1e5, -1e5, photo, stage)).toMatchObject({ x: 1000 - 4000, y: 600 - 3000 });
    expect(panBy(fitted, 50, 50, photo, stage)).toEqual(fitted);
  });

  it('shows one pixel as one pixel of the screen', () => {
    expect(showActualPixels(fitted, photo, stage, 1).scale).toBeCloseTo(1);
    expect(showActualPixels(fitted, photo, stage, 2).scale).toBeCloseTo(0.5);
  });
});
