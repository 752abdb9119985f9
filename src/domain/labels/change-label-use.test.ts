import { describe, expect, it } from 'vitest';
import { moveFavourite, noteUse, pinLabel, unpinLabel } from './change-label-use';
import { liftOf, NO_LABEL_USE, type LabelUse } from './label-use';

/** One letter is one label. */
const using = (labels: string, from: LabelUse = NO_LABEL_USE) => Array.from(labels).reduce(noteUse, from);
const pinning = (labels: string, from: LabelUse = NO_LABEL_USE) => Array.from(labels).reduce(pinLabel, from);
const digits = (use: LabelUse) => use.digits.map((label) => label ?? '-').join('');

describe('the digits', () => {
  it.each<[string, LabelUse, string]>([
    ['nothing used', NO_LABEL_USE, '---------'],
    ['the order of use', using('abc'), 'abc------'],
    ['used again, each keeps its digit', using('abcab'), 'abc------'],
    ['nine of them', using('abcdefghi'), 'abcdefghi'],
    ['a tenth takes the digit of the one not used for longest', using('abcdefghij'), 'jbcdefghi'],
    ['which need not be the first', using('abcdefghiabj'), 'abjdefghi'],
    ['favourites first; who keeps a digit keeps it, the others move behind', pinning('xy', using('abc')), 'xycab----'],
    ['a favourite that was used has one digit', pinning('b', using('abc')), 'bac------'],
    ['a favourite that is used again stays', using('bb', pinning('b', using('abc'))), 'bac------'],
    ['without the favourite its digit is free', unpinLabel(pinning('xy', using('ab')), 'x'), 'y-ab-----'],
    ['a newcomer takes a free digit', using('c', unpinLabel(pinning('xy', using('ab')), 'x')), 'ycab-----'],
    ['a favourite let go is recent again', unpinLabel(pinning('b', using('abc')), 'b'), 'bac------'],
    ['the person’s order', moveFavourite(pinning('xyz'), 'z', -1), 'xzy------'],
    ['nine favourites leave none', using('j', pinning('abcdefghi')), 'abcdefghi'],
    ['a tenth favourite is not taken', pinning('abcdefghij'), 'abcdefghi'],
  ])('%s', (_, use, expected) => expect(digits(use)).toBe(expected));

  it('change nothing where there is nothing to do', () => {
    const use = pinning('xy');
    expect(pinLabel(use, 'x')).toBe(use);
    expect(unpinLabel(use, 'a')).toBe(use);
    expect(moveFavourite(use, 'x', -1)).toBe(use);
    expect(moveFavourite(use, 'y', 1)).toBe(use);
    expect(moveFavourite(use, 'a', 1)).toBe(use);
  });
});

describe('what was used', () => {
  it('is counted, the last one first, and forgotten some day', () => {
    expect(using('aba').used).toEqual([
      { label: 'a', count: 2 },
      { label: 'b', count: 1 },
    ]);
    const many = Array.from({ length: 300 }, (_, index) => `label ${index}`).reduce(noteUse, NO_LABEL_USE);
    expect(many.used.length).toBe(200);
    expect(many.used[0]!.label).toBe('label 299');
  });

  it('lifts: on a digit most, then the more often the more, never used not at all', () => {
    const often = using('k'.repeat(40) + 'j' + 'abcdefghi');
    const lift = liftOf(often);
    expect(lift('a')).toBeGreaterThan(lift('k'));
    expect(lift('k')).toBeGreaterThan(lift('j'));
    expect(lift('j')).toBeGreaterThan(0);
    expect(lift('never')).toBe(0);
    expect(liftOf(pinning('x'))('x')).toBe(lift('a'));
  });
});
