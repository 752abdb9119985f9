import { describe, expect, it } from 'vitest';
import { hasGap, isTaxonKey, parentKeys } from './taxon-key';

describe('parentKeys', () => {
  it.each<[string, readonly string[]]>([
    ['a;b;c;d;e', ['a;b;c;d;', 'a;b;c;;', 'a;b;;;', 'a;;;;']],
    ['a;b;c;;', ['a;b;;;', 'a;;;;']],
    ['a;;;;', []],
    [';;;;', []],
  ])('%s', (key, parents) => expect(parentKeys(key)).toEqual(parents));
});

describe('isTaxonKey and hasGap', () => {
  it.each<[string, boolean, boolean]>([
    ['a;b;c;d;e', true, false],
    ['a;;;;', true, false],
    [';;;;', false, false],
    ['a;b;c;d', false, false],
    ['a;b;c;d;e;f', false, false],
    ['a;;c;;', false, true],
    [';b;;;', false, true],
    ['a;b;c;;e', false, true],
  ])('%s', (key, isKey, gap) => expect([isTaxonKey(key), hasGap(key)]).toEqual([isKey, gap]));
});
