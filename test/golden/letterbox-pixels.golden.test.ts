import { expect, it } from 'vitest';
import { fitLetterbox } from '../../src/vision/letterbox';
import { letterboxBytes, letterboxTensor } from '../../src/vision/letterbox-pixels';
import type { Raster } from '../../src/vision/raster';
import { describeGolden } from './golden-folder';

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb_b64: string;
}

interface LetterboxPixelsCase {
  readonly id: string;
  readonly in: Picture & { readonly new_shape: number; readonly stride: number };
  readonly out: Picture;
}

describeGolden<{ cases: LetterboxPixelsCase[] }>('speciesnet/letterbox_pixels.json', ({ cases }) => {
  it.each(cases)('$id: RGB, RGBA and tensor', ({ in: picture, out }) => {
    const rgb = rasterOf(picture);
    const plan = fitLetterbox(rgb, { longSide: picture.new_shape, stride: picture.stride });
    if (plan === null) throw new Error('expected a plan');
    expect({ width: plan.width, height: plan.height }).toEqual({ width: out.width, height: out.height });
    const expected = Buffer.from(out.rgb_b64, 'base64');
    expect(Buffer.from(letterboxBytes(rgb, plan)).equals(expected)).toBe(true);
    expect(Buffer.from(letterboxBytes(withAlpha(rgb), plan)).equals(expected)).toBe(true);
    expect(Buffer.from(bytesOfTensor(letterboxTensor(withAlpha(rgb), plan))).equals(expected)).toBe(true);
  });
});

function rasterOf({ width, height, rgb_b64 }: Picture): Raster {
  return { width, height, channels: 3, data: Buffer.from(rgb_b64, 'base64') };
}

function withAlpha({ width, height, data }: Raster): Raster {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let i = 0; i < width * height; i++) rgba.set([data[3 * i]!, data[3 * i + 1]!, data[3 * i + 2]!, i % 256], 4 * i);
  return { width, height, channels: 4, data: rgba };
}

function bytesOfTensor(tensor: Float32Array): Uint8Array {
  const plane = tensor.length / 3;
  return Uint8Array.from({ length: tensor.length }, (_, i) =>
    Math.round(tensor[(i % 3) * plane + Math.floor(i / 3)]! * 255),
  );
}
