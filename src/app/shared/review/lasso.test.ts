import { describe, expect, it } from 'vitest';
import { areOverlapping, rectangleBetween } from './lasso';

describe('a lasso', () => {
  it('may be drawn from any corner', () => {
    const expected = { left: 1, top: 2, right: 5, bottom: 9 };
    expect(rectangleBetween({ x: 1, y: 2 }, { x: 5, y: 9 })).toEqual(expected);
    expect(rectangleBetween({ x: 5, y: 2 }, { x: 1, y: 9 })).toEqual(expected);
  });

  it('takes what it overlaps, not what it touches', () => {
    const tile = { left: 10, top: 10, right: 20, bottom: 20 };
    expect(areOverlapping({ left: 0, top: 0, right: 11, bottom: 11 }, tile)).toBe(true);
    expect(areOverlapping({ left: 12, top: 0, right: 13, bottom: 40 }, tile)).toBe(true);
    expect(areOverlapping({ left: 0, top: 0, right: 10, bottom: 40 }, tile)).toBe(false);
    expect(areOverlapping({ left: 0, top: 21, right: 40, bottom: 40 }, tile)).toBe(false);
  });
});
