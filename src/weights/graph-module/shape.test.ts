import { expect, it } from 'vitest';
import { broadcast, checkElements, reshape, resolveAxis, slide, type Shape } from './shape';

it.each<[Shape, Shape, Shape]>([
  [
    ['batch', 8, 4, 4],
    ['batch', 8, 4, 4],
    ['batch', 8, 4, 4],
  ],
  [
    ['batch', 8, 4, 4],
    ['batch', 8, 1, 1],
    ['batch', 8, 4, 4],
  ],
  [
    ['batch', 1, 4],
    [5, 4],
    ['batch', 5, 4],
  ],
  [['batch', 4], [], ['batch', 4]],
  [
    [1, 4],
    ['batch', 1],
    ['batch', 4],
  ],
  [[3], ['batch', 2, 2, 3], ['batch', 2, 2, 3]],
])('%j and %j fit as %j', (first, second, both) => {
  expect(broadcast(first, second, 'a')).toEqual(both);
});

it.each<[Shape, Shape]>([
  [
    ['batch', 8],
    ['batch', 4],
  ],
  [
    ['batch', 8],
    [2, 8],
  ],
  [
    ['batch', 8, 4],
    ['batch', 4],
  ],
])('%j and %j do not fit', (first, second) => {
  expect(() => broadcast(first, second, 'a/b')).toThrow(/^a\/b: expected shapes that fit each other, got \[batch, 8/);
});

it.each<[Shape, Shape, Shape]>([
  [
    ['batch', 8],
    [-1, 8, 1, 1],
    ['batch', 8, 1, 1],
  ],
  [
    ['batch', 8, 1, 1],
    [-1, 8],
    ['batch', 8],
  ],
  [
    ['batch', 8, 2, 2],
    [0, -1],
    ['batch', 32],
  ],
  [
    ['batch', 8, 4],
    [0, 0, 2, -1],
    ['batch', 8, 2, 2],
  ],
  [
    ['batch', 8],
    ['batch', 2, 4],
    ['batch', 2, 4],
  ],
  [[2, 3], [6], [6]],
])('%j as %j is %j', (shape, wanted, result) => {
  expect(reshape(shape, wanted, 'a')).toEqual(result);
});

it.each<[string, Shape, Shape]>([
  ['other elements', ['batch', 8], [-1, 3]],
  ['one picture only', ['batch', 8], [1, 8]],
  ['pictures with something else in one axis', ['batch', 8], [-1]],
  ['two open axes', ['batch', 8], [-1, -1]],
  ['an axis to keep that is not there', ['batch', 8], [0, 8, 0]],
  ['a size below -1', ['batch', 8], [-8, -1]],
])('refuses to reshape to %s', (_what, shape, wanted) => {
  expect(() => reshape(shape, wanted, 'a')).toThrow("a: [batch, 8] can't be reshaped to [");
});

it.each([
  [{ kernel: 3, stride: 2, dilation: 1, pads: [0, 1] as const }, 32],
  [{ kernel: 3, stride: 1, dilation: 1, pads: [1, 1] as const }, 64],
  [{ kernel: 3, stride: 1, dilation: 2, pads: [0, 0] as const }, 60],
  [{ kernel: 64, stride: 7, dilation: 1, pads: [0, 0] as const }, 1],
])('a window %j has its places in 64', (window, places) => {
  expect(slide(64, window, 'a')).toBe(places);
});

it('refuses a window that is larger than its picture, or moves over the batch', () => {
  const window = { kernel: 3, stride: 1, dilation: 1, pads: [0, 0] as const };
  expect(() => slide(2, window, 'a')).toThrow('a: a window of 3 (dilation 1) does not fit 2');
  expect(() => slide('batch', window, 'a')).toThrow('does not fit batch');
});

it('counts axes from both ends', () => {
  expect(resolveAxis(-1, 4, 'a')).toBe(3);
  expect(() => resolveAxis(4, 4, 'a')).toThrow('a: expected an axis of 4, got 4');
  expect(() => resolveAxis(0.5, 4, 'a')).toThrow('a: expected an axis of 4, got 0.5');
});

it('refuses tensors that no computer should try to hold', () => {
  expect(() => checkElements(['batch', 2 ** 14, 2 ** 14], 'a')).not.toThrow();
  expect(() => checkElements(['batch', 2 ** 15, 2 ** 14], 'a')).toThrow('a: expected at most 268435456 elements');
  expect(() => checkElements(['batch', 'batch'], 'a')).toThrow('got [batch, batch]');
});
