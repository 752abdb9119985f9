import { fullClassKey, splitLabel } from './label';
import { requireSevenParts } from './label-list';
import { ParseError } from './parse-error';
import type { RollupLevel } from './prediction';
import { strippedLines } from './python-text';
import type { Ancestors } from './rollup';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from './special-labels';

/** Taxa by key `class;order;family;genus;species`, in the file's order. */
export interface Taxonomy {
  readonly labels: ReadonlyMap<string, string>;
}

/** How many tokens of a label, uuid not counted, name a taxon of this level. */
const TOKENS: Readonly<Record<RollupLevel, number>> = {
  kingdom: 0,
  class: 1,
  order: 2,
  family: 3,
  genus: 4,
  species: 5,
};

/**
 * Builds the taxonomy map from a taxonomy file (speciesnet 5.0.4, _load_taxonomy_from_file). As there, lines are not
 * checked: see `checkTaxonomy`. Later duplicates overwrite the label but keep the place. Blank, vehicle and unknown
 * leave the map; then human and animal are set, animal under the key `;;;;` that blank and vehicle shared.
 */
export function parseTaxonomy(text: string): Taxonomy {
  const labels = new Map<string, string>();
  for (const line of strippedLines(text)) labels.set(line.split(';').slice(1, 6).join(';'), line);
  for (const label of [BLANK, VEHICLE, UNKNOWN]) labels.delete(fullClassKey(label));
  for (const label of [HUMAN, ANIMAL]) labels.set(fullClassKey(label), label);
  return { labels };
}

/** Stricter than the reference, for packages on arrival: throws a ParseError that names the first line without 7 parts. */
export function checkTaxonomy(text: string): void {
  const lines = strippedLines(text);
  lines.forEach((line, index) => {
    if (line !== '') requireSevenParts(line, `taxonomy: line ${index + 1}`);
  });
  if (lines.every((line) => line === '')) throw new ParseError('taxonomy', 'at least one taxon', 'none');
}

/**
 * The taxonomy's label for the taxon of that level to which a label belongs, or null (speciesnet 5.0.4,
 * get_ancestor_at_level). A label already at that level gives the map's label for it, whose uuid may differ. `kingdom`
 * is ANIMAL for everything with a class, and for ANIMAL itself. Throws ParseError unless the label has seven parts.
 */
export function ancestorOf(taxonomy: Taxonomy, label: string, level: RollupLevel): string | null {
  const tokens = splitLabel(label);
  const count = TOKENS[level];
  const isNamed = level === 'kingdom' ? tokens[1] !== '' || label === ANIMAL : tokens[count] !== '';
  if (!isNamed) return null;
  const key = [...tokens.slice(1, 1 + count), ...Array<string>(5 - count).fill('')].join(';');
  return taxonomy.labels.get(key) ?? null;
}

/** The ancestors of a label at all levels: see ancestorOf. */
export function ancestorsOf(taxonomy: Taxonomy, label: string): Ancestors {
  return {
    species: ancestorOf(taxonomy, label, 'species'),
    genus: ancestorOf(taxonomy, label, 'genus'),
    family: ancestorOf(taxonomy, label, 'family'),
    order: ancestorOf(taxonomy, label, 'order'),
    class: ancestorOf(taxonomy, label, 'class'),
    kingdom: ancestorOf(taxonomy, label, 'kingdom'),
  };
}
