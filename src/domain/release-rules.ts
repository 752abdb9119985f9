import { parseCountries, type CountryRegions } from './geofence';
import { expectObject, ParseError } from './parse-error';
import { compareCodePoints } from './python-text';

/** Rules of a release under construction: unlike a `GeofenceRule` they know an absent list (null) from an empty one. */
export interface ReleaseRule {
  readonly allow: CountryRegions | null;
  readonly block: CountryRegions | null;
}

/** Rules by key `class;order;family;genus;species`. The order is that in which they came up; a saved release is sorted. */
export type ReleaseRules = ReadonlyMap<string, ReleaseRule>;

/**
 * Reads a geofence base (speciesnet 5.0.4, load_geofence_base): allow lists of species. Throws ParseError for a higher
 * taxon, which is a key that ends with ";", and for an entry that is not exactly one allow list.
 */
export function parseGeofenceBase(json: unknown): ReleaseRules {
  const rules = new Map<string, ReleaseRule>();
  for (const [key, value] of Object.entries(expectObject(json, 'geofence base'))) {
    const where = `geofence base: ${key}`;
    if (key.endsWith(';')) throw new ParseError(where, 'a species', 'a higher taxon');
    const names = Object.keys(expectObject(value, where));
    if (names.join() !== 'allow') throw new ParseError(where, 'exactly "allow"', names.join(', ') || 'nothing');
    const { allow } = expectObject(value, where);
    rules.set(key, { allow: parseCountries(allow, `${where}: allow`), block: null });
  }
  return rules;
}

/** A release file's content. */
export type ReleaseJson = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>
>;

/** The rules as they stand in a file, in their order. Absent lists are left out. */
export function releaseJson(rules: ReleaseRules): ReleaseJson {
  return Object.fromEntries(
    [...rules].map(([key, { allow, block }]) => [
      key,
      {
        ...(allow === null ? {} : { allow: Object.fromEntries(allow) }),
        ...(block === null ? {} : { block: Object.fromEntries(block) }),
      },
    ]),
  );
}

/** The text of a release file: sorted at every depth, indent 4, ASCII (speciesnet 5.0.4, save_geofence). */
export function writeRelease(rules: ReleaseRules): string {
  const sorted = sortKeys(rules).map(([key, { allow, block }]): [string, ReleaseRule] => [
    key,
    { allow: allow && new Map(sortKeys(allow)), block: block && new Map(sortKeys(block)) },
  ]);
  const text = JSON.stringify(releaseJson(new Map(sorted)), null, 4);
  return text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function sortKeys<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([left], [right]) => compareCodePoints(left, right));
}
