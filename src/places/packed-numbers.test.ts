import { describe, expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from './packed-numbers';

describe('packed numbers', () => {
  it.each([
    [0, 'A'],
    [-1, 'B'],
    [1, 'C'],
    [15, 'e'],
    [-16, 'f'],
    [16, 'gB'],
  ])('writes %d as %s', (value, text) => {
    expect(packNumbers([value])).toBe(text);
    expect([...unpackNumbers(text)]).toEqual([value]);
  });

  it('reads back what it wrote, up to 2^30', () => {
    const values = [0, 2 ** 30, -(2 ** 30), 7, -512, 511, 512, 32_767, -32_768, 18_000_000, -1];
    expect([...unpackNumbers(packNumbers(values))]).toEqual(values);
    expect([...unpackNumbers('')]).toEqual([]);
  });
});
