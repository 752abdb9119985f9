import { expectText, ParseError } from '../parse-error';
import { ANIMAL, BLANK, UNKNOWN, VEHICLE } from '../special-labels';

/** How far down a description names its taxon; 0 = not at all (megadetector 10.0.24, taxonomy_level_index). */
export type Rank = 0 | 3 | 4 | 5 | 6 | 7 | 8;

/** The rank of a family. */
export const FAMILY: Rank = 5;

/** The taxon of a class, from its description. */
export interface DescribedTaxon {
  /** `class;order;family;genus;species` without the semicolons at both ends; empty for animal, blank and vehicle. */
  readonly text: string;
  /** The five names, class first; empty where there is none. */
  readonly names: readonly string[];
  readonly rank: Rank;
  /** The common name; null for a description of five parts, which has none. */
  readonly commonName: string | null;
}

/** The taxa of a file's classes by class id. */
export type DescribedTaxa = ReadonlyMap<string, DescribedTaxon>;

const NAMES = { from: 1, to: 6 } as const;
const NOT_TAXA: ReadonlySet<string> = new Set(
  [BLANK, UNKNOWN, ANIMAL, VEHICLE].flatMap((label) => [label, namesOf(label).join(';')]),
);
const WHERE = 'classification_category_descriptions';

/**
 * Reads `classification_category_descriptions`: labels of seven parts, or the five names alone, in lower case; of several
 * joined by `|` the first (megadetector 10.0.24, clean_taxonomy_string). Throws ParseError for anything else, also for a
 * class that no image has.
 */
export function parseDescribedTaxa(descriptions: Readonly<Record<string, string>>): DescribedTaxa {
  return new Map(Object.entries(descriptions).map(([id, text]) => [id, parseDescription(text, `${WHERE}["${id}"]`)]));
}

/** The taxon of a class. Throws ParseError when it has no description. */
export function taxonOf(taxa: DescribedTaxa, classId: string): DescribedTaxon {
  const taxon = taxa.get(classId);
  if (taxon === undefined) throw new ParseError(`${WHERE}["${classId}"]`, 'a description', 'nothing');
  return taxon;
}

/** The same, where the reference demands a description of seven parts. Throws ParseError for one of five. */
export function fullTaxonOf(taxa: DescribedTaxa, classId: string): DescribedTaxon & { readonly commonName: string } {
  const taxon = taxonOf(taxa, classId);
  if (hasCommonName(taxon)) return taxon;
  throw new ParseError(`${WHERE}["${classId}"]`, '7 parts separated by ";"', '5');
}

/** True for a taxon and its ancestors as the reference sees them: a substring of its text (see `AncestorTest`). */
export function isInText(taxon: DescribedTaxon, other: DescribedTaxon): boolean {
  return other.text.includes(taxon.text);
}

/** True when `other` is the same taxon or a descendant: every rank that `taxon` names is the same. */
export function isInRanks(taxon: DescribedTaxon, other: DescribedTaxon): boolean {
  return taxon.names.every((name, rank) => name === '' || name === other.names[rank]);
}

function hasCommonName(taxon: DescribedTaxon): taxon is DescribedTaxon & { readonly commonName: string } {
  return taxon.commonName !== null;
}

function parseDescription(value: unknown, where: string): DescribedTaxon {
  const [text = ''] = expectText(value, where).split('|');
  const parts = text.split(';');
  if (parts.length !== 5 && parts.length !== 7) {
    throw new ParseError(where, '5 or 7 parts separated by ";"', String(parts.length));
  }
  if (text !== text.toLowerCase()) throw new ParseError(where, 'lower case', `"${text}"`);
  const names = namesOf(text);
  return {
    text: names.join(';').replace(/^;+|;+$/g, ''),
    names,
    rank: NOT_TAXA.has(text) ? 0 : rankOf(names),
    commonName: parts.length === 7 ? parts[6]! : null,
  };
}

function namesOf(description: string): readonly string[] {
  const parts = description.split(';');
  return parts.length === 5 ? parts : parts.slice(NAMES.from, NAMES.to);
}

/** A subspecies is a species of two words. */
function rankOf([taxClass = '', order = '', family = '', genus = '', species = '']: readonly string[]): Rank {
  if (taxClass === '') return 0;
  if (order === '') return 3;
  if (family === '') return 4;
  if (genus === '') return FAMILY;
  if (species === '') return 6;
  return species.includes(' ') ? 8 : 7;
}
