import { describe, expect, it } from 'vitest';
import { decodeFloat16, encodeFloat16, fromFloat16Bits, toFloat16Bits } from './float16';

const everyHalf = Uint16Array.from({ length: 65536 }, (_, bits) => bits);

describe('float16', () => {
  it('brings every half there and back', () => {
    const values = decodeFloat16(everyHalf);
    const back = encodeFloat16(values);
    // The 2046 ways to say "not a number" become one.
    const different = everyHalf.filter((bits, index) => back[index] !== bits && !Number.isNaN(values[index]!));
    expect([...different]).toEqual([]);
    expect(values.filter(Number.isNaN)).toHaveLength(2046);
  });

  it.each([
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [65519.99, 0x7bff],
    [65520, 0x7c00],
    [-Infinity, 0xfc00],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000], // a tie, to even
    [2 ** -25 * 1.001, 0x0001],
    [2 ** -24 * 1.5, 0x0002], // a tie, to even
    [1 + 2 ** -11, 0x3c00], // a tie, to even
    [1 + 3 * 2 ** -11, 0x3c02], // a tie, to even
    [1 + 2 ** -11 + 2 ** -20, 0x3c01],
    [1 / 3, 0x3555],
    [-0, 0x8000],
  ])('rounds %d to the nearest half', (value, bits) => {
    expect(encodeFloat16(Float32Array.of(value))[0]).toBe(bits);
    expect(toFloat16Bits(Float32Array.of(value))[0]).toBe(bits);
  });

  it('reads a part of a buffer', () => {
    expect([...fromFloat16Bits(Uint16Array.of(0, 0x3c00, 0xc000).subarray(1))]).toEqual([1, -2]);
  });
});
