import { describe, expect, it } from 'vitest';
import { addFixes } from './add-fixes';
import { parseGeofenceFixes, writeGeofenceFixes } from './geofence-fixes';

const list = (...lines: readonly string[]) =>
  parseGeofenceFixes(['species,rule,country_code,admin1_region_code', ...lines].join('\n'));

const LION = 'mammalia;carnivora;felidae;panthera;leo';
const PUMA = 'mammalia;carnivora;felidae;puma;concolor';

describe('addFixes', () => {
  it.each<[string, readonly string[], readonly string[], number]>([
    ['to an empty list', [], [`${LION},allow,KEN`], 1],
    ['the same again', [`${LION},allow,KEN`], [`${LION},allow,KEN`], 1],
    ['the same twice in the file', [], [`${LION},allow,KEN`, `${LION},allow,KEN`], 1],
    ['the opposite', [`${LION},allow,KEN`], [`${LION},block,KEN`], 2],
    ['another country', [`${LION},allow,KEN`], [`${LION},allow,TZA`], 2],
    ['another taxon', [`${LION},allow,KEN`], [`${PUMA},allow,KEN`], 2],
    ['a region of a country that is there', [`${PUMA},block,USA`], [`${PUMA},block,USA,TX`], 2],
    ['what was taken back', [`${LION},allow,KEN`, `${LION},block,KEN`], [`${LION},allow,KEN`], 3],
    ['a country over its region', [`${PUMA},allow,USA`, `${PUMA},block,USA,TX`], [`${PUMA},allow,USA`], 3],
    ['a region that a country took back', [`${PUMA},block,USA,TX`, `${PUMA},allow,USA`], [`${PUMA},block,USA,TX`], 3],
  ])('%s', (_, own, more, length) => expect(addFixes(list(...own), list(...more))).toHaveLength(length));

  it('adds nothing of a list that was written from it, and keeps the list itself', () => {
    const own = list(`${LION},allow,KEN`, `${PUMA},block,USA,TX`, `${LION},block,KEN`);
    expect(addFixes(own, parseGeofenceFixes(writeGeofenceFixes(own)))).toBe(own);
  });
});
