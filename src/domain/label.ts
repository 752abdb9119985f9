import { ParseError } from './parse-error';

/** The seven parts of a label line: `uuid;class;order;family;genus;species;common name`. */
export interface LabelParts {
  readonly uuid: string;
  readonly class: string;
  readonly order: string;
  readonly family: string;
  readonly genus: string;
  readonly species: string;
  readonly commonName: string;
}

const PART_COUNT = 7;

/** Splits a label into its seven tokens, uuid first. Throws ParseError for any other number of tokens. */
export function splitLabel(label: string): readonly string[] {
  const tokens = label.split(';');
  if (tokens.length !== PART_COUNT) {
    throw new ParseError(`label "${label}"`, '7 parts separated by ";"', String(tokens.length));
  }
  return tokens;
}

/** The parts of a label by name. Throws ParseError unless there are seven. */
export function parseLabel(label: string): LabelParts {
  const [uuid, taxClass, order, family, genus, species, commonName] = splitLabel(label) as [
    ...[string, string, string, string, string, string, string],
  ];
  return { uuid, class: taxClass, order, family, genus, species, commonName };
}

/**
 * `class;order;family;genus;species`: the key of taxonomy and geofence tables (speciesnet 5.0.4, get_full_class_string).
 * Throws ParseError unless the label has seven parts.
 */
export function fullClassKey(label: string): string {
  return splitLabel(label).slice(1, 6).join(';');
}

/** The last part, for people; without one, the scientific name. Also takes text that is no label: then all of it. */
export function commonNameOf(label: string): string {
  const name = label.slice(label.lastIndexOf(';') + 1);
  return name === '' ? scientificNameOf(label) : name;
}

/** Genus and species, or the lowest rank that is named; empty for blank, vehicle and animal. */
export function scientificNameOf(label: string): string {
  const [, taxClass = '', order = '', family = '', genus = '', species = ''] = label.split(';');
  if (genus !== '') return species === '' ? genus : `${genus} ${species}`;
  return family || order || taxClass;
}
