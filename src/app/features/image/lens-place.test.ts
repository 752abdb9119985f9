import { describe, expect, it } from 'vitest';
import { placeLens } from './lens-place';
import { fitPhoto } from './viewport';

const scene = { photo: { width: 4000, height: 3000 }, stage: { width: 1000, height: 750 }, pixelRatio: 1 };
const glass = { width: 200, height: 200, lift: 0 };
const fitted = fitPhoto(scene);

describe('magnifier', () => {
  it('has the pixel under the pointer in its middle, two px for each', () => {
    const { left, top, photo } = placeLens({ x: 300, y: 400 }, glass, fitted, scene);
    expect({ left, top }).toEqual({ left: 200, top: 300 });
    expect(photo.scale).toBe(2);
    expect((100 - photo.x) / photo.scale).toBe(1200);
    expect((100 - photo.y) / photo.scale).toBe(1600);
  });

  it('counts px of the screen', () => {
    expect(placeLens({ x: 300, y: 400 }, glass, fitted, { ...scene, pixelRatio: 2 }).photo.scale).toBe(1);
  });

  it('doubles what is large already', () => {
    expect(placeLens({ x: 300, y: 400 }, glass, { scale: 3, x: -100, y: -100 }, scene).photo.scale).toBe(6);
  });

  it('stays on the stage and still shows the pixel under the pointer', () => {
    const { left, top, photo } = placeLens({ x: 0, y: 750 }, glass, fitted, scene);
    expect({ left, top }).toEqual({ left: 0, top: 550 });
    expect((100 - photo.x) / photo.scale).toBe(0);
    expect((100 - photo.y) / photo.scale).toBe(3000);
  });

  it('shows the nearest pixel for a pointer that is beyond the stage', () => {
    const there = placeLens({ x: 1200, y: 400 }, glass, fitted, scene);
    expect(there).toEqual(placeLens({ x: 1000, y: 400 }, glass, fitted, scene));
  });

  it('lies above a finger', () => {
    expect(placeLens({ x: 300, y: 400 }, { ...glass, lift: 120 }, fitted, scene).top).toBe(180);
  });
});
