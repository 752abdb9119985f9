import { describe, expect, it } from 'vitest';
import { parseGeofenceFixes, settleFixes, writeGeofenceFixes, type GeofenceFix } from './geofence-fixes';

const HEADER = 'species,rule,country_code,admin1_region_code';
const BEAR = 'mammalia;carnivora;ursidae;ursus;americanus';
const BEARS = 'mammalia;carnivora;ursidae;;';

const fix = (taxon: string, rule: GeofenceFix['rule'], country: string, admin1Region: string | null = null) => ({
  taxon,
  rule,
  country,
  admin1Region,
});

const read = (...lines: readonly string[]) => parseGeofenceFixes([HEADER, ...lines].join('\n'));

describe('parseGeofenceFixes', () => {
  it.each<[string, readonly string[], readonly GeofenceFix[]]>([
    ['a region', [`${BEAR},allow,USA,NJ`], [fix(BEAR, 'allow', 'USA', 'NJ')]],
    ['no region', [`${BEARS},block,GBR,`], [fix(BEARS, 'block', 'GBR')]],
    ['a missing region', [`${BEARS},block,GBR`], [fix(BEARS, 'block', 'GBR')]],
    ['capitals', [`${BEAR.toUpperCase()},ALLOW,USA,nj`], [fix(BEAR, 'allow', 'USA', 'nj')]],
    ['comments', ['# one, two', `${BEARS},block,GBR,# three`, '  # four'], [fix(BEARS, 'block', 'GBR')]],
    ['a comment after a missing region', [`${BEARS},block,GBR#x`], [fix(BEARS, 'block', 'GBR')]],
    ['blank lines', ['', '   ', `${BEARS},block,GBR,`, ''], [fix(BEARS, 'block', 'GBR')]],
    ['blanks around fields', [` ${BEARS} , block,GBR , NJ # x`], [fix(BEARS, 'block', 'GBR', 'NJ')]],
    ['quotes', [`"${BEARS}","block", "GBR" ,""`], [fix(BEARS, 'block', 'GBR')]],
    ['what only looks like a comment', ['"a;b;c;d;e #2",allow,KEN,"a ""b"", c"'], [fix('a;b;c;d;e #2', 'allow', 'KEN', 'a "b", c')]], // prettier-ignore
    ['nothing', [], []],
  ])('reads %s', (_, lines, fixes) => expect(read(...lines)).toEqual(fixes));

  it.each(['\r\n', '\r', '\n'])('takes a byte order mark, comments before the header, and %j', (end) => {
    const text = `\ufeff${['# mine', HEADER, `${BEARS},block,GBR,`, ''].join(end)}`;
    expect(parseGeofenceFixes(text)).toEqual([fix(BEARS, 'block', 'GBR')]);
  });

  it.each<[string, string, string]>([
    ['', 'geofence fixes', 'expected the header'],
    ['# only', 'geofence fixes', 'expected the header'],
    [`${BEARS},block,GBR,`, 'line 1', `expected the header ${HEADER}`],
    [`${HEADER},note`, 'line 1', `expected the header ${HEADER}`],
    [`${HEADER}\n\n${BEARS},forbid,GBR,`, 'line 3', 'expected allow or block, got "forbid"'],
    [`${HEADER}\n${BEARS},block`, 'line 2', 'expected taxon, rule, country and perhaps a region, got 2 fields'],
    [`${HEADER}\n${BEARS},block,GBR,,x`, 'line 2', 'got 5 fields'],
    [`${HEADER}\n${BEARS},block,GB,`, 'line 2', 'expected a country code of 3 letters, got "GB"'],
    [`${HEADER}\n${BEARS},block,,`, 'line 2', 'expected a country code of 3 letters, got ""'],
    [`${HEADER}\nbears,block,GBR,`, 'line 2', 'expected a taxon class;order;family;genus;species, got "bears"'],
    [`${HEADER}\n;;;;,block,GBR,`, 'line 2', 'got ";;;;"'],
    [`${HEADER}\nmammalia;;ursidae;;,block,GBR,`, 'line 2', 'got "mammalia;;ursidae;;"'],
    [`${HEADER}\n"${BEARS},block,GBR,`, 'line 2', 'expected fields with quotes around all or nothing'],
    [`${HEADER}\n"${BEARS}"x,block,GBR,`, 'line 2', 'expected fields with quotes around all or nothing'],
    [`${HEADER}\n${BEARS},bl"ock,GBR,`, 'line 2', 'got "bl"ock,GBR,"'],
    [`${HEADER}\n${' '.repeat(10_001)}x`, 'line 2', 'expected at most 10000 characters'],
    [`${HEADER}\n${`${BEARS},block,GBR,\n`.repeat(20_001)}`, 'line 20002', 'expected at most 20000 rules'],
    ['#'.repeat(4_000_001), 'geofence fixes', 'expected at most 4000000 characters, got 4000001'],
  ])('refuses %#', (text, where, message) => {
    expect(() => parseGeofenceFixes(text)).toThrow(where);
    expect(() => parseGeofenceFixes(text)).toThrow(message);
  });
});

describe('writeGeofenceFixes', () => {
  it('writes the header also for an empty list', () => expect(writeGeofenceFixes([])).toBe(`${HEADER}\n`));

  it('is read again as it was', () => {
    const fixes = [
      fix(BEAR, 'allow', 'USA', 'NJ'),
      fix(BEARS, 'block', 'GBR'),
      fix('mammalia;carnivora;canidae;canis;lupus dingo', 'block', 'KEN'),
      fix('a;b;c;d;"e", #f', 'block', 'KEN', ' x '),
    ];
    const text = writeGeofenceFixes(fixes);
    expect(text.split('\n').slice(0, 4)).toEqual([
      HEADER,
      `${BEAR},allow,USA,NJ`,
      `${BEARS},block,GBR,`,
      'mammalia;carnivora;canidae;canis;lupus dingo,block,KEN,',
    ]);
    expect(parseGeofenceFixes(text)).toEqual(fixes);
  });

  it('writes nothing that a spreadsheet would compute, and reads it as it was', () => {
    const fixes = [fix('=1+1;b;c;d;e', 'block', '=AB', '@X'), fix('\ta;b;c;d;e', 'block', 'KEN')];
    const text = writeGeofenceFixes(fixes);
    expect(text).toBe(`${HEADER}\n'=1+1;b;c;d;e,block,'=AB,'@X\n"'\ta;b;c;d;e",block,KEN,\n`);
    expect(parseGeofenceFixes(text)).toEqual(fixes);
  });

  it('leaves out what a later rule takes back', () => {
    const text = writeGeofenceFixes([fix(BEAR, 'block', 'USA'), fix(BEARS, 'block', 'USA'), fix(BEAR, 'allow', 'USA')]);
    expect(text).toBe(`${HEADER}\n${BEARS},block,USA,\n${BEAR},allow,USA,\n`);
  });
});

describe('settleFixes', () => {
  const [all, nj, ny] = [null, 'NJ', 'NY'];
  it.each<[string, readonly GeofenceFix[], readonly number[]]>([
    ['the same place', [fix(BEAR, 'allow', 'USA', nj), fix(BEAR, 'block', 'USA', nj)], [1]],
    ['twice the same', [fix(BEAR, 'allow', 'USA'), fix(BEAR, 'allow', 'USA')], [1]],
    ['a region, then the country', [fix(BEAR, 'allow', 'USA', nj), fix(BEAR, 'block', 'USA', all)], [1]],
    ['the country, then a region', [fix(BEAR, 'block', 'USA', all), fix(BEAR, 'allow', 'USA', nj)], [0, 1]],
    ['other regions', [fix(BEAR, 'block', 'USA', nj), fix(BEAR, 'allow', 'USA', ny)], [0, 1]],
    ['other countries', [fix(BEAR, 'block', 'USA'), fix(BEAR, 'allow', 'CAN')], [0, 1]],
    ['other taxa', [fix(BEAR, 'block', 'USA'), fix(BEARS, 'allow', 'USA')], [0, 1]],
  ])('%s', (_, fixes, kept) => expect(settleFixes(fixes)).toEqual(kept.map((index) => fixes[index])));
});
