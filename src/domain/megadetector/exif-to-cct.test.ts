import { expect, it } from 'vitest';
import { EXIF_TO_CCT_DEFAULTS, exifResultsToCct, type ExifResult } from './exif-to-cct';

const timeOf = (exif_tags: ExifResult['exif_tags'], now = '2024-06-02T12:00:00') =>
  exifResultsToCct([{ file_name: 'a/1.jpg', exif_tags: exif_tags ?? null }], { ...EXIF_TO_CCT_DEFAULTS, now })
    .images[0]!.datetime;

it.each([
  ['2024:06:01 11:59:59', '2024-06-01T11:59:59'],
  ['2024:06:01 12:00:00', null],
  ['2024:06:02 13:00:00', null],
  ['2001:01:01 00:00:00', '2001-01-01T00:00:00'],
  ['2000:12:31 23:59:59', null],
  ['2023:5: 6  7:8:9', '2023-05-06T07:08:09'],
  ['2023:02:30 07:08:09', null],
  ['2023:05:06 07:08:60', null],
  ['2023:05:06 07:08:09 ', null],
  ['2023-05-06 07:08:09', null],
  [20230506, null],
])('reads %j at noon of 2 June 2024 as %j', (tag, time) => expect(timeOf({ DateTimeOriginal: tag })).toBe(time));

it('has no time without tags', () => {
  expect([timeOf(null), timeOf({}), timeOf({ DateTime: '2023:05:06 07:08:09' })]).toEqual([null, null, null]);
});

it('refuses a clock that shows nothing', () => {
  expect(() => timeOf({}, 'now')).toThrow('now: expected YYYY-MM-DDTHH:mm:ss, got "now"');
});
