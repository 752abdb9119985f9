import { expect, it } from 'vitest';
import { placeInOrder } from './neighbours';

const named = (...paths: string[]) => paths.map((filepath) => ({ filepath }));

it.each([
  ['b', { index: 1, count: 3, previous: 'a', next: 'c' }],
  ['a', { index: 0, count: 3, previous: null, next: 'b' }],
  ['c', { index: 2, count: 3, previous: 'b', next: null }],
])('stands among what is shown: %s', (filepath, place) => {
  expect(placeInOrder(filepath, named('a', 'b', 'c'), named('x', 'a', 'b', 'c'))).toMatchObject(place);
});

it('stands among all images when it is filtered out', () => {
  expect(placeInOrder('x', named('a', 'b'), named('w', 'x', 'a', 'b'))).toEqual({
    index: 1,
    count: 4,
    previous: 'w',
    next: 'a',
    list: named('w', 'x', 'a', 'b'),
  });
});
