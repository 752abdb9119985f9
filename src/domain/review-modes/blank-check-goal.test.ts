import { describe, expect, it } from 'vitest';
import { isTightEnough, planBlankCheck, type BlankCheckPlan } from './blank-check-goal';

describe('isTightEnough', () => {
  it.each([
    [{ low: 0, high: 0.02 }, { of: 'highest', share: 0.02 }, true],
    [{ low: 0, high: 0.021 }, { of: 'highest', share: 0.02 }, false],
    [{ low: 0.25, high: 0.75 }, { of: 'half-width', share: 0.25 }, true],
    [{ low: 0.25, high: 0.8 }, { of: 'half-width', share: 0.25 }, false],
    [{ low: 0.5, high: 0.5 }, { of: 'half-width', share: 0 }, true],
  ] as const)('%j for %j: %s', (interval, goal, expected) => {
    expect(isTightEnough(interval, goal)).toBe(expected);
  });
});

const plan = (
  blanks: number,
  expectedShare: number,
  of: 'highest' | 'half-width',
  share: number,
  changes: Partial<BlankCheckPlan> = {},
) => planBlankCheck({ blanks, strata: 1, expectedShare, goal: { of, share }, confidence: 0.95, ...changes });

describe('planBlankCheck', () => {
  // Python: sizes tried one after the other with the bounds by scipy 1.17.1's brentq; for an expected share of 0 with
  // the largest D of hypergeom.pmf(0, N, D, n) >= 0.025.
  it.each([
    [100, 0.5, 'half-width', 0.05, 80],
    [500, 0.5, 'half-width', 0.05, 217],
    [1000, 0.5, 'half-width', 0.05, 276],
    [10000, 0.5, 'half-width', 0.05, 367],
    [20000, 0.02, 'half-width', 0.01, 762],
    [20000, 0.01, 'highest', 0.02, 726],
    [5000, 0.03, 'highest', 0.02, 5000],
    [20000, 0, 'highest', 0.01, 362],
    [20000, 0, 'highest', 0.02, 182],
    [300, 0, 'highest', 0.02, 122],
  ] as const)('%i blanks, %f expected, %s of %f', (blanks, expected, of, share, size) => {
    expect(plan(blanks, expected, of, share)).toBe(size);
  });

  // Krejcie and Morgan 1970, Educ. Psychol. Meas. 30:607, table 1. The score interval needs up to z² = 3.84 images
  // fewer than the normal approximation of that table.
  it.each([
    [100, 80],
    [200, 132],
    [500, 217],
    [1000, 278],
    [5000, 357],
    [10000, 370],
    [75000, 382],
  ])('%i blanks: about the %i of the published table', (blanks, published) => {
    const size = plan(blanks, 0.5, 'half-width', 0.05);
    expect(size).toBeLessThanOrEqual(published);
    expect(size).toBeGreaterThanOrEqual(published - 4);
  });

  it.each([
    ['no blanks', plan(0, 0.5, 'half-width', 0.05, { strata: 0 }), 0],
    ['one blank', plan(1, 0.5, 'half-width', 0.05), 1],
    ['at least one of each stratum', plan(20000, 0, 'highest', 0.02, { strata: 400 }), 400],
    ['no more than all', plan(3, 0, 'highest', 0.9, { strata: 5 }), 3],
  ])('%s', (_, size, expected) => {
    expect(size).toBe(expected);
  });
});
