import { describe, expect, it } from 'vitest';
import { offsetToShow } from './offset-to-show';

const row = (start: number) => ({ start, end: start + 100 });
const seen = (offset: number) => ({ offset, height: 400, length: 2000, above: 38, below: 12 });

describe('offsetToShow', () => {
  it.each([
    ['a row in the middle', 600, 500, null],
    ['a row below', 1000, 500, 1000 + 100 + 12 - 400],
    ['a row that is cut below', 820, 500, 820 + 100 + 12 - 400],
    ['a row above', 300, 500, 300 - 38],
    ['a row under the header that stays', 520, 500, 520 - 38],
    ['the first row', 0, 500, 0],
    ['the first row, seen', 0, 0, null],
    ['the last row', 1888, 500, 1600],
    ['the last row, seen', 1888, 1600, null],
  ])('%s', (_what, start, offset, expected) => expect(offsetToShow(row(start), seen(offset))).toBe(expected));

  it('shows the end of a row that is taller than what is seen, when it is below', () => {
    expect(offsetToShow({ start: 800, end: 1400 }, seen(0))).toBe(1400 + 12 - 400);
  });
});
