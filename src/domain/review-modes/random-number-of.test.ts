import { describe, expect, it } from 'vitest';
import { randomNumberOf } from './random-number-of';

// Numbers from Python: mmh3 5.3.0, mmh3.hash(text.encode('utf-16-le'), seed, signed=False).
it.each([
  ['', 0, 0],
  ['', 1, 1364076727],
  ['a', 0, 1867108634],
  ['ab', 0, 374890698],
  ['abc', 7, 3629696366],
  ['site/cam1/IMG_0001.JPG', 0, 1805426386],
  ['site/cam1/IMG_0001.JPG', 0xffffffff, 1561944101],
  ['日本/Čáp 🦊.jpg', 42, 2465925743],
])('%j with seed %i', (text, seed, expected) => {
  expect(randomNumberOf(text, seed)).toBe(expected);
});

describe('the image that comes first of ten with names like each other', () => {
  it('is each of them equally often over the seeds', () => {
    const first = Array<number>(10).fill(0);
    for (let seed = 0; seed < 5000; seed++) {
      const numbers = first.map((_, index) => randomNumberOf(`cam/IMG_000${index}.JPG`, seed));
      first[numbers.indexOf(Math.min(...numbers))]!++;
    }
    const chiSquare = first.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    expect(chiSquare).toBeLessThan(27.88); // scipy 1.17.1, chi2.ppf(0.999, 9)
  });
});
