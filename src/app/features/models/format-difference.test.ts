import { describe, expect, it } from 'vitest';
import { formatDifference } from './format-difference';

describe('differences between backends', () => {
  it.each([
    [0, '0%'],
    [3e-8, 'under 0.0001%'],
    [1e-6, '0.0001%'],
    [2.13e-5, '0.0021%'],
    [0.0347, '3.5%'],
    [1.8, '180%'],
  ])('%d is written %s', (difference, words) => {
    expect(formatDifference(difference, 'en')).toBe(words);
  });
});
