import { describe, expect, it } from 'vitest';
import type { GalleryItems } from '../../shared/gallery/gallery-items';
import { layOutList } from './list-layout';
import { drawnFocus, moveInList, type ListFocus } from './move-in-list';

const tile = (number: number): ListFocus => ({ at: 'tile', tile: number });
const header = (group: number): ListFocus => ({ at: 'header', group });

function layoutOf(sizes: readonly number[], columns: number, isClosed: (group: number) => boolean = () => false) {
  let start = 0;
  const groups = sizes.map((size, value) => ({ value, start, end: (start += size), images: size }));
  const items: GalleryItems = {
    tile: 'images',
    grouping: sizes.length > 1 ? 'folder' : null,
    images: Uint32Array.from({ length: start }, (_, image) => image),
    boxes: null,
    rows: null,
    groups,
  };
  return layOutList(items, { columns, leastColumns: columns, rowHeight: 100 }, isClosed);
}

describe('moveInList', () => {
  const plain = layoutOf([20], 6);
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 5, 6],
    ['ArrowRight', 19, 19],
    ['ArrowLeft', 0, 0],
    ['ArrowLeft', 6, 5],
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
  ])('%s from %d goes to %d', (key, from, to) =>
    expect(moveInList(key, tile(from), plain, { rowsPerPage: 2 })).toEqual(tile(to)),
  );

  it('mirrors left and right', () => {
    expect(moveInList('ArrowLeft', tile(3), plain, { rowsPerPage: 2, isRightToLeft: true })).toEqual(tile(4));
  });

  it('leaves other keys, and an empty list, alone', () => {
    expect(moveInList('a', tile(3), plain, { rowsPerPage: 2 })).toBeNull();
    expect(moveInList('ArrowDown', tile(0), layoutOf([], 6), { rowsPerPage: 2 })).toBeNull();
  });

  const grouped = layoutOf([4, 2, 1], 3, (group) => group === 1);
  it.each<[string, ListFocus, ListFocus]>([
    ['ArrowUp', tile(1), header(0)],
    ['ArrowDown', header(0), tile(0)],
    ['ArrowDown', tile(3), header(1)],
    ['ArrowDown', header(1), header(2)],
    ['ArrowRight', tile(3), tile(6)],
    ['ArrowLeft', tile(6), tile(3)],
    ['ArrowLeft', tile(0), tile(0)],
    ['Home', tile(6), header(0)],
    ['End', tile(0), tile(6)],
    ['ArrowUp', header(0), header(0)],
  ])('%s from %j goes to %j among groups, of which the middle one is closed', (key, from, to) =>
    expect(moveInList(key, from, grouped, { rowsPerPage: 9 })).toEqual(to),
  );

  it('stands at the header of a closed group in place of its tiles', () => {
    expect(drawnFocus(tile(5), grouped)).toEqual(header(1));
    expect(drawnFocus(tile(3), grouped)).toEqual(tile(3));
  });

  // Columns: 0 | 2 3 | 4 5 6, then 0 | 2 3, then 0 to 6.
  const sizes = [1, 2, 3, 1, 2, 7];
  const starts = sizes.map((_, place) => sizes.slice(0, place).reduce((sum, size) => sum + size, 0));
  const events: GalleryItems = {
    ...{ tile: 'events', grouping: null, images: new Uint32Array(16), boxes: null },
    rows: sizes.map((size, event) => ({ event, start: starts[event]!, end: starts[event]! + size })),
    groups: [{ value: -1, start: 0, end: 16, images: 16 }],
  };
  const beside = layOutList(events, { columns: 7, leastColumns: 2, rowHeight: 100 }, () => false);
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 5, 6],
    ['ArrowLeft', 6, 5],
    ['ArrowDown', 1, 7],
    ['ArrowDown', 0, 6],
    ['ArrowDown', 5, 8],
    ['ArrowUp', 8, 2],
    ['ArrowDown', 8, 12],
    ['ArrowUp', 10, 6],
    ['ArrowUp', 15, 8],
  ])('%s from %d goes to %d among events side by side', (key, from, to) =>
    expect(moveInList(key, tile(from), beside, { rowsPerPage: 2 })).toEqual(tile(to)),
  );
});
