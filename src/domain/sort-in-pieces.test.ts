import { expect, it } from 'vitest';
import { finishPieces } from './finish-pieces';
import { sortInPieces } from './sort-in-pieces';

const itemsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ key: (index * 7919) % 101, index }));
const byKey = (one: { key: number }, other: { key: number }) => one.key - other.key;

it.each([0, 1, 2, 999, 1000, 1001, 3500, 10_000])('%d items, equal ones in their order', (count) => {
  const items = itemsOf(count);
  const before = [...items];
  expect(finishPieces(sortInPieces(items, byKey))).toEqual(items.toSorted(byKey));
  expect(items).toEqual(before);
});

it('gives way', () => {
  expect([...sortInPieces(itemsOf(10_000), byKey)].length).toBeGreaterThanOrEqual(40);
});
