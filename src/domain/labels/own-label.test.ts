import { describe, expect, it } from 'vitest';
import { FELIDAE, LION, SMALL_LABELS } from '../../../test/small-package';
import { checkOwnLabel, type OwnLabelProblem } from './check-own-label';
import {
  isOwnLabelId,
  MAX_OWN_LABELS,
  ownLabelIdOf,
  ownLabelLine,
  ownLabelSeed,
  tidyName,
  type OwnLabel,
} from './own-label';
import { fullClassKey, parseLabel } from '../label';

const CATS = fullClassKey(FELIDAE);
const LIONS = fullClassKey(LION);
const own = (name: string, changes: Partial<OwnLabel> = {}): OwnLabel => ({
  id: `id of ${name}`,
  taxon: CATS,
  name,
  isOffered: true,
  ...changes,
});

describe('own labels', () => {
  it('are lines of a package’s form', () => {
    expect(parseLabel(ownLabelLine(own('striped cat')))).toEqual({
      uuid: 'id of striped cat',
      class: 'mammalia',
      order: 'carnivora',
      family: 'felidae',
      genus: '',
      species: '',
      commonName: 'striped cat',
    });
  });

  it('have ids that are UUIDs of version 8, and told from the package’s', () => {
    const id = ownLabelIdOf(Uint8Array.from({ length: 32 }, () => 0xff));
    expect(id).toBe('6f776e6c-ffff-8fff-bfff-ffffffffffff');
    expect(ownLabelIdOf(new Uint8Array(12))).toBe('6f776e6c-0000-8000-8000-000000000000');
    expect(isOwnLabelId(id)).toBe(true);
    expect(SMALL_LABELS.some((label) => isOwnLabelId(label.split(';')[0]!))).toBe(false);
    expect(isOwnLabelId('990ae9dd-7a59-4344-afcb-1b7b21368000')).toBe(false);
    expect(isOwnLabelId('91ffc603-b221-82c5-a247-bae2b0b7f646')).toBe(false); // of the demonstration's package
    expect(() => ownLabelIdOf(new Uint8Array(11))).toThrow(RangeError);
  });

  it('have the same seed for the same name below the same taxon', () => {
    const seed = ownLabelSeed({ taxon: CATS, name: 'Black  Cat ' }, 0);
    expect(ownLabelSeed({ taxon: CATS, name: 'black cat' }, 0)).toBe(seed);
    expect(ownLabelSeed({ taxon: LIONS, name: 'black cat' }, 0)).not.toBe(seed);
    expect(ownLabelSeed({ taxon: CATS, name: 'black cat' }, 1)).not.toBe(seed);
  });

  it('have tidy names', () => expect(tidyName('  Grévy\u00a0\t lion ')).toBe('Grévy lion'));
});

describe('checkOwnLabel', () => {
  const around = (ownLabels: readonly OwnLabel[] = [], editedId: string | null = null) => ({
    ownLabels,
    labels: SMALL_LABELS,
    editedId,
  });
  const there = own('striped cat');

  it.each<[string, string, string, OwnLabelProblem | null]>([
    ['a new name', 'melanistic lion', LIONS, null],
    ['an empty name', ' \t', LIONS, { problem: 'no-name' }],
    ['only signs', '?!', LIONS, { problem: 'no-letters' }],
    ['a semicolon', 'a;b', LIONS, { problem: 'semicolon' }],
    ['a control character', 'a\u0000b', LIONS, { problem: 'control-character' }],
    ['a long name', 'x'.repeat(81), LIONS, { problem: 'too-long', length: 81 }],
    ['no place', 'something', '', { problem: 'no-place' }],
    ['any animal as place', 'something', ';;;;', { problem: 'no-place' }],
    ['a place with a gap', 'something', 'mammalia;;felidae;;', { problem: 'no-place' }],
    ['another own label', 'Striped-Cat', CATS, { problem: 'own-there', with: 'striped cat' }],
    ['the same name elsewhere', 'striped cat', LIONS, null],
    ['a label of the package', 'Lion', CATS, { problem: 'package-there', with: LION }],
    ['a special label', 'BLANK', CATS, { problem: 'package-there', with: SMALL_LABELS[5]! }],
    ['letters of any script', 'ライオン', LIONS, null],
  ])('%s: %j', (_, name, taxon, problem) => {
    expect(checkOwnLabel({ name, taxon }, around([there]))).toEqual(problem);
  });

  it('lets a label keep its name while it is changed', () => {
    expect(checkOwnLabel({ name: 'Striped cat', taxon: CATS }, around([there], there.id))).toBeNull();
  });

  it('takes no offence at a removed one', () => {
    expect(checkOwnLabel(there, around([{ ...there, isOffered: false }]))).toBeNull();
  });

  it('stops at a number that nobody can survey', () => {
    const many = Array.from({ length: MAX_OWN_LABELS }, (_, index) => own(`cat ${index}`));
    expect(checkOwnLabel({ name: 'one more', taxon: CATS }, around(many))).toEqual({ problem: 'too-many' });
    expect(checkOwnLabel({ name: 'changed', taxon: CATS }, around(many, many[0]!.id))).toBeNull();
  });
});
