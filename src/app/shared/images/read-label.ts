import { createLabelNames, type LabelNames } from '../../../domain/labels/label-names';
import { isOwnLabelId } from '../../../domain/labels/own-label';
import type { RollupLevel } from '../../../domain/prediction';

/** What a label line means to a person. `waiting` and `failed` are states of an image, not of a label. */
export type LabelKind = 'animal' | 'human' | 'vehicle' | 'blank' | 'unknown';

export interface LabelWords {
  readonly kind: LabelKind;
  /** Class, order, family, genus, species; empty strings where the label names a higher group. */
  readonly taxa: readonly [string, string, string, string, string];
  /** First letter raised; empty when the line has no common name. */
  readonly commonName: string;
  /** Latin name of the lowest named level: "Puma concolor", "Ursidae"; empty for blank, vehicle, animal, unknown. */
  readonly scientificName: string;
  readonly level: RollupLevel | null;
  /** Id of a person's own label; null for every other. */
  readonly ownId: string | null;
  /** The common name is the person's: of an own label, or of a table of names. */
  readonly isNamedByPerson: boolean;
}

const LEVELS = ['class', 'order', 'family', 'genus', 'species'] as const;
const known = new Map<string, LabelWords>();
let naming: LabelNames = createLabelNames([], []);

/** From now on labels are called so. Whatever was made of their words before is to be made anew: see `currentNaming`. */
export function nameLabels(names: LabelNames): void {
  naming = names;
  known.clear();
}

/** Another object after each change of names: what remembers words compares it. */
export const currentNaming = (): LabelNames => naming;

/** Reads `uuid;class;order;family;genus;species;common name`. Remembered: there are at most a few thousand. */
export function readLabel(line: string): LabelWords {
  const found = known.get(line);
  if (found !== undefined) return found;
  const words = nameByPerson(parse(naming.currentLine(line)), line);
  known.set(line, words);
  return words;
}

function nameByPerson(words: Omit<LabelWords, 'ownId' | 'isNamedByPerson'>, line: string): LabelWords {
  const id = line.slice(0, Math.max(0, line.indexOf(';')));
  const ownId = isOwnLabelId(id) ? id : null;
  const name = naming.nameOf(line);
  if (name === null) return { ...words, ownId, isNamedByPerson: ownId !== null };
  return { ...words, commonName: raiseFirst(name), ownId, isNamedByPerson: true };
}

function parse(line: string): Omit<LabelWords, 'ownId' | 'isNamedByPerson'> {
  const [, taxClass = '', order = '', family = '', genus = '', species = '', commonName = ''] = line.split(';');
  if (commonName === 'no cv result' || taxClass === 'no cv result') {
    return { kind: 'unknown', taxa: ['', '', '', '', ''], commonName: '', scientificName: '', level: null };
  }
  const taxa = [taxClass, order, family, genus, species] as const;
  const lowest = taxa.findLastIndex((name) => name !== '');
  return {
    kind: kindOf(taxa, commonName),
    taxa,
    commonName: raiseFirst(commonName),
    scientificName: raiseFirst(lowest === 4 ? `${genus} ${species}` : (taxa[lowest] ?? '')),
    level: lowest === -1 ? (commonName === 'animal' ? 'kingdom' : null) : LEVELS[lowest]!,
  };
}

/** The genus roll-up of "human" is another label line, but still a person. */
function kindOf(taxa: LabelWords['taxa'], commonName: string): LabelKind {
  if (taxa[3] === 'homo') return 'human';
  if (taxa.some((name) => name !== '')) return 'animal';
  // Result files of other programs name classes without their taxa; what is none of these words is an animal.
  return commonName === '' ? 'unknown' : (NOT_ANIMALS.get(commonName.toLowerCase()) ?? 'animal');
}

const NOT_ANIMALS: ReadonlyMap<string, LabelKind> = new Map([
  ['blank', 'blank'],
  ['empty', 'blank'],
  ['vehicle', 'vehicle'],
  ['human', 'human'],
  ['person', 'human'],
  ['unknown', 'unknown'],
]);

function raiseFirst(text: string): string {
  const first = text.slice(0, 1);
  return first === '' ? '' : first.toLocaleUpperCase() + text.slice(1);
}
