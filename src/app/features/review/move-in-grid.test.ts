import { expect, it } from 'vitest';
import { moveInGrid } from './move-in-grid';

// Seven boxes in rows of three: 0 1 2 / 3 4 5 / 6.
it.each([
  ['ArrowRight', 2, 3],
  ['ArrowRight', 6, 6],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 4, 4],
  ['ArrowDown', 3, 6],
  ['ArrowUp', 5, 2],
  ['ArrowUp', 1, 1],
  ['Home', 5, 0],
  ['End', 1, 6],
  ['c', 1, null],
])('%s from %d leads to %j', (key, from, to) => {
  expect(moveInGrid(key, from, 7, 3, false)).toBe(to);
});

it('goes the other way where text runs from right to left', () => {
  expect(moveInGrid('ArrowLeft', 2, 7, 3, true)).toBe(3);
  expect(moveInGrid('ArrowRight', 2, 7, 3, true)).toBe(1);
});
