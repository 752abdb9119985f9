import { fullClassKey } from './label';
import { expectList, expectObject, expectText, ParseError } from './parse-error';
import { isGiven } from './place';
import type { Place } from './survey';

/** Regions by country; an empty list means the whole country. */
export type CountryRegions = ReadonlyMap<string, readonly string[]>;

/** Where a taxon may be concluded: `allow` first, then `block`. An empty or absent list restricts nothing. */
export interface GeofenceRule {
  readonly allow: CountryRegions;
  readonly block: CountryRegions;
}

/** Rules by key `class;order;family;genus;species`, in the file's order. */
export type GeofenceTable = ReadonlyMap<string, GeofenceRule>;

/** Why a label is fenced out at a place. */
export type FenceReason = 'country-not-allowed' | 'region-not-allowed' | 'country-blocked' | 'region-blocked';

/** A geofence without rules: fences nothing out. */
export const EMPTY_GEOFENCE: GeofenceTable = new Map();

/**
 * Reads a geofence release file's content. Throws ParseError: `geofence: aves;;;;: allow: KEN: expected a list, got text`.
 * Rules other than allow and block are refused, so that a misspelt one is not lost silently.
 */
export function parseGeofence(json: unknown): GeofenceTable {
  const table = new Map<string, GeofenceRule>();
  for (const [key, value] of Object.entries(expectObject(json, 'geofence'))) {
    const where = `geofence: ${key}`;
    if (key.split(';').length !== 5) throw new ParseError(where, 'a key of 5 parts separated by ";"', `"${key}"`);
    const rule = expectObject(value, where);
    const other = Object.keys(rule).find((name) => name !== 'allow' && name !== 'block');
    if (other !== undefined) throw new ParseError(where, 'allow or block', `"${other}"`);
    table.set(key, {
      allow: parseCountries(rule['allow'], `${where}: allow`),
      block: parseCountries(rule['block'], `${where}: block`),
    });
  }
  return table;
}

function parseCountries(value: unknown, where: string): CountryRegions {
  const countries = new Map<string, readonly string[]>();
  if (value === undefined) return countries;
  for (const [country, regions] of Object.entries(expectObject(value, where))) {
    const list = expectList(regions, `${where}: ${country}`);
    countries.set(
      country,
      list.map((region, index) => expectText(region, `${where}: ${country}[${index}]`)),
    );
  }
  return countries;
}

/**
 * The geofence of one place: answers whether a label must not be concluded there (speciesnet 5.0.4,
 * should_geofence_animal_classification). Throws ParseError for a label without seven parts, but, as the reference, only
 * when the geofence is on and the country is given.
 */
export function createGeofence(table: GeofenceTable, place: Place, isOn: boolean): (label: string) => boolean {
  const reasonOf = createFenceReasons(table, place, isOn);
  return (label) => reasonOf(label) !== null;
}

/** Like createGeofence, but says why; null = not fenced out. */
export function createFenceReasons(
  table: GeofenceTable,
  place: Place,
  isOn: boolean,
): (label: string) => FenceReason | null {
  const { country, admin1Region } = place;
  if (!isOn || !isGiven(country)) return () => null;
  const region = isGiven(admin1Region) ? admin1Region : null;
  return (label) => {
    const rule = table.get(fullClassKey(label));
    return rule === undefined ? null : reasonOfRule(rule, country, region);
  };
}

function reasonOfRule(rule: GeofenceRule, country: string, region: string | null): FenceReason | null {
  if (rule.allow.size > 0) {
    const regions = rule.allow.get(country);
    if (regions === undefined) return 'country-not-allowed';
    if (regions.length > 0 && region !== null && !regions.includes(region)) return 'region-not-allowed';
  }
  const blocked = rule.block.get(country);
  if (blocked === undefined) return null;
  if (blocked.length === 0) return 'country-blocked';
  return region !== null && blocked.includes(region) ? 'region-blocked' : null;
}
