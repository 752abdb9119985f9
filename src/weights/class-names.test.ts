import { describe, expect, it } from 'vitest';
import { parseClassNames } from './class-names';

describe('parseClassNames', () => {
  it.each([
    ["{0: 'animal', 1: 'person', 2: 'vehicle'}", ['animal', 'person', 'vehicle']],
    ["{1: 'b', 0: \"it's\"}", ["it's", 'b']],
    ["['animal', 'person']", ['animal', 'person']],
    ["[ 'a' , 'b', ]\n", ['a', 'b']],
    [String.raw`['it\'s', 'ca\xf1a', '\u00e9\\']`, ["it's", 'caña', 'é\\']],
    ['{}', []],
    ['[]', []],
  ])('%s', (text, names) => {
    expect(parseClassNames(text)).toEqual(names);
  });

  it.each([
    ['', 'expected "{" at character 0'],
    ["{0: 'a', 2: 'b'}", 'number 1 is missing'],
    ["{0: 'a', 0: 'b'}", 'number 0 appears twice'],
    ["{0: 'a' 1: 'b'}", 'expected "}" at character 8'],
    ["['a'] + ['b']", 'expected the end at character 6'],
    ["['a", 'expected a closing quote'],
    ["__import__('os')", 'expected "{" at character 0'],
    ["{'0': 'a'}", 'expected a whole number'],
    ["[f'a']", 'expected a text in quotes'],
    [String.raw`['\q']`, 'expected an escape'],
  ])('refuses %s', (text, message) => {
    expect(() => parseClassNames(text)).toThrow(message);
  });
});
