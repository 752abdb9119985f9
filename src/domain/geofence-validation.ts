import { reasonOfRule, type CountryRegions } from './geofence';
import { ParseError } from './parse-error';
import type { ReleaseRule, ReleaseRules } from './release-rules';
import { hasGap, KEY_PARTS, parentKeys } from './taxon-key';

/**
 * Whether a release's rules agree with each other (speciesnet 5.0.4, validate_geofence). Throws ParseError for a species
 * without its genus, a key without five parts, and for a taxon that is allowed at a place where one above it is not: such a
 * taxon could be named but not rolled up. Answers false for a country code that has not three characters, of which the
 * reference says so and goes on.
 */
export function validateRelease(rules: ReleaseRules): boolean {
  for (const [taxon, { allow, block }] of rules) {
    if (hasGap(taxon)) throw new ParseError(`geofence: ${taxon}`, 'no empty rank above a named one', 'one');
    for (const country of [...(allow?.keys() ?? []), ...(block?.keys() ?? [])]) {
      if (!/^.{3}$/su.test(country)) return false;
    }
  }
  for (const [taxon, rule] of rules) {
    if (rule.allow !== null) checkParents(taxon, rule.allow, rules);
  }
  return true;
}

function checkParents(taxon: string, allow: CountryRegions, rules: ReleaseRules): void {
  if (taxon.split(';').length !== KEY_PARTS) {
    throw new ParseError(`geofence: ${taxon}`, 'a key of 5 parts separated by ";"', `"${taxon}"`);
  }
  const parents = parentKeys(taxon);
  for (const [country, listed] of allow) {
    for (const region of listed.length === 0 ? [null] : listed) {
      if (!isAllowed(rules.get(taxon), country, region)) continue;
      const stopped = parents.find((parent) => !isAllowed(rules.get(parent), country, region));
      if (stopped === undefined) continue;
      const place = region === null ? country : `${country} ${region}`;
      throw new ParseError(`geofence: ${taxon}`, `"${stopped}" allowed in ${place} too`, 'it fenced out');
    }
  }
}

const NO_COUNTRIES: CountryRegions = new Map();

function isAllowed(rule: ReleaseRule | undefined, country: string, region: string | null): boolean {
  if (rule === undefined) return true;
  return (
    reasonOfRule({ allow: rule.allow ?? NO_COUNTRIES, block: rule.block ?? NO_COUNTRIES }, country, region) === null
  );
}
