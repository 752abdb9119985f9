import type { TaxonomyLevel } from '../prediction';
import { ANIMAL, HUMAN, UNKNOWN } from '../special-labels';
import { KEY_PARTS } from '../taxon-key';

/** How many parts of a taxon's key name a taxon of this level. */
const DEPTHS: Readonly<Record<TaxonomyLevel, number>> = { class: 1, order: 2, family: 3, genus: 4, species: 5 };

/**
 * What a label counts as at a level: the key `class;order;family;genus;species` cut there, so that red fox is
 * `…;canidae;;` at family. A label that names less keeps its own, wider key. People, blank, vehicle and animal, and
 * texts without seven parts, stay what they are at every level: there the answer is the label itself.
 */
export function taxonAtLevel(label: string, level: TaxonomyLevel): string {
  const tokens = label.split(';');
  if (tokens.length !== 7 || tokens[1] === '' || label === HUMAN || label === UNKNOWN) return label;
  const depth = DEPTHS[level];
  return [...tokens.slice(1, 1 + depth), ...Array<string>(KEY_PARTS - depth).fill('')].join(';');
}

/**
 * True when a taxon, as `taxonAtLevel` names it, is a wider one that holds the other, as animal holds every taxon;
 * never for a taxon itself.
 */
export function isWiderTaxon(taxon: string, other: string): boolean {
  const [parts, others] = [taxon.split(';'), other.split(';')];
  if (taxon === other || others.length !== KEY_PARTS) return false;
  if (taxon === ANIMAL) return true;
  return parts.length === KEY_PARTS && parts.every((part, rank) => part === '' || part === others[rank]);
}
