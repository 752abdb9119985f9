import { describe, expect, it } from 'vitest';
import { layoutGrid, moveInGrid } from './grid-layout';

describe('layoutGrid', () => {
  it.each([
    [1082, 176, 5310, false, 6, 885],
    [1082, 120, 10, false, 8, 2],
    [362, 176, 5, true, 2, 3],
    [362, 360, 5, true, 2, 3],
    [100, 176, 5, false, 1, 5],
    [1082, 176, 0, false, 6, 0],
  ])('%d px, size %d, %d images', (width, size, count, isNarrow, columns, rowCount) => {
    expect(layoutGrid(width, size, count, isNarrow)).toMatchObject({ columns, rowCount });
  });

  it('gives rows the height of a 4:3 cell, the strip and the gap', () => {
    expect(layoutGrid(1082, 176, 6, false).rowHeight).toBe(Math.round(((1082 - 30) / 6 - 8) * 0.75 + 4 + 40 + 6));
  });
});

describe('moveInGrid', () => {
  const grid = { columns: 6, count: 20, rowsPerPage: 2 };
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 19, 19],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 0, 6],
    ['ArrowDown', 15, 19],
    ['ArrowDown', 19, 19],
    ['ArrowUp', 3, 3],
    ['ArrowUp', 9, 3],
    ['PageDown', 1, 13],
    ['PageDown', 13, 19],
    ['PageUp', 13, 1],
    ['PageUp', 9, 3],
    ['Home', 9, 0],
    ['End', 9, 19],
  ])('%s from %d goes to %d', (key, from, to) => expect(moveInGrid(key, from, grid)).toBe(to));

  it('mirrors left and right', () => {
    expect(moveInGrid('ArrowLeft', 3, grid, true)).toBe(4);
  });

  it('leaves other keys alone', () => {
    expect(moveInGrid('a', 3, grid)).toBeNull();
  });
});
