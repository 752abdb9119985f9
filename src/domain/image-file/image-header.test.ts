import { describe, expect, it } from 'vitest';
import { isTooLarge, readImageHeader } from './image-header';

const text = (letters: string) => Array.from(letters, (letter) => letter.charCodeAt(0));
const png = (colourType: number, depth: number, ...rest: number[]) => [
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
  ...text('IHDR'),
  ...[0, 0, 1, 0, 0, 0, 0, 2, depth, colourType, 0, 0, 0, 0, 0, 0, 0],
  ...rest,
];
const uint16 = (value: number) => [value & 255, value >> 8];
const uint24 = (value: number) => [...uint16(value & 0xffff), value >> 16];
const uint32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** A screen with a colour table, a comment, and a frame (left, top, width, height) when there is one. */
const gif = (screen: readonly number[], frame: readonly number[] | null) => [
  ...text('GIF89a'),
  ...screen.flatMap(uint16),
  ...[0x80, 0, 0, 0, 0, 0, 255, 255, 255],
  ...[0x21, 0xfe, 2, 0x2c, 0x2c, 1, 0x2c, 0],
  ...(frame === null ? [] : [0x2c, ...frame.flatMap(uint16), 0]),
];
const box = (type: string, ...content: number[]) => [...uint32(8 + content.length), ...text(type), ...content];
const FILE_TYPE = [...text('mif1'), 0, 0, 0, 0, ...text('avif')];
const avif = (properties: readonly number[][], ...before: number[]) => [
  ...box('ftyp', ...FILE_TYPE),
  ...before,
  ...box('meta', 0, 0, 0, 0, ...box('hdlr', 0), ...box('iprp', ...box('ipco', ...properties.flat()))),
];
const webp = (...chunks: number[]) => [...text('RIFF'), 0, 0, 0, 0, ...text('WEBP'), ...chunks];
const chunk = (type: string, ...content: number[]) => [...text(type), ...uint24(content.length), 0, ...content];
const canvas = (side: number) => chunk('VP8X', 0, 0, 0, 0, ...uint24(side - 1), ...uint24(side - 1));
const jpeg = (...segments: number[]) => [0xff, 0xd8, ...segments];
const frame = (side: number) => [
  0xff,
  0xc0,
  0,
  11,
  8,
  ...[side >> 8, side & 255],
  ...[side >> 8, side & 255],
  1,
  1,
  17,
  0,
];

const plain = { mayHaveAlpha: false, isGrey16: false };

describe('readImageHeader', () => {
  it.each([
    [
      'a JPEG behind a long segment and fill bytes',
      [0xff, 0xd8, 0xff, 0xe1, 0, 5, 1, 2, 3, 0xff, 0xff, 0xff, 0xc2, 0, 17, 8, 0, 2, 1, 0, 3],
      { format: 'jpeg', size: { width: 256, height: 2 }, ...plain },
    ],
    ['a JPEG cut in its header', [0xff, 0xd8, 0xff, 0xe0, 0, 16], { format: 'jpeg', size: null, ...plain }],
    ['an RGB PNG', png(2, 8), { format: 'png', size: { width: 256, height: 2 }, ...plain }],
    ['a PNG with alpha', png(6, 8), { format: 'png', size: { width: 256, height: 2 }, ...plain, mayHaveAlpha: true }],
    [
      'a PNG with a transparent colour',
      png(2, 8, 0, 0, 0, 6, ...text('tRNS')),
      { format: 'png', size: { width: 256, height: 2 }, ...plain, mayHaveAlpha: true },
    ],
    ['a deep grey PNG', png(0, 16), { format: 'png', size: { width: 256, height: 2 }, ...plain, isGrey16: true }],
    ['a PNG without its header', png(2, 8).slice(0, 12), { format: 'png', size: null, ...plain }],
    ['a GIF', gif([259, 2], [0, 0, 259, 2]), { format: 'gif', size: { width: 259, height: 2 }, ...plain }],
    ['a GIF cut before its frame', gif([259, 2], null), { format: 'gif', size: null, ...plain }],
    ['an AVIF', avif([box('ispe', 0, 0, 0, 0, ...uint32(640), ...uint32(480))]), { format: 'heif', size: { width: 640, height: 480 }, mayHaveAlpha: true, isGrey16: false }], // prettier-ignore
    ['an AVIF cut before its size', box('ftyp', ...text('avif'), 0, 0, 0, 0), { format: 'heif', size: null, mayHaveAlpha: true, isGrey16: false }], // prettier-ignore
    ['an icon', [0, 0, 1, 0, 1, 0], { format: 'ico', size: { width: 256, height: 256 }, mayHaveAlpha: true, isGrey16: false }], // prettier-ignore
    ['a TIFF', [0x4d, 0x4d, 0, 0x2a], { format: 'tiff', size: null, ...plain }],
  ])('%s', (_what, bytes, header) => {
    expect(readImageHeader(Uint8Array.from(bytes))).toEqual(header);
  });

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html>'],
    ['an archive', 'PK\u0003\u0004'],
    ['a video', '\0\0\0\u0014ftypisom\0\0\u0002\0mp41'],
    ['a JPEG XL, which the reference does not read', '\u00ff\u000a'],
  ])('does not take %s for an image', (_what, content) => {
    expect(readImageHeader(Uint8Array.from(text(content)))).toBeNull();
  });
});

describe('pictures that claim more than any memory holds', () => {
  it.each([
    ['a JPEG', jpeg(...frame(65_000))],
    ['a progressive JPEG behind comments', jpeg(0xff, 0xfe, 0, 4, 1, 2, ...frame(65_000).with(1, 0xc2))],
    [
      'a JPEG that hides its frame behind a marker that is none',
      jpeg(0xff, 0x00, 0, 16, ...frame(65_000), ...frame(2)),
    ],
    ['a BMP', [...text('BM'), ...Array<number>(12).fill(0), 40, 0, 0, 0, ...[65_000, 65_000].flatMap((n) => [...uint24(n), 0])]], // prettier-ignore
    ['a GIF', gif([65_000, 65_000], [0, 0, 1, 1])],
    ['a GIF with a frame that does not fit its screen', gif([1, 1], [0, 0, 65_000, 65_000])],
    ['a GIF with a frame far off its screen', gif([1, 1], [65_000, 65_000, 1, 1])],
    ['a WebP', webp(...chunk('VP8 ', 0x10, 0, 0, 0x9d, 1, 0x2a, ...uint16(0x3fff), ...uint16(0x3fff), 0, 0))],
    ['a lossless WebP', webp(...chunk('VP8L', 0x2f, 0xff, 0xff, 0xff, 0x0f, 0, 0, 0, 0, 0))],
    ['a WebP with a canvas', webp(...canvas(65_000))],
    ['a moving WebP with a frame that does not fit', webp(...canvas(1), ...chunk('ANMF', 0, 0, 0, 0, 0, 0, ...uint24(64_999), ...uint24(64_999), 0, 0, 0, 0))], // prettier-ignore
    ['a WebP with pixels that do not fit', webp(...canvas(1), ...chunk('VP8L', 0x2f, 0xff, 0xff, 0xff, 0x0f))],
    ['an AVIF', avif([box('ispe', 0, 0, 0, 0, ...uint32(65_000), ...uint32(65_000))])],
    ['an AVIF of several images', avif([2, 65_000, 3].map((side) => box('ispe', 0, 0, 0, 0, ...uint32(side), ...uint32(side))))], // prettier-ignore
    ['an AVIF behind a box with a long length', avif([box('ispe', 0, 0, 0, 0, ...uint32(65_000), ...uint32(65_000))], ...uint32(1), ...text('free'), 0, 0, 0, 0, ...uint32(16))], // prettier-ignore
    ['a moving AVIF', [...box('ftyp', ...text('avis'), 0, 0, 0, 0), ...box('moov', ...box('trak', ...box('tkhd', ...Array<number>(76).fill(0), 0xfd, 0xe8, 0, 0, 0xfd, 0xe8, 0, 0)))]], // prettier-ignore
  ])('%s', (_what, bytes) => {
    const header = readImageHeader(Uint8Array.from(bytes));
    expect(header?.size).not.toBeNull();
    expect(isTooLarge(header!.size!)).toBe(true);
  });

  it.each([
    ['boxes in boxes', Array.from({ length: 5000 }, () => [0, 0, 0xff, 0xff, ...text('meta'), 0, 0, 0, 0]).flat()],
    ['boxes without a length', Array.from({ length: 5000 }, () => [0, 0, 0, 2, ...text('meta')]).flat()],
    ['a length beyond all numbers', [0, 0, 0, 1, ...text('meta'), ...Array<number>(8).fill(255)]],
  ])('%s end the search', (_what, bytes) => {
    expect(readImageHeader(Uint8Array.from([...box('ftyp', ...FILE_TYPE), ...bytes]))?.size).toBeNull();
  });
});

describe('isTooLarge', () => {
  it.each([
    [13377, 13377, false],
    [178_956_970, 1, false],
    [178_956_971, 1, true],
    [20_000, 20_000, true],
  ])('%i x %i: %s', (width, height, expected) => {
    expect(isTooLarge({ width, height })).toBe(expected);
  });
});
