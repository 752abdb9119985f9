import { expect, it } from 'vitest';
import { formatWallClock, parseWallClock, secondsOf } from './wall-clock';

it.each([
  ['1970-01-01T00:00:00', 0],
  ['2024-02-29T23:59:59', 1_709_251_199],
  ['1969-12-31T23:59:59', -1],
])('%s is %i seconds, and back', (text, seconds) => {
  expect(parseWallClock(text)).toBe(seconds);
  expect(formatWallClock(seconds)).toBe(text);
});

it.each([
  '2023-02-29T10:00:00',
  '2024-02-30T10:00:00',
  '2024-13-01T10:00:00',
  '2024-00-10T10:00:00',
  '2024-01-00T10:00:00',
  '2024-01-01T24:00:00',
  '2024-01-01T10:60:00',
  '2024-01-01T10:00:60',
  '0000-00-00T00:00:00',
  '2024-01-01 10:00:00',
  '2024-01-01T10:00:00Z',
  '',
])('no clock shows "%s"', (text) => expect(parseWallClock(text)).toBeNull());

it('does not take year 99 for 1999', () => {
  expect(secondsOf({ year: 99, month: 1, day: 1, hour: 0, minute: 0, second: 0 })).toBeNull();
});
