import { describe, expect, it } from 'vitest';
import { DOG, FELIDAE, LEOPARD, LION, PUMA } from '../../test/small-package';
import { buildRelease, type ReleaseSources } from './geofence-build';
import { validateRelease } from './geofence-validation';
import { fullClassKey } from './label';
import { parseGeofenceBase, releaseJson, writeRelease } from './release-rules';
import { releaseTaxa } from './release-taxa';
import { ANIMAL, BLANK, VEHICLE } from './special-labels';

const HAWK = 'u-hawk;aves;accipitriformes;accipitridae;buteogallus;anthracinus;common black hawk';
const BUTEO = 'u-buteo;aves;accipitriformes;accipitridae;buteo;;buteo species';
const [lion, leopard, hawk] = [LION, LEOPARD, HAWK].map(fullClassKey) as [string, string, string];
const felidae = fullClassKey(FELIDAE);

const SOURCES: ReleaseSources = {
  base: {},
  fixes: 'species,rule,country_code,admin1_region_code\n',
  labels: [LION, LEOPARD, HAWK],
  taxonomy: [LION, LEOPARD, PUMA, DOG, FELIDAE, HAWK, BUTEO, ANIMAL, BLANK, VEHICLE].join('\n'),
};

function build(base: unknown, fixes: readonly string[], changes: Partial<ReleaseSources> = {}) {
  return releaseJson(buildRelease({ ...SOURCES, base, fixes: `${SOURCES.fixes}${fixes.join('\n')}`, ...changes }));
}

describe('buildRelease', () => {
  it('lets allow lists go up, regions stay behind', () => {
    const allow = { KEN: [], USA: ['TX'] };
    const release = build({ [lion]: { allow } }, []);
    const wide = { allow: { KEN: [], USA: [] } };
    expect(release).toEqual({
      [lion]: { allow },
      'mammalia;carnivora;felidae;panthera;': wide,
      'mammalia;carnivora;felidae;;': wide,
      'mammalia;carnivora;;;': wide,
      'mammalia;;;;': wide,
    });
  });

  it.each<[string, unknown, readonly string[], string, unknown]>([
    ['allow: added', { KEN: [] }, [`${lion},allow,ZAF,`], lion, { allow: { KEN: [], ZAF: [] } }],
    ['allow: regions grow, sorted', { USA: ['TX'] }, [`${lion},allow,USA,CA`], lion, { allow: { USA: ['CA', 'TX'] } }],
    ['allow: not widened', { USA: ['TX'] }, [`${lion},allow,USA,`], lion, { allow: { USA: ['TX'] } }],
    ['allow: not narrowed', { USA: [] }, [`${lion},allow,USA,TX`], lion, { allow: { USA: [] } }],
    ['allow: a new region', {}, [`${lion},allow,USA,TX`], lion, { allow: { USA: ['TX'] } }],
    ['allow: ignored without an entry', {}, [`${leopard},allow,USA,TX`], leopard, undefined],
    ['block', { KEN: [] }, [`${lion},block,KEN,`], lion, { allow: { KEN: [] }, block: { KEN: [] } }],
    [
      'block: not widened',
      {},
      [`${lion},block,USA,TX`, `${lion},block,USA,`],
      lion,
      { allow: {}, block: { USA: ['TX'] } },
    ],
    ['block goes down, allow lists are lost', { KEN: [] }, [`${felidae},block,KEN,`], lion, { block: { KEN: [] } }],
    ['block goes down to labels without an entry', {}, [`${felidae},block,KEN,`], leopard, { block: { KEN: [] } }],
    [
      'block goes down to what is written alike',
      {},
      [`${fullClassKey(BUTEO)},block,KEN,`],
      hawk,
      { block: { KEN: [] } },
    ],
    ['a country gives way to its regions', {}, [`${felidae},block,USA,`, `${lion},block,USA,TX`], lion, { allow: {}, block: { USA: ['TX'] } }], // prettier-ignore
  ])('%s', (_, allow, fixes, key, rule) => {
    expect(build({ [lion]: { allow } }, fixes)[key]).toEqual(rule);
  });

  it('keeps only taxa of the label list and those above them', () => {
    const [puma, dog] = [fullClassKey(PUMA), fullClassKey(DOG)];
    const release = build({ [puma]: { allow: { CHL: [] } }, [dog]: { allow: {} } }, []);
    expect(Object.keys(release)).toEqual(['mammalia;;;;', 'mammalia;carnivora;;;', felidae]);
  });

  it.each<[string, unknown, readonly string[], Partial<ReleaseSources>, string]>([
    ['a higher taxon in the base', { [felidae]: { allow: {} } }, [], {}, 'expected a species, got a higher taxon'],
    ['a block in the base', { [lion]: { block: {} } }, [], {}, 'expected exactly "allow", got block'],
    ['two lists in the base', { [lion]: { allow: {}, block: {} } }, [], {}, 'got allow, block'],
    ['an empty entry in the base', { [lion]: {} }, [], {}, 'got nothing'],
    ['no object', [], [], {}, 'geofence base: expected an object'],
    ['a gap', { 'mammalia;;felidae;panthera;leo': { allow: {} } }, [], {}, 'expected no empty rank'],
    ['four parts', { 'mammalia;carnivora;felidae;panthera': { allow: {} } }, [], {}, 'expected a key of 5 parts'],
    ['an unknown taxon', {}, ['aves;notanorder;;;,block,USA,'], {}, 'rule 1: expected a taxon of the taxonomy'],
    ['another rule', {}, [`${lion},forbid,USA,`], {}, 'expected allow or block'],
    ['capitals in the taxonomy', {}, [], { taxonomy: LION.toUpperCase() }, 'expected lower case'],
    ['a short line in the taxonomy', {}, [], { taxonomy: 'lion' }, 'expected 7 parts'],
    ['a taxon twice', {}, [], { taxonomy: [LION, `v${LION}`].join('\n') }, 'line 2: expected each taxon once'],
    ['no taxon', {}, [], { taxonomy: 'u;;;;;;thing' }, 'expected a taxon, got "u;;;;;;thing"'],
  ])('refuses %s', (_, base, fixes, changes, message) => {
    expect(() => build(base, fixes, changes)).toThrow(message);
  });
});

describe('releaseTaxa', () => {
  it('takes higher taxa and known doubles, not animal, blank and vehicle', () => {
    const twice = ['v;mammalia;artiodactyla;;;;even-toed', 'w;mammalia;artiodactyla;;;;ungulates'];
    expect([...releaseTaxa([LION, ...twice, ANIMAL, BLANK, VEHICLE].join('\n'))]).toEqual([
      lion,
      'mammalia;artiodactyla;;;',
    ]);
  });
});

describe('validateRelease', () => {
  const rules = (allow: Record<string, string[]>, block: Record<string, string[]>) =>
    new Map([
      ...parseGeofenceBase({ [lion]: { allow } }),
      [felidae, { allow: null, block: new Map(Object.entries(block)) }] as const,
    ]);

  it.each([
    ['agreement', { KEN: [] }, { ZAF: [] }, true],
    ['a region beside the blocked one', { USA: ['CA'] }, { USA: ['TX'] }, true],
    ['a code of two letters', { KE: [] }, {}, false],
  ])('answers for %s', (_, allow, block, answer) => expect(validateRelease(rules(allow, block))).toBe(answer));

  it.each([
    ['a country', { KEN: [] }, { KEN: [] }, `expected "${felidae}" allowed in KEN too`],
    ['a region', { USA: ['TX'] }, { USA: ['TX'] }, `expected "${felidae}" allowed in USA TX too`],
  ])('refuses a species that may be where its family may not: %s', (_, allow, block, message) => {
    expect(() => validateRelease(rules(allow, block))).toThrow(message);
  });
});

describe('writeRelease', () => {
  it('sorts at every depth and writes ASCII', () => {
    const rules = parseGeofenceBase({
      'b;b;b;b;ß': { allow: { USA: ['TX', 'CA'], KEN: [] } },
      'a;a;a;a;a': { allow: {} },
    });
    expect(writeRelease(rules)).toBe(
      [
        '{',
        '    "a;a;a;a;a": {',
        '        "allow": {}',
        '    },',
        '    "b;b;b;b;\\u00df": {',
        '        "allow": {',
        '            "KEN": [],',
        '            "USA": [',
        '                "TX",',
        '                "CA"',
        '            ]',
        '        }',
        '    }',
        '}',
      ].join('\n'),
    );
  });
});
