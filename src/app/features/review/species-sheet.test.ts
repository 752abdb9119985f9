import { describe, expect, it } from 'vitest';
import type { SpeciesBox } from './species-boxes';
import { sheetOf, splitSheet } from './species-sheet';

const box = (filepath: string, index: number | null = 0): SpeciesBox => ({ filepath, index, bbox: [0, 0, 1, 1] });
const names = (boxes: readonly SpeciesBox[]) => boxes.map(({ filepath, index }) => `${filepath}${index ?? ''}`);
const BOXES = [box('a'), box('b'), box('a', 1), box('c', null), box('d')];

describe('a sheet of boxes', () => {
  it('keeps the boxes of an image together, in the order of its first', () => {
    expect(names(sheetOf(BOXES, () => true))).toEqual(['a0', 'a1', 'b0', 'c', 'd0']);
  });

  it('leaves out images that are reviewed', () => {
    expect(names(sheetOf(BOXES, (filepath) => filepath !== 'a'))).toEqual(['b0', 'c', 'd0']);
    expect(sheetOf(BOXES, () => false)).toEqual([]);
  });

  it('cuts between images, never within one', () => {
    expect(names(sheetOf(BOXES, () => true, 3))).toEqual(['a0', 'a1', 'b0']);
    expect(names(sheetOf(BOXES, () => true, 1))).toEqual(['a0', 'a1']);
  });

  it('parts into images that were chosen and the others', () => {
    expect(splitSheet(BOXES, new Set(['a', 'x']))).toEqual({ odd: ['a'], rest: ['b', 'c', 'd'] });
  });
});
