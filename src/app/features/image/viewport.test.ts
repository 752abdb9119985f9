import { describe, expect, it } from 'vitest';
import { actualScale, fitPhoto, isActual, isFitted, isSmallest, panBy, pinch, zoomBy, zoomTo } from './viewport';
import type { Point, Viewport } from './viewport';

const scene = { photo: { width: 2000, height: 1500 }, stage: { width: 1000, height: 600 }, pixelRatio: 1 };
const fitted = fitPhoto(scene);
const middle = { x: 500, y: 300 };

/** The point of the photo that lies under a point of the stage, px of the photo. */
const under = (view: Viewport, at: Point): Point => ({
  x: (at.x - view.x) / view.scale,
  y: (at.y - view.y) / view.scale,
});

describe('viewport', () => {
  it('fits the whole photo and centres it', () => {
    expect(fitted).toEqual({ scale: 0.4, x: 100, y: 0 });
  });

  it.each([
    ['the middle', middle],
    ['a point beside it', { x: 620, y: 250 }],
    ['a corner of the photo', { x: 101, y: 599 }],
  ])('keeps the point under the pointer: %s', (_, at) => {
    let zoomed = fitted;
    for (let turn = 0; turn < 8; turn++) {
      zoomed = zoomBy(zoomed, 1.25, at, scene);
      expect(under(zoomed, at).x).toBeCloseTo(under(fitted, at).x);
      expect(under(zoomed, at).y).toBeCloseTo(under(fitted, at).y);
    }
    expect(zoomed.scale).toBeCloseTo(0.4 * 1.25 ** 8);
    expect(zoomBy(zoomed, 1.25 ** -8, at, scene)).toMatchObject({
      x: expect.closeTo(100) as number,
      y: expect.closeTo(0) as number,
    });
  });

  it('never leaves less than the whole photo, nor more than 16 px for a pixel', () => {
    const least = zoomBy(fitted, 0.1, { x: 3, y: 3 }, scene);
    expect(isFitted(least, scene)).toBe(true);
    expect(isSmallest(least, scene)).toBe(true);
    expect(zoomBy(fitted, 1e6, { x: 3, y: 3 }, scene).scale).toBe(16);
    expect(isSmallest(zoomBy(fitted, 1.1, middle, scene), scene)).toBe(false);
  });

  it('shows a photo smaller than the stage one to one, although that is less than fitted', () => {
    const small = { ...scene, photo: { width: 400, height: 300 } };
    const actual = zoomTo(fitPhoto(small), actualScale(small), middle, small);
    expect(fitPhoto(small).scale).toBe(2);
    expect(actual).toEqual({ scale: 1, x: 300, y: 150 });
    expect(isSmallest(actual, small)).toBe(true);
    expect(isSmallest(fitPhoto(small), small)).toBe(false);
  });

  it('does not pan the photo off the stage', () => {
    const zoomed = zoomBy(fitted, 5, middle, scene);
    expect(panBy(zoomed, 1e5, 1e5, scene)).toMatchObject({ x: 100, y: 0 });
    expect(panBy(zoomed, -1e5, -1e5, scene)).toMatchObject({ x: 900 - 4000, y: 600 - 3000 });
    expect(panBy(fitted, 50, 50, scene)).toEqual(fitted);
  });

  it.each([
    [1, 1],
    [2, 0.5],
  ])('shows one pixel as one pixel of a screen with %i px for each CSS px', (pixelRatio, scale) => {
    const dense = { ...scene, pixelRatio };
    const actual = zoomTo(fitted, actualScale(dense), middle, dense);
    expect(actual.scale).toBeCloseTo(scale);
    expect(isActual(actual, dense)).toBe(true);
    expect(isActual(fitted, dense)).toBe(false);
  });

  it('keeps what is between two fingers between them while they part and move', () => {
    const start = zoomBy(fitted, 4, middle, scene);
    const before: [Point, Point] = [
      { x: 400, y: 300 },
      { x: 500, y: 300 },
    ];
    const after: [Point, Point] = [
      { x: 420, y: 350 },
      { x: 570, y: 350 },
    ];
    const moved = pinch(start, before, after, scene);
    expect(moved.scale).toBeCloseTo(start.scale * 1.5);
    expect(under(moved, { x: 495, y: 350 }).x).toBeCloseTo(under(start, { x: 450, y: 300 }).x);
    expect(under(moved, { x: 495, y: 350 }).y).toBeCloseTo(under(start, { x: 450, y: 300 }).y);
  });

  it('pans with two fingers that keep their distance', () => {
    const start = zoomBy(fitted, 4, middle, scene);
    const moved = pinch(
      start,
      [{ x: 400, y: 300 }, middle],
      [
        { x: 380, y: 330 },
        { x: 480, y: 330 },
      ],
      scene,
    );
    expect(moved.scale).toBeCloseTo(start.scale);
    expect(moved.x).toBeCloseTo(start.x - 20);
    expect(moved.y).toBeCloseTo(start.y + 30);
  });
});
