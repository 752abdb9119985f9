import { describe, expect, it } from 'vitest';
import { rowsOf, scoresOfCrops } from './classifier-output';
import { topClasses } from './top-classes';

describe('scoresOfCrops', () => {
  it('reads a batch of two row by row', () => {
    const values = Float32Array.of(0, Math.log(3), 0, Math.log(7), 0, 0);
    const [first, second] = scoresOfCrops(values, { output: 'logits', classCount: 3 }, 2);
    expect(first?.classes).toEqual([1, 0]);
    expect(first?.scores[0]).toBeCloseTo(0.6, 6);
    expect(second?.classes).toEqual([0, 1]);
    expect(second?.scores[0]).toBeCloseTo(7 / 9, 6);
  });

  it('takes probabilities as they are', () => {
    const [only] = scoresOfCrops(Float32Array.of(0.25, 0.75), { output: 'probabilities', classCount: 2 }, 5);
    expect(only).toEqual({ classes: [1, 0], scores: [0.75, 0.25] });
  });
});

describe('topClasses', () => {
  it.each([
    [[1, 5, 3, 5, 2], 3, [1, 3, 2]],
    [[2, 2, 2, 2], 2, [0, 1]],
    [[1, 2], 5, [1, 0]],
    [[4, 3, 2, 1], 1, [0]],
  ])('%j, best %d', (scores, count, classes) => {
    expect(topClasses(Float32Array.from(scores), count).classes).toEqual(classes);
  });
});

describe('rowsOf', () => {
  it('refuses a length that is not whole rows', () => {
    expect(() => rowsOf(new Float32Array(7), 3)).toThrow('expected a multiple of 3 values, got 7');
  });
});
