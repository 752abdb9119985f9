import { describe, expect, it } from 'vitest';
import { fitLetterbox } from './letterbox';
import { letterboxBytes, letterboxTensor } from './letterbox-pixels';
import type { Raster } from './raster';

/** 4 x 2 pixels, all different. */
const raster: Raster = { width: 4, height: 2, channels: 3, data: Uint8Array.from({ length: 24 }, (_, i) => i * 10) };

describe('letterboxBytes', () => {
  it('halves by the mean of 2 x 2 pixels and pads a square with grey', () => {
    const plan = fitLetterbox(raster, 2)!;
    // The picture is one row high: the odd row of padding is below it.
    expect(plan).toMatchObject({ resized: { width: 2, height: 1 }, top: 0, bottom: 1 });
    const mean = (...at: number[]) => (at.reduce((sum, i) => sum + raster.data[i]!, 0) + 2) >> 2;
    const picture = [0, 1, 2, 6, 7, 8].map((i) => mean(i, i + 3, i + 12, i + 15));
    expect([...letterboxBytes(raster, plan)]).toEqual([...picture, 114, 114, 114, 114, 114, 114]);
  });

  it('copies when nothing changes', () => {
    const plan = fitLetterbox(raster, { longSide: 4, stride: 2 })!;
    expect(letterboxBytes(raster, plan)).toEqual(raster.data);
  });

  it('a plan for another image is a bug', () => {
    const plan = fitLetterbox({ width: 5, height: 5 }, 4)!;
    expect(() => letterboxBytes(raster, plan)).toThrow('planned for 5x5, got 4x2');
  });
});

describe('letterboxTensor', () => {
  it('is planar, 0 to 1, padding included', () => {
    const plan = fitLetterbox(raster, 3)!;
    const bytes = letterboxBytes(raster, plan);
    const pixels = plan.width * plan.height;
    const planar = [0, 1, 2].flatMap((c) => Array.from({ length: pixels }, (_, i) => bytes[3 * i + c]! / 255));
    expect(letterboxTensor(raster, plan)).toEqual(Float32Array.from(planar));
  });
});
