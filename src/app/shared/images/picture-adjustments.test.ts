import { describe, expect, it } from 'vitest';
import { AS_IT_IS, isAsItIs, parseAdjustments, stepTone, toneTable } from './picture-adjustments';

/** The table's answer to a value from 0 to 255, as such a value. */
function become(part: Partial<typeof AS_IT_IS>, value: number): number {
  return Math.round(toneTable({ ...AS_IT_IS, ...part })[value]! * 255);
}

describe('tone table', () => {
  it('leaves every value as it is', () => {
    expect(toneTable(AS_IT_IS).map((value) => Math.round(value * 255))).toEqual(
      Array.from({ length: 256 }, (_, index) => index),
    );
  });

  it.each([
    ['twice the light', { brightness: 1 }, 40, 80],
    ['light beyond white', { brightness: 1 }, 200, 255],
    ['half the light', { brightness: -1 }, 40, 20],
    ['contrast, bright', { contrast: 1 }, 160, 193],
    ['contrast, dark', { contrast: 1 }, 95, 63],
    ['contrast beyond black', { contrast: 2 }, 50, 0],
    ['gamma 2 lifts the dark', { gamma: 1 }, 64, 128],
    ['gamma leaves black', { gamma: 2 }, 0, 0],
    ['gamma leaves white', { gamma: 2 }, 255, 255],
    ['inverted', { isInverted: true }, 10, 245],
    ['inverted after the light', { isInverted: true, brightness: 1 }, 40, 175],
  ] as const)('%s', (_, part, value, expected) => {
    expect(become(part, value)).toBe(expected);
  });

  it('never turns back: brighter stays brighter', () => {
    const table = toneTable({ brightness: 1.5, contrast: -1.25, gamma: 1.75, isInverted: false });
    expect(table.every((value, index) => index === 0 || value >= table[index - 1]!)).toBe(true);
  });
});

it('steps within its limits', () => {
  expect(stepTone(AS_IT_IS, 'brightness', 2).brightness).toBe(0.5);
  expect(stepTone(AS_IT_IS, 'contrast', 99).contrast).toBe(2);
  expect(stepTone(AS_IT_IS, 'gamma', -99).gamma).toBe(-2);
  expect(isAsItIs(stepTone(stepTone(AS_IT_IS, 'gamma', 1), 'gamma', -1))).toBe(true);
});

it.each([
  [null, AS_IT_IS],
  ['x', AS_IT_IS],
  [
    { brightness: 1.5, isInverted: true },
    { ...AS_IT_IS, brightness: 1.5, isInverted: true },
  ],
  [{ brightness: 9, contrast: 'much', gamma: Number.NaN, isInverted: 1 }, AS_IT_IS],
])('takes from storage what it knows: %j', (kept, expected) => {
  expect(parseAdjustments(kept)).toEqual(expected);
});
