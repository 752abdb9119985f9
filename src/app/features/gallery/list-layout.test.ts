import { describe, expect, it } from 'vitest';
import type { GalleryItems } from '../../shared/gallery/gallery-items';
import { fitTiles, HEADER_HEIGHT, layOutList } from './list-layout';

const SIZE = { columns: 3, leastColumns: 2, rowHeight: 100 };
const none = () => false;

/** Groups of so many tiles each, without headers when there is only one. */
function itemsOf(...sizes: readonly number[]): GalleryItems {
  let start = 0;
  const groups = sizes.map((size, value) => {
    const group = { value, start, end: start + size, images: size };
    start += size;
    return group;
  });
  const images = Uint32Array.from({ length: start }, (_, image) => image);
  return { tile: 'images', grouping: sizes.length > 1 ? 'folder' : null, images, boxes: null, rows: null, groups };
}

describe('fitTiles', () => {
  it.each([
    [1082, 176, false, 6],
    [1082, 120, false, 8],
    [362, 176, true, 2],
    [362, 360, true, 2],
    [100, 176, false, 1],
  ])('%d px, size %d', (width, size, isNarrow, columns) =>
    expect(fitTiles(width, size, isNarrow).columns).toBe(columns),
  );

  it('gives rows the height of a 4:3 cell, the strip and the gap', () => {
    expect(fitTiles(1082, 176, false).rowHeight).toBe(Math.round(((1082 - 30) / 6 - 8) * 0.75 + 4 + 40 + 6));
  });
});

describe('layOutList', () => {
  it('without groups has rows of tiles only', () => {
    const layout = layOutList(itemsOf(7), SIZE, none);
    expect(layout.count).toBe(3);
    expect(layout.rowAt(0)).toEqual({ kind: 'tiles', first: 0, end: 3 });
    expect(layout.rowAt(2)).toEqual({ kind: 'tiles', first: 6, end: 7 });
    expect(layout.rowOfTile(5)).toBe(1);
    expect(layout.headerOf(1)).toBeNull();
  });

  it('is empty without tiles', () => {
    const layout = layOutList(itemsOf(), SIZE, none);
    expect(layout.count).toBe(0);
    expect(layout.rowOfTile(0)).toBe(0);
  });

  it('begins each group with a header and a row of its own', () => {
    const layout = layOutList(itemsOf(4, 1, 3), SIZE, none);
    expect(Array.from({ length: layout.count }, (_, row) => layout.rowAt(row).kind)).toEqual([
      ...['header', 'tiles', 'tiles', 'header', 'tiles', 'header', 'tiles'],
    ]);
    expect(layout.rowAt(2)).toEqual({ kind: 'tiles', first: 3, end: 4 });
    expect(layout.rowAt(6)).toEqual({ kind: 'tiles', first: 5, end: 8 });
    expect([0, 3, 4, 7].map(layout.rowOfTile)).toEqual([1, 2, 4, 6]);
    expect([0, 2, 3, 4, 6].map(layout.headerOf)).toEqual([0, 0, 3, 3, 5]);
    expect(layout.rowOfHeader(2)).toBe(5);
    expect([layout.heightOf(0), layout.heightOf(1)]).toEqual([HEADER_HEIGHT, 100]);
  });

  it('leaves the tiles of closed groups out', () => {
    const layout = layOutList(itemsOf(4, 1, 3), SIZE, (group) => group !== 1);
    expect(Array.from({ length: layout.count }, (_, row) => layout.rowAt(row))).toEqual([
      { kind: 'header', group: 0, isOpen: false },
      { kind: 'header', group: 1, isOpen: true },
      { kind: 'tiles', first: 4, end: 5 },
      { kind: 'header', group: 2, isOpen: false },
    ]);
    expect([0, 3, 4, 7].map(layout.rowOfTile)).toEqual([0, 0, 2, 3]);
  });

  const eventsOf = (...sizes: readonly number[]) => {
    let start = 0;
    return sizes.map((size, event) => ({ event, start, end: (start += size) }));
  };
  const rowsOf = (layout: ReturnType<typeof layOutList>) =>
    Array.from({ length: layout.count }, (_, row) => layout.rowAt(row));

  it('gives a long event a row, with a place for what has no room in it', () => {
    const items: GalleryItems = { ...itemsOf(8, 1), tile: 'events', rows: eventsOf(3, 5, 1) };
    const layout = layOutList(items, SIZE, none);
    expect(rowsOf(layout)).toEqual([
      { kind: 'header', group: 0, isOpen: true },
      { kind: 'events', first: 0, end: 3, events: [{ row: 0, first: 0, end: 3, more: 0, column: 0, span: 3 }] },
      { kind: 'events', first: 3, end: 5, events: [{ row: 1, first: 3, end: 5, more: 3, column: 0, span: 3 }] },
      { kind: 'header', group: 1, isOpen: true },
      { kind: 'events', first: 8, end: 9, events: [{ row: 2, first: 8, end: 9, more: 0, column: 0, span: 2 }] },
    ]);
    expect([2, 3, 7, 8].map(layout.rowOfTile)).toEqual([1, 2, 2, 4]);
    expect(layout.heightOf(1)).toBeGreaterThan(100);
  });

  it('puts short events side by side, as many as have room, and begins a row with each group', () => {
    const items: GalleryItems = { ...itemsOf(9, 2), tile: 'events', rows: eventsOf(1, 2, 3, 1, 2, 1, 1) };
    const wide = { ...SIZE, columns: 7 };
    const layout = layOutList(items, wide, none);
    const places = rowsOf(layout).map((row) =>
      row.kind === 'events' ? row.events.map(({ column, first, end }) => `${column}: ${first}-${end}`) : row.kind,
    );
    expect(places).toEqual([
      'header',
      ['0: 0-1', '2: 1-3', '4: 3-6'],
      ['0: 6-7', '2: 7-9'],
      'header',
      ['0: 9-10', '2: 10-11'],
    ]);
    expect([0, 2, 5, 6, 8, 9, 10].map(layout.rowOfTile)).toEqual([1, 1, 1, 2, 2, 4, 4]);
    const closed = layOutList(items, wide, (group) => group === 0);
    expect([5, 9].map(closed.rowOfTile)).toEqual([0, 2]);
  });

  it('without room for two events gives each a row', () => {
    const items: GalleryItems = { ...itemsOf(3), tile: 'events', rows: eventsOf(1, 1, 1) };
    expect(layOutList(items, SIZE, none).count).toBe(3);
    expect(fitTiles(362, 176, true).leastColumns).toBe(2);
    expect(fitTiles(1082, 176, false)).toMatchObject({ columns: 6, leastColumns: 2 });
  });
});
