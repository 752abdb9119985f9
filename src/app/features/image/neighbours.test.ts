import { expect, it } from 'vitest';
import { placeAmong, placeInOrder } from './neighbours';

const named = (...paths: string[]) => ({
  images: paths.map((filepath) => ({ filepath })),
  numberOf: new Map(paths.map((filepath, number) => [filepath, number])),
});
const all = named('x', 'a', 'b', 'c');
const shown = (...numbers: number[]) => Uint32Array.from(numbers);

it.each([
  ['b', { index: 1, count: 3, previous: 'c', next: 'a' }],
  ['c', { index: 0, count: 3, previous: null, next: 'b' }],
  ['a', { index: 2, count: 3, previous: 'b', next: null }],
])('stands among what is shown: %s', (filepath, place) => {
  expect(placeInOrder(filepath, shown(3, 2, 1), all)).toEqual(place);
});

it('stands among all images when it is filtered out', () => {
  expect(placeInOrder('a', shown(3, 2), all)).toEqual({ index: 1, count: 4, previous: 'x', next: 'b' });
  expect(placeInOrder('x', shown(3, 2), all)).toEqual({ index: 0, count: 4, previous: null, next: 'a' });
});

it('is not known before it has a number, and stands among all images then', () => {
  expect(placeInOrder('d', shown(3, 2), all)).toBeNull();
  expect(placeAmong('b', all.images)).toEqual({ index: 2, count: 4, previous: 'a', next: 'c' });
  expect(placeAmong('d', all.images)).toEqual({ index: -1, count: 4, previous: null, next: 'x' });
});
