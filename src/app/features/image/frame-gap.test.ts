import { expect, it } from 'vitest';
import { gapText, longGap } from './frame-gap';

it.each([
  ['2026-05-02T07:15:33', '2026-05-02T07:16:33', null],
  ['2026-05-02T07:15:33', '2026-05-02T07:17:48', 135],
  ['2026-05-02T23:59:50', '2026-05-03T00:01:00', 70],
  [null, '2026-05-02T07:17:48', null],
  ['2026-05-02T07:15:33', 'soon', null],
])('the pause from %s to %s', (before, now, expected) => {
  expect(longGap(before, now)).toBe(expected);
});

it.each([
  [135, '+2:15'],
  [600, '+10:00'],
  [3735, '+1:02:15'],
])('%i s read %s', (seconds, text) => {
  expect(gapText(seconds)).toBe(text);
});
