import { describe, expect, it } from 'vitest';
import { formatBytes } from './format-bytes';
import { formatCaptureDate, formatCaptureDateTime, formatCaptureTime } from './format-date';
import { formatDuration } from './format-duration';
import { formatExactScore, formatScore } from './format-score';
import { formatNumber, formatPercent } from './number-format';
import { shortenMiddle } from './shorten-middle';

/** Intl sets no-break spaces of several kinds; which one is the locale data's affair. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('numbers', () => {
  it.each([
    [5310, 'en-GB', '5,310'],
    [5310, 'de', '5.310'],
    [0, 'en-GB', '0'],
  ])('%d in %s is %s', (value, locale, text) => expect(formatNumber(value, locale)).toBe(text));

  it.each([
    [0.43, 'en-GB', '43%'],
    [0.43, 'de', '43 %'],
    [0.9999, 'en-GB', '99%'],
    [1, 'en-GB', '100%'],
  ])('%d as percent in %s is %s', (value, locale, text) => expect(plain(formatPercent(value, locale))).toBe(text));
});

describe('scores', () => {
  it.each([
    [0.964, 'decimal', '0.96'],
    [0.9949, 'decimal', '0.99'],
    [0.995, 'decimal', '1.00'],
    [0, 'decimal', '0.00'],
    [0.964, 'percent', '96%'],
  ] as const)('%d as %s is %s', (score, as, text) => expect(formatScore(score, as, 'en-GB')).toBe(text));

  it('keeps every digit for tooltips', () => {
    expect(formatExactScore(0.9642857313156128, 'en-GB')).toBe('0.9642857313156128');
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [412, '412 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [260_321, '260 kB'],
    [999_499, '999 kB'],
    [999_999, '1 MB'],
    [505_000_000, '505 MB'],
    [1_344_000_000, '1.34 GB'],
    [2e15, '2,000 TB'],
  ])('%d is %s', (bytes, text) => expect(plain(formatBytes(bytes, 'en-GB'))).toBe(text));

  it('is written in the locale', () => expect(plain(formatBytes(1_344_000_000, 'de'))).toBe('1,34 GB'));
});

describe('durations', () => {
  it.each([
    [-5, '0 s'],
    [0.2, '1 s'],
    [90, '90 s'],
    [91, '2 min'],
    [1100, '19 min'],
    [3599, '1 h'],
    [7770, '2 h 10 min'],
    [47 * 3600, '47 h'],
    [76 * 3600, '3 d 4 h'],
  ])('%d seconds are %s', (seconds, text) => expect(formatDuration(seconds, 'en-GB')).toBe(text));
});

describe('capture times', () => {
  it('are the camera’s wall clock, in whichever zone this runs', () => {
    expect(formatCaptureDateTime('2010-11-06T04:04:00', 'en-GB')).toBe('6 Nov 2010, 04:04:00');
    // An hour that does not exist in zones with daylight saving.
    expect(formatCaptureTime('2024-03-31T02:30:00', 'en-GB')).toBe('02:30:00');
    expect(formatCaptureDate('2024-12-31T23:59:59', 'en-GB')).toBe('31 Dec 2024');
  });

  it('that are no times are shown as they are', () => {
    expect(formatCaptureTime('0000:00:00', 'en-GB')).toBe('0000:00:00');
  });
});

describe('long names', () => {
  it.each([
    ['IMG_0001.JPG', 20, 'IMG_0001.JPG'],
    ['UNIT03-CAM102/100RECNX/RCNX0412.JPG', 20, 'UNIT03-…RCNX0412.JPG'],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 3, '…👨‍👩‍👧👨‍👩‍👧'],
  ])('%s in %d letters', (name, length, text) => expect(shortenMiddle(name, length)).toBe(text));
});
