import { describe, expect, it } from 'vitest';
import { findCircle } from './circular-files';

const circleOf = (imports: Record<string, readonly string[]>) => findCircle(new Map(Object.entries(imports)));

describe('files that need one another', () => {
  it('are none where each needs only later ones, however often', () => {
    expect(circleOf({ a: ['b', 'c'], b: ['c', 'd'], c: ['d'], d: [], e: ['a', 'd'] })).toBeNull();
    expect(circleOf({ a: ['library'] })).toBeNull();
  });

  it('are found, without those that only lead to them', () => {
    expect(circleOf({ a: ['b'], b: ['c', 'd'], c: [], d: ['e'], e: ['b'] })).toEqual(['b', 'd', 'e']);
    expect(circleOf({ a: ['a'] })).toEqual(['a']);
  });
});
