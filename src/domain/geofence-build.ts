import type { CountryRegions } from './geofence';
import { parseGeofenceFixes, type GeofenceFix } from './geofence-fixes';
import { propagateRules } from './geofence-propagation';
import { validateRelease } from './geofence-validation';
import { ParseError } from './parse-error';
import { compareCodePoints } from './python-text';
import { parseGeofenceBase, type ReleaseRules } from './release-rules';
import { labelTaxa, releaseTaxa } from './release-taxa';

/** What a release is built from: the contents of four files. */
export interface ReleaseSources {
  /** Parsed JSON: where species live. */
  readonly base: unknown;
  /** CSV text: corrections, for higher taxa too. */
  readonly fixes: string;
  /** Lines of the label list. */
  readonly labels: readonly string[];
  /** Text of the taxonomy file. */
  readonly taxonomy: string;
}

/**
 * Builds a geofence release as the reference does (speciesnet 5.0.4, build_geofence_release): base, fixes, propagation,
 * trim, with its quirks, so that the same files give the same release. Throws ParseError where the reference stops.
 */
export function buildRelease({ base, fixes, labels, taxonomy }: ReleaseSources): ReleaseRules {
  const species = parseGeofenceBase(base);
  validateRelease(species);
  const fixed = fixBase(species, parseGeofenceFixes(fixes), releaseTaxa(taxonomy));
  const release = trimToTaxa(propagateRules(fixed, labelTaxa(labels)), labelTaxa(labels));
  validateRelease(release);
  return release;
}

/**
 * The base with its fixes, in their order (speciesnet 5.0.4, fix_geofence_base). An allow counts only for a taxon that has
 * an allow list. A list of regions grows; a rule for the whole country does not widen it, in either list. Throws ParseError
 * for a taxon that is not among `taxa`.
 */
export function fixBase(base: ReleaseRules, fixes: readonly GeofenceFix[], taxa: ReadonlySet<string>): ReleaseRules {
  const fixed = new Map(base);
  fixes.forEach((fix, index) => {
    if (!taxa.has(fix.taxon)) {
      throw new ParseError(`geofence fixes: rule ${index + 1}`, 'a taxon of the taxonomy', `"${fix.taxon}"`);
    }
    const { allow, block } = fixed.get(fix.taxon) ?? { allow: null, block: null };
    if (fix.rule === 'block') fixed.set(fix.taxon, { allow, block: withPlace(block ?? new Map(), fix) });
    else if (allow !== null) fixed.set(fix.taxon, { allow: withPlace(allow, fix), block });
  });
  return fixed;
}

/** The rules whose taxa are wanted (speciesnet 5.0.4, trim_to_supported_labels). */
export function trimToTaxa(rules: ReleaseRules, taxa: ReadonlySet<string>): ReleaseRules {
  return new Map([...rules].filter(([key]) => taxa.has(key)));
}

function withPlace(list: CountryRegions, { country, admin1Region }: GeofenceFix): CountryRegions {
  const regions = list.get(country);
  if (regions === undefined) return new Map(list).set(country, admin1Region === null ? [] : [admin1Region]);
  if (admin1Region === null || regions.length === 0) return list;
  return new Map(list).set(country, [...new Set([...regions, admin1Region])].sort(compareCodePoints));
}
