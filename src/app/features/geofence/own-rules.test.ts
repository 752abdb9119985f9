import { describe, expect, it } from 'vitest';
import { SMALL_TAXONOMY } from '../../../../test/small-package';
import { parseGeofenceFixes, settleFixes } from '../../../domain/geofence-fixes';
import { describeOwnRules, sortRules } from './own-rules';

const list = (...lines: readonly string[]) =>
  parseGeofenceFixes(['species,rule,country_code,admin1_region_code', ...lines].join('\n'));

const LION = 'mammalia;carnivora;felidae;panthera;leo';
const CATS = 'mammalia;carnivora;felidae;;';
const YETI = 'mammalia;primates;hominidae;yeti;nivalis';

describe('describeOwnRules', () => {
  it('names taxa, and what is wrong with a rule', () => {
    const rules = describeOwnRules(
      list(`${LION},allow,KEN`, `${YETI},block,npl`, `${CATS},block,USA,tx`),
      SMALL_TAXONOMY,
    );
    expect(rules.map(({ name, scientificName, problems }) => [name, scientificName, problems])).toEqual([
      ['Lion', 'Panthera leo', []],
      ['Yeti nivalis', '', ['unknown-taxon', 'country-code']],
      ['Cat family', 'Felidae', ['region-code']],
    ]);
    expect(describeOwnRules(list(`${YETI},block,NPL`), null)[0]?.problems).toEqual([]);
  });

  it('says which later rule takes one back, as the list is settled', () => {
    const fixes = list(
      `${LION},allow,KEN`, // 0, by 3
      `${LION},block,USA,TX`, // 1, by 4: a country over its region
      `${CATS},block,KEN`, // 2: another taxon
      `${LION},block,KEN`, // 3, by 6
      `${LION},allow,USA`, // 4
      `${LION},block,USA,TX`, // 5
      `${LION},allow,KEN`, // 6
    );
    const rules = describeOwnRules(fixes, SMALL_TAXONOMY);
    expect(rules.map(({ takenBackBy }) => takenBackBy)).toEqual([3, 4, null, 6, null, null, null]);
    expect(rules.filter(({ takenBackBy }) => takenBackBy === null).map(({ fix }) => fix)).toEqual(settleFixes(fixes));
  });
});

describe('sortRules', () => {
  it('parts new rules from known ones and from those that the package cannot use', () => {
    const own = list(`${LION},allow,KEN`);
    const file = list(`${LION},allow,KEN`, `${CATS},block,USA,TX`, `${CATS},block,USA,TX`, `${YETI},block,npl`);
    const { fresh, known, withProblems } = sortRules(own, file, SMALL_TAXONOMY);
    expect(fresh).toEqual([file[1]]);
    expect(known).toBe(2);
    expect(withProblems).toEqual([{ fix: file[3], problem: 'unknown-taxon' }]);
  });
});
