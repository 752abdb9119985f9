import { describe, expect, it } from 'vitest';
import type { Raster } from './raster';
import { EmptyCropError, resizeCrops } from './resize-crop';

/** 6 x 4 RGBA pixels, all channels different. */
const raster: Raster = {
  width: 6,
  height: 4,
  channels: 4,
  data: Uint8ClampedArray.from({ length: 96 }, (_, i) => (i * 37) % 256),
};
const left = { top: 1, left: 0, height: 3, width: 2 };
const right = { top: 0, left: 3, height: 2, width: 3 };

describe('resizeCrops', () => {
  it('a batch of two holds the two crops one after the other', () => {
    const format = { side: 5, layout: 'nhwc' } as const;
    const both = resizeCrops(raster, [left, right], format);
    expect([...both]).toEqual([...resizeCrops(raster, [left], format), ...resizeCrops(raster, [right], format)]);
    expect(both.subarray(0, 75)).not.toEqual(both.subarray(75));
  });

  it('channels first has the same values as channels last', () => {
    const last = resizeCrops(raster, [right], { side: 5, layout: 'nhwc' });
    const first = resizeCrops(raster, [right], { side: 5, layout: 'nchw' });
    expect([...first]).toEqual([0, 1, 2].flatMap((c) => Array.from({ length: 25 }, (_, i) => last[3 * i + c]!)));
  });

  it('copies a crop that has the right size already', () => {
    const tensor = resizeCrops(raster, [{ top: 1, left: 2, height: 2, width: 2 }], { side: 2, layout: 'nhwc' });
    const bytes = [tensor].flatMap((values) => Array.from(values, (value) => Math.round(value * 255)));
    const pixel = (x: number, y: number) => [0, 1, 2].map((c) => raster.data[4 * (y * 6 + x) + c]!);
    expect(bytes).toEqual([...pixel(2, 1), ...pixel(3, 1), ...pixel(2, 2), ...pixel(3, 2)]);
  });

  it('is black outside the image', () => {
    const white: Raster = { width: 2, height: 2, channels: 3, data: new Uint8Array(12).fill(255) };
    const tensor = resizeCrops(white, [{ top: -1, left: 1, height: 2, width: 2 }], { side: 2, layout: 'nhwc' });
    expect([...tensor]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0]);
    const away = resizeCrops(white, [{ top: 5, left: 5, height: 2, width: 2 }], { side: 2, layout: 'nhwc' });
    expect(away).toEqual(new Float32Array(12));
  });

  it('a crop without pixels is told apart from other errors', () => {
    const empty = { top: 0, left: 0, height: 0, width: 4 };
    expect(() => resizeCrops(raster, [empty], { side: 2, layout: 'nhwc' })).toThrow(EmptyCropError);
  });
});
