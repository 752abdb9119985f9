import { describe, expect, it } from 'vitest';
import type { Raster } from '../../vision/raster';
import { turnRaster } from './turn-raster';

// 1 2 3
// 4 5 6
const SOURCE: Raster = {
  width: 3,
  height: 2,
  channels: 3,
  data: Uint8Array.from([1, 2, 3, 4, 5, 6].flatMap((grey) => [grey, grey, grey])),
};

describe('turnRaster', () => {
  it.each([
    [1, 3, [1, 2, 3, 4, 5, 6]],
    [2, 3, [3, 2, 1, 6, 5, 4]],
    [3, 3, [6, 5, 4, 3, 2, 1]],
    [4, 3, [4, 5, 6, 1, 2, 3]],
    [5, 2, [1, 4, 2, 5, 3, 6]],
    [6, 2, [4, 1, 5, 2, 6, 3]],
    [7, 2, [6, 3, 5, 2, 4, 1]],
    [8, 2, [3, 6, 2, 5, 1, 4]],
    [0, 3, [1, 2, 3, 4, 5, 6]],
    [9, 3, [1, 2, 3, 4, 5, 6]],
  ])('orientation %i', (orientation, width, greys) => {
    const turned = turnRaster(SOURCE, orientation);
    expect(turned.width).toBe(width);
    expect(turned.height).toBe(6 / width);
    expect(Array.from(turned.data).filter((_, i) => i % 3 === 0)).toEqual(greys);
  });
});
