import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Bbox } from '../../src/domain/detection';
import { cropOfBbox, cropOfFullImage, cropOfWholeImage, type CropRect } from '../../src/vision/crop';
import type { Raster } from '../../src/vision/raster';
import { EmptyCropError, resizeCrops } from '../../src/vision/resize-crop';
import { describeGolden } from './golden-folder';

interface PreprocessCase {
  readonly id: string;
  readonly in: {
    readonly mode: 'always_crop' | 'full_image';
    readonly pattern: keyof typeof PATTERNS;
    readonly width: number;
    readonly height: number;
    readonly bboxes: readonly Bbox[] | null;
  };
  readonly out: ExpectedCrop | { readonly crop_rect: readonly number[]; readonly error: string };
}

interface ExpectedCrop {
  /** Null: nothing is cut, the whole image. */
  readonly crop_rect: readonly number[] | null;
  readonly crop_sha256: string;
  readonly rows: readonly number[];
  readonly rows_rgb_b64: string;
  readonly unstable_in_rows: readonly number[];
  readonly unstable_total: number;
  readonly sum: number;
  readonly full_zlib_b64?: string;
  readonly unstable_full?: readonly number[];
}

const SIDE = 480;
const ROW = 3 * SIDE;

/** Pictures made of integers, as the file's `patterns` describe them. */
const PATTERNS = {
  hash: (x: number, y: number, c: number) => {
    const mixed = Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663) ^ Math.imul(c, 83_492_791);
    return (Math.imul(mixed, 2_654_435_761) >>> 16) & 255;
  },
  waves: (x: number, y: number, c: number) => ((x * x + 3 * y * y + x * y * (c + 1)) >> 4) & 255,
  grad: (x: number, y: number, c: number) => (x * (3 + c) + y * (5 - c)) & 255,
  blocks: (x: number, y: number, c: number) => ((x >> 3) * 37 + (y >> 2) * 91 + c * 50) & 255,
};

describeGolden<{ cases: PreprocessCase[] }>('speciesnet/classifier_preprocess.json', ({ cases }) => {
  it.each(cases)('$id $in.mode $in.pattern', ({ in: input, out }) => {
    const raster = draw(input);
    const crop = cropOf(input);
    expect([crop.top, crop.left, crop.height, crop.width]).toEqual(
      out.crop_rect ?? [0, 0, raster.height, raster.width],
    );
    if ('error' in out) {
      expect(() => resizeCrops(raster, [crop], { side: SIDE, layout: 'nhwc' })).toThrow(EmptyCropError);
      return;
    }
    expect(sha256Of(raster, crop)).toBe(out.crop_sha256);
    const bytes = bytesOf(resizeCrops(raster, [crop], { side: SIDE, layout: 'nhwc' }));
    const rows = out.rows.flatMap((row) => [...bytes.subarray(row * ROW, (row + 1) * ROW)]);
    expectEqualBytes(rows, Buffer.from(out.rows_rgb_b64, 'base64'), out.unstable_in_rows);
    const sum = bytes.reduce((total, byte) => total + byte, 0);
    expect(Math.abs(sum - out.sum)).toBeLessThanOrEqual(out.unstable_total);
    if (out.full_zlib_b64 !== undefined) {
      const full = inflateSync(Buffer.from(out.full_zlib_b64, 'base64'));
      expectEqualBytes(bytes, full, out.unstable_full ?? []);
    }
  });
});

function cropOf({ mode, bboxes, width, height }: PreprocessCase['in']): CropRect {
  if (mode === 'full_image') return cropOfFullImage({ width, height });
  const first = bboxes?.[0];
  return first === undefined ? cropOfWholeImage({ width, height }) : cropOfBbox(first, { width, height });
}

function draw({ pattern, width, height }: PreprocessCase['in']): Raster {
  const data = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) data[3 * (y * width + x) + c] = PATTERNS[pattern](x, y, c);
    }
  }
  return { width, height, channels: 3, data };
}

/** The crop's own pixels; what lies outside the image is 0. */
function sha256Of(raster: Raster, crop: CropRect): string {
  const bytes = new Uint8Array(3 * crop.width * crop.height);
  for (let y = 0; y < crop.height; y++) {
    for (let x = 0; x < crop.width; x++) {
      const [row, column] = [crop.top + y, crop.left + x];
      if (row < 0 || column < 0 || row >= raster.height || column >= raster.width) continue;
      const at = 3 * (row * raster.width + column);
      bytes.set(raster.data.subarray(at, at + 3), 3 * (y * crop.width + x));
    }
  }
  return createHash('sha256').update(bytes).digest('hex');
}

function bytesOf(tensor: Float32Array): Uint8Array {
  return Uint8Array.from(tensor, (value) => Math.round(value * 255));
}

/** Equal, but for ±1 at the positions where torch versions differ among themselves. */
function expectEqualBytes(actual: ArrayLike<number>, expected: Uint8Array, unstable: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  const mayDiffer = new Set(unstable);
  const wrong: string[] = [];
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    if (difference > (mayDiffer.has(i) ? 1 : 0)) wrong.push(`${i}: ${actual[i]!} instead of ${expected[i]!}`);
  }
  expect(wrong).toEqual([]);
}
