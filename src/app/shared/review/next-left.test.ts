import { describe, expect, it } from 'vitest';
import { lastOf, nextLeft } from './next-left';

const paths = ['a', 'b', 'c', 'd'];
const order = { count: paths.length, at: (place: number) => paths[place]! };
const next = (from: number, acted: string[], done: string[] = []) =>
  nextLeft(order, from, new Set(acted), (filepath) => !done.includes(filepath));

describe('nextLeft', () => {
  it('is the next one below that nobody has reviewed', () => {
    expect(next(0, ['a'])).toBe('b');
    expect(next(0, ['a'], ['b', 'c'])).toBe('d');
    expect(next(0, ['a', 'b'])).toBe('c');
  });

  it('begins at the top when none is left below, and ends when none is left', () => {
    expect(next(3, ['d'], ['a'])).toBe('b');
    expect(next(3, ['d'], ['a', 'b', 'c'])).toBeNull();
    expect(next(-1, ['x'], ['a'])).toBe('b');
  });
});

it('finds the last of some images', () => {
  expect(lastOf(order, new Set(['a', 'c']))).toBe(2);
  expect(lastOf(order, new Set(['x']))).toBe(-1);
});
