import { describe, expect, it } from 'vitest';
import { roundDecimals, truncateDecimals } from './python-number';

describe('roundDecimals', () => {
  it.each([
    // Ties that are exact in binary go to the even digit.
    [0.0625, 3, 0.062],
    [0.1875, 3, 0.188],
    [-0.0625, 3, -0.062],
    [0.125, 2, 0.12],
    [0.015625, 5, 0.01562],
    [0.03125, 4, 0.0312],
    // Those that only look like ties go where their binary value is.
    [2.675, 2, 2.67],
    [0.0005, 3, 0.001],
    [0.98765, 3, 0.988],
    [0.9999, 3, 1],
    [1, 3, 1],
  ])('round(%d, %i) = %d', (value, digits, expected) => expect(roundDecimals(value, digits)).toBe(expected));

  it('keeps the sign of zero, and what is no number', () => {
    expect(roundDecimals(-0, 3)).toBe(-0);
    expect(roundDecimals(NaN, 3)).toBeNaN();
    expect(roundDecimals(Infinity, 3)).toBe(Infinity);
  });
});

describe('truncateDecimals', () => {
  it.each([
    [0.9267, 3, 0.926],
    [0.29, 2, 0.28],
    [-0.1234, 3, -0.124],
    [1, 3, 1],
    [Math.fround(0.1), 3, 0.1],
  ])('truncate(%d, %i) = %d', (value, digits, expected) => expect(truncateDecimals(value, digits)).toBe(expected));
});
