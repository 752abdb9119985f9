import { encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { writeGreyTiff } from '../../../test/decode/grey-tiff';
import { createRandom } from '../../../scripts/weights/fuzz/random';
import { packLzw } from '../../../test/decode/pack-lzw';
import { countJpegSamples } from './jpeg-samples';
import { decodeTiff } from './tiff-image';
import { measureLzw, measurePackBits, measureZstd } from './unpacked-bytes';

const SIDE = 64;
const PIXELS = SIDE * SIDE;
/** Neither flat nor random: runs of all lengths, and more texts than a dictionary holds. */
const pattern = (length: number) => Uint8Array.from({ length }, (_, index) => (index * index) >> (index % 11));

const PICTURE = pattern(PIXELS).fill(9, 1024, 2048);

/** Pieces of 64 bytes: as they are, or as one byte that is repeated. */
function packBits(bytes: Uint8Array): Uint8Array {
  const packed: number[] = [];
  for (let at = 0; at < bytes.length; at += 64) {
    const piece = bytes.subarray(at, at + 64);
    if (piece.every((byte) => byte === piece[0])) packed.push(257 - 64, piece[0]!);
    else packed.push(63, ...piece);
  }
  return Uint8Array.from(packed);
}

/** A frame of raw blocks (RFC 8878), with the size that it claims, or without one. */
function zstd(bytes: Uint8Array, claim: number | null): Uint8Array {
  const size = bytes.length;
  const head =
    claim === null ? [0x00, 0x58] : [0xa0, claim & 255, (claim >> 8) & 255, (claim >> 16) & 255, claim >>> 24];
  const header = (size << 3) | 1;
  return Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, ...head, header & 255, (header >> 8) & 255, header >> 16, ...bytes]);
}

/** Blocks that repeat one byte, 128 KiB each: 4 bytes for them. */
function zstdOfRuns(blocks: number): Uint8Array {
  const header = (isLast: boolean) => ((128 * 1024) << 3) | 2 | (isLast ? 1 : 0);
  const block = (value: number) => [value & 255, (value >> 8) & 255, value >> 16, 0];
  const all = Array.from({ length: blocks }, (_, index) => block(header(index === blocks - 1)));
  return Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, ...all.flat()]);
}

const jpeg = (side: number) =>
  new Uint8Array(encode({ width: side, height: side, data: Buffer.alloc(side * side * 4, 90) }, 60).data);

function claimingSide(bytes: Uint8Array, side: number): Uint8Array {
  const at = bytes.findIndex((byte, index) => byte === 0xff && bytes[index + 1] === 0xc0);
  return Uint8Array.from([
    ...bytes.subarray(0, at + 5),
    side >> 8,
    side & 255,
    side >> 8,
    side & 255,
    ...bytes.subarray(at + 9),
  ]);
}

const tiff = (compression: number, data: Uint8Array) => writeGreyTiff({ width: SIDE, height: SIDE, compression, data });

describe('sound strips', () => {
  it.each([
    ['LZW', 5, packLzw(PICTURE)],
    ['PackBits', 32773, packBits(PICTURE)],
    ['Zstandard with its size', 50000, zstd(PICTURE, PIXELS)],
    ['Zstandard without it', 50000, zstd(PICTURE, null)],
  ])('packed by %s are read', async (_, compression, data) => {
    const read = await decodeTiff(tiff(compression, data));
    const { raster } = read as Extract<typeof read, { kind: 'decoded' }>;
    const pixels = Array.from(PICTURE.keys(), (index) => raster.data[index * 3]);
    expect(pixels).toEqual(Array.from(PICTURE));
  });

  it('are measured by what they unpack to', () => {
    for (const length of [1, 2, 300, 5000, 100_000])
      expect(measureLzw(packLzw(pattern(length))), `${length}`).toBe(length);
    expect(measurePackBits(packBits(PICTURE))).toBe(PIXELS);
    expect(measureZstd(zstd(pattern(PIXELS), PIXELS))).toBe(PIXELS);
    expect(measureZstd(zstd(pattern(PIXELS), null))).toBe(PIXELS);
    expect(countJpegSamples(jpeg(SIDE))).toBe(PIXELS * 3);
  });
});

describe('strips of any bytes', () => {
  it('are measured, or refused, and nothing else', () => {
    const random = createRandom(20261128, 1, 1);
    const seeds = [packLzw(PICTURE), packBits(PICTURE), zstd(PICTURE, null), zstdOfRuns(9), jpeg(8)];
    for (let turn = 0; turn < 2000; turn++) {
      const bytes = Uint8Array.from(random.pick(seeds)).slice(0, 1 + random.below(900));
      for (let count = random.below(9); count > 0; count--) bytes[random.below(bytes.length)] = random.below(256);
      for (const measure of [measureLzw, measurePackBits, measureZstd, countJpegSamples]) {
        try {
          expect(measure(bytes)).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(String(error)).toMatch(/^Error: tiff: /);
        }
      }
    }
  });
});

describe('strips made to fill the memory are refused before they are unpacked', () => {
  it.each([
    ['LZW', 5, packLzw(new Uint8Array(4 * 1024 * 1024))],
    ['PackBits', 32773, Uint8Array.from({ length: 1_000_000 }, (_, index) => (index % 2 === 0 ? 129 : 7))],
    ['Zstandard by its blocks', 50000, zstdOfRuns(8000)],
    ['Zstandard by its claim', 50000, zstd(pattern(64), 2 ** 31)],
    ['JPEG by its frame', 7, claimingSide(jpeg(SIDE), 65_000)],
    [
      'JPEG by a second frame',
      7,
      Uint8Array.from([...jpeg(SIDE).slice(0, -2), ...claimingSide(jpeg(SIDE), 65_000).slice(2)]),
    ],
  ])('%s', async (_, compression, data) => {
    await expect(decodeTiff(tiff(compression, data))).rejects.toThrow('a strip of 4096 bytes unpacks to more');
  });

  it.each([
    ['LZW with a code that can not be', 5, Uint8Array.of(0x80, 0x00, 0x1f, 0xff), 'expected a code below'],
    ['a second Zstandard frame', 50000, Uint8Array.from([...zstd(pattern(9), 9), ...zstdOfRuns(9)]), 'more than one'],
    ['LERC, which the reference does not read', 34887, pattern(9), 'LERC is not supported'],
    [
      'a JPEG table longer than its segment',
      7,
      Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 3, 0, 9, 9, 9),
      'has other contents',
    ],
  ])('%s', async (_, compression, data, message) => {
    await expect(decodeTiff(tiff(compression, data))).rejects.toThrow(message);
  });
});
