import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BIRD,
  BUTEO,
  CARNIVORA,
  DOG,
  FELIDAE,
  LEOPARD,
  LION,
  MAMMAL,
  PANTHERA,
  PUMA,
  SMALL_GEOFENCE,
  SMALL_LABELS,
  SMALL_TAXONOMY,
} from '../../test/small-package';
import { createFenceReasons, EMPTY_GEOFENCE, parseGeofence, type GeofenceTable } from './geofence';
import { parseGeofenceFixes, type GeofenceFix } from './geofence-fixes';
import { fullClassKey } from './label';
import { parseLabels } from './label-list';
import { applyOwnRules, checkFixes, diffGeofence } from './own-geofence';
import { BLANK } from './special-labels';
import { parseTaxonomy } from './taxonomy';

const HAWK = 'u-hawk;aves;accipitriformes;accipitridae;buteogallus;anthracinus;common black hawk';

/** `allow USA-CA lion-label`: a rule as a person would say it. */
function rule(words: 'allow' | 'block', place: string, label: string): GeofenceFix {
  const [country, region] = place.split('-') as [string, string?];
  return { taxon: fullClassKey(label), rule: words, country, admin1Region: region ?? null };
}

function passes(table: GeofenceTable, place: string, label: string): boolean {
  const [country, region] = place.split('-') as [string, string?];
  return createFenceReasons(table, { country, admin1Region: region ?? null }, true)(label) === null;
}

/** Release: lions and their genus in KEN only, pumas in CHL and in USA-CA but not in USA-TX, no cat family in ISL. */
const cases: readonly (readonly [
  about: string,
  fixes: readonly GeofenceFix[],
  place: string,
  passing: readonly string[],
  stopped: readonly string[],
])[] = [
  ['no rules', [], 'ZAF', [LEOPARD, FELIDAE, DOG], [LION, PANTHERA, PUMA]],
  ['allow: the taxon and those above', [rule('allow', 'ZAF', LION)], 'ZAF', [LION, PANTHERA, FELIDAE, MAMMAL], [PUMA]],
  ['allow: elsewhere all is as before', [rule('allow', 'ZAF', LION)], 'TZA', [], [LION, PANTHERA]],
  ['allow: where it was allowed it still is', [rule('allow', 'ZAF', LION)], 'KEN', [LION, PANTHERA], []],
  ['allow wins over a block of the release', [rule('allow', 'ISL', LEOPARD)], 'ISL', [LEOPARD, FELIDAE], [LION, PUMA]],
  ['allow a region', [rule('allow', 'USA-TX', PUMA)], 'USA-TX', [PUMA, FELIDAE], []],
  ['allow a region: others are as before', [rule('allow', 'USA-TX', PUMA)], 'USA-NY', [], [PUMA]],
  ['allow a group: everything in it', [rule('allow', 'ZAF', FELIDAE)], 'ZAF', [LION, PANTHERA, FELIDAE, PUMA], []],
  ['block: the taxon and everything in it', [rule('block', 'KEN', FELIDAE)], 'KEN', [CARNIVORA, DOG], [FELIDAE, PANTHERA, LION, LEOPARD]], // prettier-ignore
  ['block: also what the release does not know', [rule('block', 'KEN', BIRD)], 'KEN', [LION], [BIRD, BUTEO, HAWK]],
  ['block: by rank, not by letters', [rule('block', 'KEN', BUTEO)], 'KEN', [HAWK, BIRD], [BUTEO]],
  ['block: elsewhere all is as before', [rule('block', 'KEN', FELIDAE)], 'TZA', [FELIDAE, LEOPARD], [LION]],
  ['block a region', [rule('block', 'USA-CA', PUMA)], 'USA-CA', [FELIDAE], [PUMA]],
  ['block a region: unknown regions pass', [rule('block', 'USA-CA', PUMA)], 'USA', [PUMA], []],
  ['allow a region: unknown regions pass', [rule('allow', 'USA-CA', LION)], 'USA', [LION], []],
  ['the nearer taxon wins', [rule('block', 'ISL', FELIDAE), rule('allow', 'ISL', LION)], 'ISL', [LION, PANTHERA, FELIDAE], [LEOPARD, PUMA]], // prettier-ignore
  ['the nearer taxon wins, in any order', [rule('allow', 'ISL', LION), rule('block', 'ISL', FELIDAE)], 'ISL', [LION, PANTHERA, FELIDAE], [LEOPARD, PUMA]], // prettier-ignore
  ['a nearer block', [rule('allow', 'ZAF', FELIDAE), rule('block', 'ZAF', LION)], 'ZAF', [LEOPARD, PANTHERA], [LION]],
  ['later: block after allow', [rule('allow', 'ZAF', LEOPARD), rule('block', 'ZAF', LEOPARD)], 'ZAF', [FELIDAE], [LEOPARD]], // prettier-ignore
  ['later: allow after block', [rule('block', 'ZAF', LEOPARD), rule('allow', 'ZAF', LEOPARD)], 'ZAF', [LEOPARD], []],
  ['later: the country takes back a region', [rule('allow', 'USA-TX', PUMA), rule('block', 'USA', PUMA)], 'USA-TX', [], [PUMA]], // prettier-ignore
  ['later: a region out of the country', [rule('block', 'USA', PUMA), rule('allow', 'USA-TX', PUMA)], 'USA-TX', [PUMA], []], // prettier-ignore
  ['a region out of the country: others', [rule('block', 'USA', PUMA), rule('allow', 'USA-TX', PUMA)], 'USA-CA', [], [PUMA]], // prettier-ignore
  ['a group passes only where a member may be', [rule('block', 'USA', FELIDAE), rule('allow', 'USA-TX', PUMA)], 'USA-CA', [], [FELIDAE, PUMA]], // prettier-ignore
  ['a member blocked in a region opens nothing there', [rule('block', 'USA', FELIDAE), rule('allow', 'USA', PUMA), rule('block', 'USA-TX', PUMA)], 'USA-TX', [], [FELIDAE, PUMA]], // prettier-ignore
];

describe('applyOwnRules', () => {
  it.each(cases)('%s', (_, fixes, place, passing, stopped) => {
    const table = applyOwnRules(SMALL_GEOFENCE, fixes);
    expect(passing.filter((label) => !passes(table, place, label))).toEqual([]);
    expect(stopped.filter((label) => passes(table, place, label))).toEqual([]);
  });

  it('leaves the release as it is and shares what it does not touch', () => {
    const before = structuredClone(new Map(SMALL_GEOFENCE));
    const applied = applyOwnRules(SMALL_GEOFENCE, [rule('allow', 'ZAF', LION), rule('block', 'ZAF', DOG)]);
    expect(SMALL_GEOFENCE).toEqual(before);
    const touched = [...applied].filter(([key, entry]) => SMALL_GEOFENCE.get(key) !== entry).map(([key]) => key);
    const expected = [LION, PANTHERA, FELIDAE, CARNIVORA, MAMMAL, DOG].map(fullClassKey);
    expect(touched.sort()).toEqual(expected.sort());
    for (const [key, { allow, block }] of SMALL_GEOFENCE) expect(applied.get(key)).toMatchObject({ allow, block });
    expect(applyOwnRules(SMALL_GEOFENCE, [])).toBe(SMALL_GEOFENCE);
  });

  it('stops nothing while the geofence is off or the country unknown', () => {
    const table = applyOwnRules(EMPTY_GEOFENCE, [rule('block', 'KEN', LION)]);
    expect(createFenceReasons(table, { country: 'KEN', admin1Region: null }, false)(LION)).toBeNull();
    expect(createFenceReasons(table, { country: null, admin1Region: null }, true)(LION)).toBeNull();
  });

  it('says whose rule it is', () => {
    const table = applyOwnRules(SMALL_GEOFENCE, [rule('block', 'KEN', FELIDAE), rule('block', 'USA-CA', PUMA)]);
    const kenya = createFenceReasons(table, { country: 'KEN', admin1Region: null }, true);
    expect(kenya(LION)).toEqual({
      reason: 'country-blocked',
      origin: 'own',
      taxon: fullClassKey(FELIDAE),
      rule: { kind: 'block', country: 'KEN', regions: [] },
    });
    const california = createFenceReasons(table, { country: 'USA', admin1Region: 'CA' }, true);
    expect(california(PUMA)).toMatchObject({ reason: 'region-blocked', origin: 'own', rule: { regions: ['CA'] } });
    expect(california(LION)).toMatchObject({ reason: 'country-not-allowed', origin: 'release' });
  });
});

describe('checkFixes', () => {
  it('names what a package cannot use', () => {
    const fixes = [
      rule('allow', 'ZAF', LION),
      rule('block', 'ZAF', CARNIVORA),
      rule('block', 'zaf', HAWK),
      rule('block', 'ZAF', BLANK),
      rule('allow', 'USA-Texas', PUMA),
      rule('allow', 'USA-TX', PUMA),
    ];
    expect(checkFixes(fixes, SMALL_TAXONOMY)).toEqual([
      { index: 2, fix: fixes[2], problem: 'unknown-taxon' },
      { index: 2, fix: fixes[2], problem: 'country-code' },
      { index: 3, fix: fixes[3], problem: 'unknown-taxon' },
      { index: 4, fix: fixes[4], problem: 'region-code' },
    ]);
  });
});

describe('diffGeofence', () => {
  const fixes = [rule('allow', 'ZAF', LION), rule('block', 'ZAF', DOG), rule('block', 'ZAF', PUMA)];

  it('tells which labels a list opens and stops', () => {
    const place = { country: 'ZAF', admin1Region: null };
    const changes = diffGeofence(SMALL_GEOFENCE, fixes, SMALL_LABELS, place);
    expect(changes.map(({ label, before, after, fix }) => [label, before?.reason, after?.reason, fix])).toEqual([
      [LION, 'country-not-allowed', undefined, fixes[0]],
      [DOG, undefined, 'country-blocked', fixes[1]],
    ]); // pumas were not allowed there before
  });

  it.each([
    ['elsewhere', { country: 'KEN', admin1Region: null }],
    ['without a country', { country: null, admin1Region: 'CA' }],
  ])('tells nothing %s', (_, place) => {
    expect(diffGeofence(SMALL_GEOFENCE, fixes, SMALL_LABELS, place)).toEqual([]);
  });
});

const SHARED = resolve(import.meta.dirname, '../../../shared');
const PACKAGE = resolve(SHARED, 'models/coco-mnv2');
const FIXES = resolve(SHARED, 'geofence/geofence_fixes.csv');

describe.skipIf(!existsSync(PACKAGE) || !existsSync(FIXES))('with the reference’s fixes (needs ../shared)', () => {
  const read = (name: string) => readFileSync(resolve(PACKAGE, name), 'utf8');

  it('all of them are known to its package, and every rule does what it says', () => {
    const fixes = parseGeofenceFixes(readFileSync(FIXES, 'utf8'));
    expect(fixes.length).toBeGreaterThan(1_000);
    expect(checkFixes(fixes, parseTaxonomy(read('taxonomy_release.txt')))).toEqual([]);
    const table = applyOwnRules(parseGeofence(JSON.parse(read('geofence_release.json'))), fixes);
    const wrong = fixes.filter(({ taxon, rule: kind, country, admin1Region }) => {
      const fence = createFenceReasons(table, { country, admin1Region }, true)(`u;${taxon};name`);
      return kind === 'allow' ? fence !== null : fence?.origin !== 'own';
    });
    expect(wrong).toEqual([]);
  });

  it('an own list changes the real label list at one place only', () => {
    const table = parseGeofence(JSON.parse(read('geofence_release.json')));
    const labels = parseLabels(read('always_crop_99710272_22x8_v12_epoch_00148.labels.txt'));
    const birds = labels.filter((label) => label.split(';')[1] === 'aves');
    const fixes = [rule('block', 'KEN', BIRD)];
    const passing = createFenceReasons(table, { country: 'KEN', admin1Region: null }, true);
    const changes = diffGeofence(table, fixes, labels, { country: 'KEN', admin1Region: null });
    expect(changes.map(({ label }) => label)).toEqual(birds.filter((label) => passing(label) === null));
    expect(changes.length).toBeGreaterThan(100);
    expect(diffGeofence(table, fixes, labels, { country: 'TZA', admin1Region: null })).toEqual([]);
  });
});
