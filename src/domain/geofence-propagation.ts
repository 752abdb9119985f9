import type { CountryRegions } from './geofence';
import { compareCodePoints } from './python-text';
import type { ReleaseRule, ReleaseRules } from './release-rules';
import { KEY_PARTS, parentKeys } from './taxon-key';

const NO_COUNTRIES: CountryRegions = new Map();

/**
 * Allow lists go up, blocks go down (speciesnet 5.0.4, propagate_rules). `taxa` = those of the label list and all above
 * them. The order of the result is that of the reference.
 *
 * Its quirks are part of the result: a rule for a higher taxon replaces what had come up to it before; a block goes to
 * every key that contains the blocked one as text, so that the genus `buteo` blocks `buteogallus` too; a taxon that a block
 * comes down to loses its allow list; and `[]`, the whole country, gives way to a list of regions.
 */
export function propagateRules(fixed: ReleaseRules, taxa: ReadonlySet<string>): ReleaseRules {
  const rules = allowUpwards(fixed);
  for (const [key, blocked] of blocksFromAbove(fixed, taxa)) {
    const own = rules.get(key)?.block ?? null;
    const allow = own === null ? null : (rules.get(key)?.allow ?? null);
    rules.set(key, { allow, block: mergeCountries(own ?? NO_COUNTRIES, blocked) });
  }
  return rules;
}

/** Regions stay behind: what lives in one state may be reported in all the country as a genus. */
function allowUpwards(fixed: ReleaseRules): Map<string, ReleaseRule> {
  const rules = new Map<string, ReleaseRule>();
  for (const [key, rule] of fixed) {
    rules.set(key, rule);
    for (const parent of prefixKeys(key)) {
      const { allow, block } = rules.get(parent) ?? { allow: NO_COUNTRIES, block: null };
      // A parent without an allow list comes from the fixes, which stand behind all species.
      rules.set(parent, { allow: allow && withCountries(allow, rule.allow ?? NO_COUNTRIES), block });
    }
  }
  return rules;
}

/** All four keys above species, the widest first, also where the key itself is one of them. */
function prefixKeys(key: string): readonly string[] {
  const parts = key.split(';');
  return [1, 2, 3, 4].map((depth) => parts.slice(0, depth).join(';') + ';'.repeat(KEY_PARTS - depth));
}

function withCountries(allow: CountryRegions, others: CountryRegions): CountryRegions {
  const countries = new Map(allow);
  for (const country of others.keys()) if (!countries.has(country)) countries.set(country, []);
  return countries;
}

/** What comes down to each key, by key in the order of code points; only keys to which something comes. */
function blocksFromAbove(fixed: ReleaseRules, taxa: ReadonlySet<string>): ReadonlyMap<string, CountryRegions> {
  const blocks = [...fixed].flatMap(([taxon, { block }]) =>
    block === null || block.size === 0 ? [] : [{ taxon, text: taxon.replace(/;+$/, ''), block }],
  );
  const listed = new Set([...taxa, ...fixed.keys()]);
  for (const key of [...listed]) for (const parent of parentKeys(key)) listed.add(parent);
  const collected = new Map<string, CountryRegions>();
  for (const key of [...listed].sort(compareCodePoints)) {
    for (const { taxon, text, block } of blocks) {
      if (taxon === key || !key.includes(text)) continue;
      collected.set(key, mergeCountries(collected.get(key) ?? NO_COUNTRIES, block));
    }
  }
  return collected;
}

function mergeCountries(target: CountryRegions, source: CountryRegions): CountryRegions {
  const merged = new Map(target);
  for (const [country, regions] of source)
    merged.set(country, [...new Set([...(merged.get(country) ?? []), ...regions])]);
  return merged;
}
