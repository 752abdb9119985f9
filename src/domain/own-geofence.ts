import { createFenceReasons, type Fence, type GeofenceRule, type GeofenceTable } from './geofence';
import { settleFixes, type GeofenceFix } from './geofence-fixes';
import { fullClassKey } from './label';
import { ownRuling, type OwnCountry, type OwnRules } from './own-ruling';
import { effectiveRegion, isGiven } from './place';
import type { Place } from './survey';
import { parentKeys } from './taxon-key';
import type { Taxonomy } from './taxonomy';

const NO_COUNTRIES: GeofenceRule['allow'] = new Map();

/**
 * A release's geofence with a person's own list over it. The own list comes first; where it says nothing, the release
 * decides as before. Unlike the reference's fixes, which are built into a release, where a block always wins, it means
 * what it says:
 *
 * - `allow` a taxon: it and everything in it pass there, and so do the taxa above it, whatever the release says. It
 *   restricts nothing elsewhere.
 * - `block` a taxon: it and everything in it are stopped there. By rank: a genus stops its species, and no other genus
 *   whose name begins alike.
 * - The rule for the nearest taxon wins: "block the cat family, allow the leopard" stops all cats but the leopard, in any
 *   order. The family itself passes, because what is a leopard is a cat.
 * - For the same taxon the later rule wins; one for a whole country takes back earlier ones for its regions.
 * - A rule for a region says nothing of other regions. Where the survey's region is unknown, an allow for a region counts
 *   and a block does not, as in a release.
 *
 * `table` is a release's, without own rules, and stays as it is; the new table shares all rules that the list does not
 * touch. Rules are kept at the taxa that they name, so taxa without an entry in the release obey them too.
 */
export function applyOwnRules(table: GeofenceTable, fixes: readonly GeofenceFix[]): GeofenceTable {
  if (fixes.length === 0) return table;
  const byTaxon = groupFixes(settleFixes(fixes));
  const below = new Map<string, Map<string, OwnCountry[]>>();
  for (const [taxon, countries] of byTaxon) {
    for (const parent of parentKeys(taxon)) collectAllows(countries, below, parent);
  }
  const applied = new Map(table);
  for (const taxon of new Set([...byTaxon.keys(), ...below.keys()])) {
    const own: OwnRules = { here: byTaxon.get(taxon) ?? new Map(), below: below.get(taxon) ?? new Map() };
    const { allow, block } = table.get(taxon) ?? { allow: NO_COUNTRIES, block: NO_COUNTRIES };
    applied.set(taxon, { allow, block, own });
  }
  return applied;
}

/** The release's table again, as it was before `applyOwnRules`; that costs a pass over all its rules. */
export function withoutOwnRules(table: GeofenceTable): GeofenceTable {
  const release = new Map<string, GeofenceRule>();
  for (const [taxon, { allow, block, own }] of table) {
    // A rule that restricts nothing is the same as none: it was made for the own list.
    if (own === undefined || allow.size > 0 || block.size > 0) release.set(taxon, { allow, block });
  }
  return release;
}

interface GrowingCountry extends OwnCountry {
  whole: GeofenceFix | null;
  readonly regions: Map<string, GeofenceFix>;
}

/** Settled rules by taxon and country: a rule for the whole country stands before those for its regions. */
function groupFixes(fixes: readonly GeofenceFix[]): ReadonlyMap<string, ReadonlyMap<string, OwnCountry>> {
  const byTaxon = new Map<string, Map<string, GrowingCountry>>();
  for (const fix of fixes) {
    const countries = entryOf(byTaxon, fix.taxon, () => new Map<string, GrowingCountry>());
    const listed = entryOf(countries, fix.country, () => ({ whole: null, regions: new Map<string, GeofenceFix>() }));
    if (fix.admin1Region === null) listed.whole = fix;
    else listed.regions.set(fix.admin1Region, fix);
  }
  return byTaxon;
}

function collectAllows(
  countries: ReadonlyMap<string, OwnCountry>,
  below: Map<string, Map<string, OwnCountry[]>>,
  parent: string,
): void {
  for (const [country, listed] of countries) {
    const isAllowed = [listed.whole, ...listed.regions.values()].some((fix) => fix?.rule === 'allow');
    if (!isAllowed) continue;
    const collected = entryOf(below, parent, () => new Map<string, OwnCountry[]>());
    entryOf(collected, country, () => []).push(listed);
  }
}

function entryOf<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

/** A rule that should not be used, with its place in the list (from 0). */
export interface FixProblem {
  readonly index: number;
  readonly fix: GeofenceFix;
  /** The package knows no such taxon, or a code does not look like one: 3 capitals for a country, 2 for a US state. */
  readonly problem: 'unknown-taxon' | 'country-code' | 'region-code';
}

/** The rules of a list that this package cannot use, in their order; a rule with two problems is named twice. */
export function checkFixes(fixes: readonly GeofenceFix[], taxonomy: Taxonomy): readonly FixProblem[] {
  return fixes.flatMap((fix, index) => {
    const problems: FixProblem['problem'][] = [];
    const isNamed = !fix.taxon.startsWith(';'); // the taxonomy's ";;;;" is every animal
    if (!isNamed || !taxonomy.labels.has(fix.taxon)) problems.push('unknown-taxon');
    if (!/^[A-Z]{3}$/.test(fix.country)) problems.push('country-code');
    if (fix.admin1Region !== null && !/^[A-Z]{2}$/.test(fix.admin1Region)) problems.push('region-code');
    return problems.map((problem) => ({ index, fix, problem }));
  });
}

/** A label that an own list opens or stops at a place. */
export interface GeofenceChange {
  readonly label: string;
  /** Why it was fenced out by the release; null = it passed. */
  readonly before: Fence | null;
  /** Why it is fenced out with the own list; null = it passes. */
  readonly after: Fence | null;
  /** The own rule that makes the difference. */
  readonly fix: GeofenceFix;
}

/** Which labels an own list opens or stops at a place, in the order of the labels. Without a country none. */
export function diffGeofence(
  table: GeofenceTable,
  fixes: readonly GeofenceFix[],
  labels: readonly string[],
  place: Place,
): readonly GeofenceChange[] {
  const { country } = place;
  if (!isGiven(country)) return [];
  const region = effectiveRegion(place);
  const applied = applyOwnRules(table, fixes);
  const reasonBefore = createFenceReasons(table, place, true);
  const reasonAfter = createFenceReasons(applied, place, true);
  return labels.flatMap((label) => {
    const fix = ownRuling(applied, fullClassKey(label), country, region);
    if (fix === null) return [];
    const before = reasonBefore(label);
    const after = reasonAfter(label);
    return (before === null) === (after === null) ? [] : [{ label, before, after, fix }];
  });
}
