import { describe, expect, it } from 'vitest';
import { dayBins, isBinWithin } from './day-bins';
import { hoursOf, pairOf, type HourPair } from './hour-pair';

describe('hours', () => {
  it.each<[HourPair, ReturnType<typeof hoursOf>]>([
    [{ pair: [0, 24], isOutside: false }, null],
    [
      { pair: [6, 18], isOutside: false },
      { from: 6, to: 18 },
    ],
    [
      { pair: [6, 18], isOutside: true },
      { from: 18, to: 6 },
    ],
  ])('%j', (pair, hours) => {
    expect(hoursOf(pair)).toEqual(hours);
    expect(pairOf(hours)).toEqual(pair);
  });

  it.each<[HourPair, ReturnType<typeof hoursOf>]>([
    [
      { pair: [0, 6], isOutside: true },
      { from: 6, to: 24 },
    ],
    [
      { pair: [6, 24], isOutside: true },
      { from: 0, to: 6 },
    ],
    [{ pair: [0, 24], isOutside: true }, null],
    [{ pair: [6, 6], isOutside: false }, null],
  ])('%j at the ends of the day', (pair, hours) => expect(hoursOf(pair)).toEqual(hours));
});

describe('dayBins', () => {
  it('are equal stretches from the first day to the last, empty ones too', () => {
    const days = new Map([
      ['2010-02-27', 2],
      ['2010-02-28', 1],
      ['2010-03-05', 4],
    ]);
    expect(dayBins(days, 4)).toEqual([
      { from: '2010-02-27', to: '2010-02-28', count: 3 },
      { from: '2010-03-01', to: '2010-03-02', count: 0 },
      { from: '2010-03-03', to: '2010-03-04', count: 0 },
      { from: '2010-03-05', to: '2010-03-05', count: 4 },
    ]);
    expect(dayBins(days, 100)).toHaveLength(7);
    expect(dayBins(new Map(), 4)).toEqual([]);
  });

  it.each([
    [null, true],
    [{ from: '2010-03-02', to: null }, true],
    [{ from: '2010-03-03', to: null }, false],
    [{ from: null, to: '2010-03-01' }, true],
    [{ from: null, to: '2010-02-28' }, false],
  ])('%j', (range, isWithin) =>
    expect(isBinWithin({ from: '2010-03-01', to: '2010-03-02', count: 1 }, range)).toBe(isWithin),
  );
});
