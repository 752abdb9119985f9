import { describe, expect, it } from 'vitest';
import { isTooLarge, readImageHeader } from './image-header';

const text = (letters: string) => Array.from(letters, (letter) => letter.charCodeAt(0));
const png = (colourType: number, depth: number, ...rest: number[]) => [
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
  ...text('IHDR'),
  ...[0, 0, 1, 0, 0, 0, 0, 2, depth, colourType, 0, 0, 0, 0, 0, 0, 0],
  ...rest,
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
    ['a GIF', [...text('GIF89a'), 3, 1, 2, 0], { format: 'gif', size: { width: 259, height: 2 }, ...plain }],
    ['a TIFF', [0x4d, 0x4d, 0, 0x2a], { format: 'tiff', size: null, ...plain }],
  ])('%s', (_what, bytes, header) => {
    expect(readImageHeader(Uint8Array.from(bytes))).toEqual(header);
  });

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html>'],
    ['an archive', 'PK\u0003\u0004'],
  ])('does not take %s for an image', (_what, content) => {
    expect(readImageHeader(Uint8Array.from(text(content)))).toBeNull();
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
