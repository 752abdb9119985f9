import { describe, expect, it } from 'vitest';
import { createSpreadCollector } from './number-spread';

function spreadOf(numbers: Iterable<number>) {
  const collector = createSpreadCollector();
  for (const number of numbers) collector.add(number);
  return collector.read();
}

/** As numpy.percentile(numbers, 100 * share) computes it. */
function percentileOf(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)]!;
  return below + (position % 1) * (sorted[Math.ceil(position)]! - below);
}

describe('spread', () => {
  it('of nothing there is none', () => expect(spreadOf([])).toBeNull());

  it.each([
    [[0], { count: 1, max: 0, median: 0, p95: 0 }],
    [[3, 1], { count: 2, max: 3, median: 2, p95: 2.9 }],
    [[1, 5, 2], { count: 3, max: 5, median: 2, p95: 4.7 }],
    [[0, 0, 0, 0, 7], { count: 5, max: 7, median: 0, p95: 5.6 }],
  ])('of %j', (numbers, { count, max, median, p95 }) => {
    const spread = spreadOf(numbers)!;
    expect([spread.count, spread.max]).toEqual([count, max]);
    expect(spread.median).toBeCloseTo(median, 12);
    expect(spread.p95).toBeCloseTo(p95, 12);
  });

  it.each([
    ['all different', (index: number) => ((index * 7919) % 100_003) / 100_003],
    ['many equal', (index: number) => Math.floor(index / 1000) / 50],
    ['tiny beside large', (index: number) => (index % 2 === 0 ? 1e-300 * index : 1e6 + index)],
    ['all equal', () => 0.25],
  ])('of 50,000 numbers, %s, to the last bit of the sorted list', (_, numberAt) => {
    const numbers = Array.from({ length: 50_000 }, (__, index) => numberAt(index));
    expect(spreadOf(numbers)).toEqual({
      count: 50_000,
      max: Math.max(...numbers),
      median: percentileOf(numbers, 0.5),
      p95: percentileOf(numbers, 0.95),
    });
  });

  it('can be read in between', () => {
    const collector = createSpreadCollector();
    collector.add(1);
    expect(collector.read()).toEqual({ count: 1, max: 1, median: 1, p95: 1 });
    collector.add(3);
    expect(collector.read()?.median).toBe(2);
  });
});
