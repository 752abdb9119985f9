import type { GeofenceFix } from './geofence-fixes';
import { fullClassKey } from './label';
import { ownRuling, type OwnRules } from './own-ruling';
import { expectList, expectObject, expectText, ParseError } from './parse-error';
import { isGiven } from './place';
import type { Place } from './survey';

/** Regions by country; an empty list means the whole country. */
export type CountryRegions = ReadonlyMap<string, readonly string[]>;

/** Where a taxon may be concluded: `allow` first, then `block`. An empty or absent list restricts nothing. */
export interface GeofenceRule {
  readonly allow: CountryRegions;
  readonly block: CountryRegions;
  /** What a person's own list says of this taxon: asked before the release's lists (see `applyOwnRules`). */
  readonly own?: OwnRules;
}

/** Rules by key `class;order;family;genus;species`, in the file's order. */
export type GeofenceTable = ReadonlyMap<string, GeofenceRule>;

/** Why a label is fenced out at a place. */
export type FenceReason = 'country-not-allowed' | 'region-not-allowed' | 'country-blocked' | 'region-blocked';

/**
 * The list that fences a label out. `allow` = the countries of an allow list that lacks the place; `block` = the blocked
 * regions of the place's country, none for all of it.
 */
export type FenceRule =
  | { readonly kind: 'allow'; readonly countries: CountryRegions }
  | { readonly kind: 'block'; readonly country: string; readonly regions: readonly string[] };

/** Why a label is fenced out at a place, and who says so. */
export interface Fence {
  readonly reason: FenceReason;
  /** The package's release, or the person's own list. */
  readonly origin: 'release' | 'own';
  /** Key of the taxon that the rule is about. Of a release that is the label's; an own rule may be about one above it. */
  readonly taxon: string;
  readonly rule: FenceRule;
}

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

/** An allow or block list, `{"USA": ["CA"], "KEN": []}`; nothing = an empty one. Throws ParseError for any other form. */
export function parseCountries(value: unknown, where: string): CountryRegions {
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

/**
 * Like createGeofence, but says why; null = not fenced out. A person's own list comes first; where it says nothing of a
 * label at this place, the release decides.
 */
export function createFenceReasons(table: GeofenceTable, place: Place, isOn: boolean): (label: string) => Fence | null {
  const { country, admin1Region } = place;
  if (!isOn || !isGiven(country)) return () => null;
  const region = isGiven(admin1Region) ? admin1Region : null;
  return (label) => {
    const key = fullClassKey(label);
    const own = ownRuling(table, key, country, region);
    if (own !== null) return own.rule === 'allow' ? null : fenceOfFix(own);
    const rule = table.get(key);
    const reason = rule === undefined ? null : reasonOfRule(rule, country, region);
    return rule === undefined || reason === null ? null : fenceOfRelease(reason, key, rule, country);
  };
}

/**
 * What the release's lists say of a taxon at a place, own rules aside; `region` null = unknown, which no list of regions
 * holds back (speciesnet 5.0.4, should_geofence_animal_classification).
 */
export function reasonOfRule(
  rule: Pick<GeofenceRule, 'allow' | 'block'>,
  country: string,
  region: string | null,
): FenceReason | null {
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

function fenceOfRelease(reason: FenceReason, taxon: string, { allow, block }: GeofenceRule, country: string): Fence {
  const isBlock = reason === 'country-blocked' || reason === 'region-blocked';
  const rule: FenceRule = isBlock
    ? { kind: 'block', country, regions: block.get(country) ?? [] }
    : { kind: 'allow', countries: allow };
  return { reason, origin: 'release', taxon, rule };
}

function fenceOfFix({ taxon, country, admin1Region }: GeofenceFix): Fence {
  return {
    reason: admin1Region === null ? 'country-blocked' : 'region-blocked',
    origin: 'own',
    taxon,
    rule: { kind: 'block', country, regions: admin1Region === null ? [] : [admin1Region] },
  };
}
