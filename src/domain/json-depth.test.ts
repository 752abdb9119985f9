import { describe, expect, it } from 'vitest';
import { isDeeperThan } from './json-depth';
import { parseJson } from './partial-predictions';

describe('isDeeperThan', () => {
  it.each([
    ['[[[]]]', 3, false],
    ['[[[]]]', 2, true],
    ['{"a":[{"b":[]}]}', 3, true],
    ['[[],[],[],{}]', 2, false],
    ['["[[[[", "\\"[[[[", "\\\\"]', 1, false],
    ['["\\\\", [[]]]', 2, true],
    ['"[[[[', 1, false],
    ['', 0, false],
  ])('%s and %i: %s', (json, most, expected) => {
    expect(isDeeperThan(most, json)).toBe(expected);
  });
});

describe('parseJson', () => {
  it.each([
    ['lists', '['.repeat(100_000)],
    ['lists that are closed', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['one 50 megabytes long', '['.repeat(50_000_000)],
  ])('refuses %s in each other with words', (_what, json) => {
    expect(() => parseJson(json, 'info.json')).toThrow(
      'info.json: expected at most 500 lists and objects in each other',
    );
  });

  it('reads what is long, and as deep as any file needs', () => {
    const deep = '['.repeat(500) + JSON.stringify('x'.repeat(20_000)) + ']'.repeat(500);
    expect(JSON.stringify(parseJson(deep, 'file'))).toBe(deep);
  });
});
