import { describe, expect, it } from 'vitest';
import { LION, PUMA, SMALL_GEOFENCE } from '../../test/small-package';
import { createFenceReasons, createGeofence, parseGeofence, type FenceReason } from './geofence';

describe('createFenceReasons', () => {
  it.each<[string, string | null, string | null, FenceReason | null]>([
    [LION, 'KEN', null, null],
    [LION, 'USA', null, 'country-not-allowed'],
    [LION, 'ken', null, 'country-not-allowed'],
    [LION, null, null, null],
    [LION, '', 'CA', null],
    [PUMA, 'USA', 'CA', null],
    [PUMA, 'USA', 'NY', 'region-not-allowed'],
    [PUMA, 'USA', '', null],
    [PUMA, 'CHL', 'XX', null],
    ['u;mammalia;carnivora;felidae;;;cat family', 'ISL', null, 'country-blocked'],
    ['u;;;;;;animal', 'ISL', null, null],
  ])('%s in %s %s: %s', (label, country, admin1Region, reason) => {
    const place = { country, admin1Region };
    expect(createFenceReasons(SMALL_GEOFENCE, place, true)(label)?.reason ?? null).toBe(reason);
    expect(createGeofence(SMALL_GEOFENCE, place, true)(label)).toBe(reason !== null);
    expect(createGeofence(SMALL_GEOFENCE, place, false)(label)).toBe(false);
  });

  it('lets a block win over an allowed country', () => {
    const table = parseGeofence({ 'aves;;;;': { allow: { USA: [] }, block: { USA: ['TX'] } } });
    const reasonIn = (admin1Region: string | null) =>
      createFenceReasons(table, { country: 'USA', admin1Region }, true)('u;aves;;;;;bird')?.reason ?? null;
    expect([reasonIn('TX'), reasonIn('CA'), reasonIn(null)]).toEqual(['region-blocked', null, null]);
  });
});

describe('a fence', () => {
  const reasonsIn = (country: string, admin1Region: string | null = null) =>
    createFenceReasons(SMALL_GEOFENCE, { country, admin1Region }, true);

  it('names the taxon and the list that holds it back', () => {
    expect(reasonsIn('USA', 'NY')(PUMA)).toEqual({
      reason: 'region-not-allowed',
      origin: 'release',
      taxon: 'mammalia;carnivora;felidae;puma;concolor',
      rule: { kind: 'allow', countries: new Map([['USA', ['CA']], ['CHL', []]]) }, // prettier-ignore
    });
    expect(reasonsIn('ISL')('u;mammalia;carnivora;felidae;;;cat family')).toEqual({
      reason: 'country-blocked',
      origin: 'release',
      taxon: 'mammalia;carnivora;felidae;;',
      rule: { kind: 'block', country: 'ISL', regions: [] },
    });
  });
});

describe('parseGeofence', () => {
  it.each<[unknown, string]>([
    [[], 'geofence: expected an object, got a list'],
    [{ aves: {} }, 'geofence: aves: expected a key of 5 parts separated by ";", got "aves"'],
    [{ 'aves;;;;': [] }, 'geofence: aves;;;;: expected an object, got a list'],
    [{ 'aves;;;;': { alow: {} } }, 'geofence: aves;;;;: expected allow or block, got "alow"'],
    [{ 'aves;;;;': { allow: { KEN: 'all' } } }, 'geofence: aves;;;;: allow: KEN: expected a list, got text'],
    [{ 'aves;;;;': { block: { USA: [1] } } }, 'geofence: aves;;;;: block: USA[0]: expected text, got number'],
  ])('refuses %j', (json, message) => expect(() => parseGeofence(json)).toThrow(message));
});
