import { describe, expect, it } from 'vitest';
import { parseExifTime, readExif } from './exif-facts';

describe('parseExifTime', () => {
  it.each([
    ['2021:07:14 05:06:07', '2021-07-14T05:06:07'],
    ['2021-07-14 05:06:07', '2021-07-14T05:06:07'],
    ['2021/07/14 05:06:07', '2021-07-14T05:06:07'],
    ['2024:02:29 23:59:59\0', '2024-02-29T23:59:59'],
    ['2023:02:29 23:59:59', null],
    ['2021:13:01 00:00:00', null],
    ['2021:01:01 24:00:00', null],
    ['2021:01:01 12:60:00', null],
    ['0000:00:00 00:00:00', null],
    ['    :  :     :  :  ', null],
    ['', null],
    [null, null],
  ])('%j is %j', (text, time) => {
    expect(parseExifTime(text)).toBe(time);
  });
});

describe('readExif', () => {
  it('has nothing to say about files without EXIF data', () => {
    const nothing = { capturedAt: null, orientation: 1, location: null };
    expect(readExif(new ArrayBuffer(0))).toEqual(nothing);
    expect(readExif(Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0x45).buffer)).toEqual(nothing);
  });
});
