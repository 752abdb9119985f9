import type { CropRect } from './crop';
import { cropTaps, type CropTaps } from './crop-taps';
import { TO_BYTE } from './to-byte';
import { bytesOf, type Raster } from './raster';
import { UNIT_VALUES } from './unit-values';

/** How a classifier wants its crops: a square of `side` pixels, channels last (nhwc) or first (nchw). */
export interface CropFormat {
  readonly side: number;
  readonly layout: 'nhwc' | 'nchw';
}

/**
 * Cuts crops out of an image and resizes each to a square: [crops, side, side, 3] or [crops, 3, side, side], RGB, 0..1.
 * As speciesnet 5.0.4's classifier does with torch and torchvision: ratio not kept, bilinear, half-pixel centres, no antialiasing,
 * float32, then cut (not rounded) to a byte at x * 255.999, then byte / 255.
 *
 * Two choices are open, because torch builds differ in them; about 4 of 10,000 values move by 1/255. Coordinates are kept in
 * double (torch 1.13; torch 2 rounds them to float32), and the first product of each blend is added unrounded (fused
 * multiply-add, as on any processor of today). With these, crops narrower than the image are equal to torch 1.13 to the last bit.
 * Parts of a crop outside the image are black. A crop without pixels throws an EmptyCropError.
 */
export function resizeCrops(raster: Raster, crops: readonly CropRect[], format: CropFormat): Float32Array<ArrayBuffer> {
  const length = 3 * format.side * format.side;
  const tensor = new Float32Array(crops.length * length);
  crops.forEach((crop, index) => {
    resizeCrop(raster, crop, format, tensor.subarray(index * length, (index + 1) * length));
  });
  return tensor;
}

/** A crop that has no pixels: the reference's resize throws too, which is a classifier failure. */
export class EmptyCropError extends Error {
  constructor(readonly crop: CropRect) {
    super(`crop: expected at least one pixel, got ${crop.width}x${crop.height}`);
    this.name = 'EmptyCropError';
  }
}

function resizeCrop(raster: Raster, crop: CropRect, { side, layout }: CropFormat, tensor: Float32Array): void {
  if (crop.width <= 0 || crop.height <= 0) throw new EmptyCropError(crop);
  const [inside, at] = isInside(raster, crop) ? [raster, crop] : [cutOut(raster, crop), { ...crop, top: 0, left: 0 }];
  const source = bytesOf(inside);
  const columns = inBytes(cropTaps(crop.width, side), (column) => (at.left + column) * inside.channels);
  const rows = inBytes(cropTaps(crop.height, side), (row) => (at.top + row) * inside.width * inside.channels);
  const [pixelStep, channelStep] = layout === 'nhwc' ? [3, 1] : [1, side * side];
  let upper = new Float32Array(3 * side);
  let lower = new Float32Array(3 * side);
  let upperRow = -1;
  let lowerRow = -1;
  const units = UNIT_VALUES;
  for (let y = 0; y < side; y++) {
    const first = rows.first[y]!;
    const second = rows.second[y]!;
    if (upperRow !== first && lowerRow === first) {
      [upper, lower] = [lower, upper];
      [upperRow, lowerRow] = [lowerRow, upperRow];
    }
    if (upperRow !== first) blendColumns(source, first, columns, upper);
    if (lowerRow !== second) blendColumns(source, second, columns, lower);
    upperRow = first;
    lowerRow = second;
    const weight0 = rows.weight0[y]!;
    const weight1 = rows.weight1[y]!;
    for (let x = 0, i = 0, to = y * side * pixelStep; x < side; x++, to += pixelStep) {
      for (let c = 0; c < 3; c++, i++) {
        const value = f32(upper[i]! * weight0 + f32(lower[i]! * weight1));
        tensor[to + c * channelStep] = units[Math.trunc(f32(value * TO_BYTE))]!;
      }
    }
  }
}

/** Taps in bytes: where the source places begin. */
function inBytes(taps: CropTaps, startOf: (place: number) => number): CropTaps {
  return { ...taps, first: taps.first.map(startOf), second: taps.second.map(startOf) };
}

function blendColumns(source: Uint8Array, rowStart: number, taps: CropTaps, into: Float32Array): void {
  const { first, second, weight0, weight1 } = taps;
  const units = UNIT_VALUES;
  for (let x = 0; x < first.length; x++) {
    const near = rowStart + first[x]!;
    const far = rowStart + second[x]!;
    const a = weight0[x]!;
    const b = weight1[x]!;
    for (let c = 0; c < 3; c++) {
      into[3 * x + c] = f32(units[source[near + c]!]! * a + f32(units[source[far + c]!]! * b));
    }
  }
}

function isInside(raster: Raster, { top, left, height, width }: CropRect): boolean {
  return top >= 0 && left >= 0 && top + height <= raster.height && left + width <= raster.width;
}

/** Boxes of our own detector never reach outside; those of a result file may. */
function cutOut(raster: Raster, crop: CropRect): Raster {
  const { channels } = raster;
  const data = new Uint8Array(crop.width * crop.height * channels);
  const source = bytesOf(raster);
  const from = Math.max(crop.left, 0);
  const to = Math.min(crop.left + crop.width, raster.width);
  for (let y = Math.max(crop.top, 0); y < Math.min(crop.top + crop.height, raster.height) && from < to; y++) {
    const row = source.subarray((y * raster.width + from) * channels, (y * raster.width + to) * channels);
    data.set(row, ((y - crop.top) * crop.width + (from - crop.left)) * channels);
  }
  return { width: crop.width, height: crop.height, channels, data };
}

const f32 = Math.fround;
