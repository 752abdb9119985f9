import type { GeofenceFix } from './geofence-fixes';
import { parentKeys } from './taxon-key';

/** What an own list says of one taxon in one country. */
export interface OwnCountry {
  /** The rule for the whole country; null when there are rules for regions only. */
  readonly whole: GeofenceFix | null;
  /** Later rules for regions, by region. They come before `whole`. */
  readonly regions: ReadonlyMap<string, GeofenceFix>;
}

/** What an own list says of one taxon. */
export interface OwnRules {
  /** Rules for the taxon itself, by country. They count for everything in it that has no nearer rule. */
  readonly here: ReadonlyMap<string, OwnCountry>;
  /** Rules for taxa in it, by country; of these only an allow counts for the taxon. */
  readonly below: ReadonlyMap<string, readonly OwnCountry[]>;
}

/** A table as far as its own rules are concerned. */
export type OwnTable = ReadonlyMap<string, { readonly own?: OwnRules }>;

/**
 * The own rule that decides of a taxon at a place; null when the list says nothing and the release decides. First a rule
 * that allows something in the taxon: where a leopard may be, its family may be too. Then the nearest rule for the taxon
 * or for one above it.
 */
export function ownRuling(table: OwnTable, key: string, country: string, region: string | null): GeofenceFix | null {
  for (const listed of table.get(key)?.own?.below.get(country) ?? []) {
    const fix = rulingIn(listed, region);
    if (fix?.rule === 'allow') return fix;
  }
  for (const taxon of [key, ...parentKeys(key)]) {
    const listed = table.get(taxon)?.own?.here.get(country);
    const fix = listed === undefined ? null : rulingIn(listed, region);
    if (fix !== null) return fix;
  }
  return null;
}

/** In an unknown region (null) an allow for any region counts and a block for one does not, as in a release's lists. */
function rulingIn({ whole, regions }: OwnCountry, region: string | null): GeofenceFix | null {
  if (region !== null) return regions.get(region) ?? whole;
  for (const fix of regions.values()) if (fix.rule === 'allow') return fix;
  return whole;
}
