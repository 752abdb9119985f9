import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Bbox } from '../../src/domain/detection';
import { planBoxCrop } from '../../src/pipeline/plan-crop';
import type { Raster } from '../../src/vision/raster';
import { EmptyCropError, resizeCrops } from '../../src/vision/resize-crop';
import { describeGolden } from './golden-folder';

type CropsCase = CropCase | ResizeCase;

interface CropCase {
  readonly id: string;
  readonly group: 'crop';
  readonly image: readonly [width: number, height: number];
  readonly bbox: Bbox;
  readonly outcome: 'ok' | 'error';
  readonly expected: {
    readonly height: number;
    readonly width: number;
    readonly sha1_rgb: string;
    readonly first_pixel?: readonly number[];
    readonly last_pixel?: readonly number[];
  };
  readonly resize_outcome: 'ok' | 'error';
}

interface ResizeCase {
  readonly id: string;
  readonly group: 'resize';
  readonly image: readonly [width: number, height: number];
  readonly pixels_rgb_rows: readonly (readonly number[])[];
  readonly expected: readonly { readonly y: number; readonly x: number; readonly rgb: readonly number[] }[];
}

const SIDE = 480;

describeGolden<{ cases: CropsCase[] }>('megadetector/crops.json', ({ cases }) => {
  it.each(cases.filter((one) => one.group === 'crop'))('$id crop $bbox of $image', (one) => {
    const { image, bbox, expected, resize_outcome } = one;
    expect(one.outcome).toBe('ok');
    const raster = drawCoded(image);
    const rect = planBoxCrop(bbox, raster);
    expect([rect.width, rect.height]).toEqual([expected.width, expected.height]);
    const pixels = cut(raster, rect);
    expect(createHash('sha1').update(pixels).digest('hex')).toBe(expected.sha1_rgb);
    if (expected.first_pixel !== undefined) expect([...pixels.subarray(0, 3)]).toEqual(expected.first_pixel);
    if (expected.last_pixel !== undefined) expect([...pixels.subarray(-3)]).toEqual(expected.last_pixel);
    const resize = () => resizeCrops(raster, [rect], { side: 8, layout: 'nhwc' });
    if (resize_outcome === 'ok') expect(resize()).toHaveLength(3 * 8 * 8);
    else expect(resize).toThrow(EmptyCropError);
  });

  it.each(cases.filter((one) => one.group === 'resize'))(
    '$id resize $image',
    ({ image, pixels_rgb_rows, expected }) => {
      const [width, height] = image;
      const raster: Raster = { width, height, channels: 3, data: Uint8Array.from(pixels_rgb_rows.flat()) };
      const tensor = resizeCrops(raster, [planBoxCrop([0, 0, 1, 1], raster)], { side: SIDE, layout: 'nhwc' });
      for (const { x, y, rgb } of expected) {
        rgb.forEach((value, channel) => {
          const byte = Math.round(tensor[3 * (y * SIDE + x) + channel]! * 255);
          expect(Math.abs(byte - value)).toBeLessThanOrEqual(1);
        });
      }
    },
  );
});

/** Every pixel tells its place: see the file's own note on the coded image. */
function drawCoded([width, height]: readonly [number, number]): Raster {
  const data = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      data[at] = x % 256;
      data[at + 1] = y % 256;
      data[at + 2] = 100 + 16 * Math.floor(x / 256) + Math.floor(y / 256);
    }
  }
  return { width, height, channels: 3, data };
}

/** The rectangle's pixels, black outside the image. */
function cut(raster: Raster, rect: { top: number; left: number; height: number; width: number }): Uint8Array {
  const bytes = new Uint8Array(3 * rect.width * rect.height);
  for (let y = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++) {
      const [row, column] = [rect.top + y, rect.left + x];
      if (row < 0 || column < 0 || row >= raster.height || column >= raster.width) continue;
      const at = 3 * (row * raster.width + column);
      bytes.set(raster.data.subarray(at, at + 3), 3 * (y * rect.width + x));
    }
  }
  return bytes;
}
