import { linearColumns, linearRows, type LinearTaps } from './linear-taps';
import { bytesOf, type PixelSize, type Raster } from './raster';

/**
 * Writes row `y` of a resized image into `into`: bytes, planar inside the row (all red, all green, all blue).
 * `into` holds 3 * resized width bytes. Rows asked for from top to bottom are fastest.
 */
export type RowSource = (y: number, into: Uint8Array) => void;

/**
 * Resizes like OpenCV 4.6 `resize(…, INTER_LINEAR)` on 8-bit pixels, bit for bit: fixed point with 11-bit weights, a plain mean
 * of 2 x 2 pixels when both sides are exactly halved, a copy when nothing changes. RGB of RGBA images is kept as it is.
 */
export function createLinearRows(raster: Raster, resized: PixelSize): RowSource {
  if (raster.width === resized.width && raster.height === resized.height) return copiedRows(raster);
  if (raster.width === 2 * resized.width && raster.height === 2 * resized.height) return halvedRows(raster, resized);
  return interpolatedRows(raster, resized);
}

function copiedRows(raster: Raster): RowSource {
  const { width, channels } = raster;
  const source = bytesOf(raster);
  return (y, into) => {
    for (let x = 0, at = y * width * channels; x < width; x++, at += channels) {
      into[x] = source[at]!;
      into[x + width] = source[at + 1]!;
      into[x + 2 * width] = source[at + 2]!;
    }
  };
}

function halvedRows(raster: Raster, { width }: PixelSize): RowSource {
  const { channels } = raster;
  const source = bytesOf(raster);
  const stride = raster.width * channels;
  return (y, into) => {
    for (let x = 0, at = 2 * y * stride; x < width; x++, at += 2 * channels) {
      for (let c = 0; c < 3; c++) {
        const upper = at + c;
        const lower = upper + stride;
        const sum = source[upper]! + source[upper + channels]! + source[lower]! + source[lower + channels]!;
        into[c * width + x] = (sum + 2) >> 2;
      }
    }
  };
}

function interpolatedRows(raster: Raster, { width, height }: PixelSize): RowSource {
  const source = bytesOf(raster);
  const columns = inBytes(linearColumns(raster.width, width), raster.channels);
  const rows = inBytes(linearRows(raster.height, height), raster.width * raster.channels);
  // Neighbouring rows of the result share source rows: the last two are kept after their horizontal pass.
  let upper = new Int32Array(3 * width);
  let lower = new Int32Array(3 * width);
  let upperRow = -1;
  let lowerRow = -1;
  return (y, into) => {
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
    blendRows(upper, lower, rows.weight0[y]!, rows.weight1[y]!, into);
  };
}

/** Taps in bytes: where a source row or a pixel begins. */
function inBytes(taps: LinearTaps, stride: number): LinearTaps {
  const first = taps.first.map((place) => place * stride);
  const second = taps.second.map((place) => place * stride);
  return { ...taps, first, second };
}

function blendColumns(source: Uint8Array, rowStart: number, taps: LinearTaps, into: Int32Array): void {
  const { first, second, weight0, weight1 } = taps;
  const width = first.length;
  for (let x = 0; x < width; x++) {
    const near = rowStart + first[x]!;
    const far = rowStart + second[x]!;
    const a = weight0[x]!;
    const b = weight1[x]!;
    into[x] = Math.imul(source[near]!, a) + Math.imul(source[far]!, b);
    into[x + width] = Math.imul(source[near + 1]!, a) + Math.imul(source[far + 1]!, b);
    into[x + 2 * width] = Math.imul(source[near + 2]!, a) + Math.imul(source[far + 2]!, b);
  }
}

function blendRows(upper: Int32Array, lower: Int32Array, weight0: number, weight1: number, into: Uint8Array): void {
  for (let i = 0; i < upper.length; i++) {
    const a = Math.imul(weight0, upper[i]! >> 4) >> 16;
    const b = Math.imul(weight1, lower[i]! >> 4) >> 16;
    into[i] = (a + b + 2) >> 2;
  }
}
