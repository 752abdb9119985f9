import type { TaxonomyLevel } from '../prediction';
import { measureKappa } from './measure-kappa';
import { isWiderTaxon, taxonAtLevel } from './taxon-at-level';

/** What both said of one image, each a whole label. */
export interface JudgedImage {
  readonly machine: string;
  readonly human: string;
}

/** A row and column of the table. */
export interface AgreementTaxon {
  /** As `taxonAtLevel` names it. */
  readonly taxon: string;
  /** The first label that counted as it, for a name when no taxonomy has one for the taxon. */
  readonly label: string;
  /** How many images each of them called so, and how many both. */
  readonly machine: number;
  readonly human: number;
  readonly both: number;
  /** both / machine: of what the machine called so, the part that is; null when it called nothing so. */
  readonly precision: number | null;
  /** both / human: of what is so, the part that the machine called so; null when the person called nothing so. */
  readonly recall: number | null;
}

/** A cell of the table that is not empty. */
export interface AgreementCell {
  /** Numbers of taxa in `Agreement.taxa`. */
  readonly machine: number;
  readonly human: number;
  /** `wider`: the machine's taxon holds the person's; `narrower`: the other way round. Neither counts as agreeing. */
  readonly relation: 'same' | 'wider' | 'narrower' | 'other';
  /** Places of the images in the list given, in its order. */
  readonly images: readonly number[];
}

/** Machine and person compared. */
export interface Agreement {
  readonly images: number;
  readonly agreed: number;
  /** Agreed of all images, 0 to 1; null without images. */
  readonly share: number | null;
  /** Cohen's kappa, −1 to 1; null where it has no value (see `measureKappa`). */
  readonly kappa: number | null;
  /** By how many images either called so, most first; equal ones in the order of appearance. */
  readonly taxa: readonly AgreementTaxon[];
  /** By the machine's taxon, then by the person's. */
  readonly cells: readonly AgreementCell[];
}

interface Tally {
  readonly taxon: string;
  readonly label: string;
  machine: number;
  human: number;
  both: number;
}

interface OpenCell {
  readonly machine: Tally;
  readonly human: Tally;
  readonly images: number[];
}

/**
 * Compares machine and person at a level of the taxonomy (the confusion matrix, with precision and recall: Powers 2011,
 * J. Mach. Learn. Tech. 2:37), giving way in between. The person is taken to be right.
 */
export function* findAgreement(images: Iterable<JudgedImage>, level: TaxonomyLevel): Generator<void, Agreement> {
  const tallies = new Map<string, Tally>();
  const open = new Map<string, OpenCell>();
  let index = 0;
  for (const image of images) {
    const machine = tallyOf(tallies, image.machine, level);
    const human = tallyOf(tallies, image.human, level);
    machine.machine++;
    human.human++;
    if (machine === human) machine.both++;
    const place = `${machine.taxon}\n${human.taxon}`;
    const cell = open.get(place);
    if (cell === undefined) open.set(place, { machine, human, images: [index] });
    else cell.images.push(index);
    index++;
    yield;
  }
  const ranked = [...tallies.values()].sort((one, other) => weightOf(other) - weightOf(one));
  const agreed = ranked.reduce((sum, { both }) => sum + both, 0);
  return {
    images: index,
    agreed,
    share: index === 0 ? null : agreed / index,
    kappa: measureKappa(ranked),
    taxa: ranked.map(closeTally),
    cells: closeCells([...open.values()], new Map(ranked.map((tally, number) => [tally, number]))),
  };
}

function tallyOf(tallies: Map<string, Tally>, label: string, level: TaxonomyLevel): Tally {
  const taxon = taxonAtLevel(label, level);
  let tally = tallies.get(taxon);
  if (tally === undefined) tallies.set(taxon, (tally = { taxon, label, machine: 0, human: 0, both: 0 }));
  return tally;
}

function weightOf({ machine, human, both }: Tally): number {
  return machine + human - both;
}

function closeTally(tally: Tally): AgreementTaxon {
  const { machine, human, both } = tally;
  return {
    ...tally,
    precision: machine === 0 ? null : both / machine,
    recall: human === 0 ? null : both / human,
  };
}

function closeCells(open: readonly OpenCell[], numbers: ReadonlyMap<Tally, number>): readonly AgreementCell[] {
  return open
    .map(({ machine, human, images }) => ({
      machine: numbers.get(machine)!,
      human: numbers.get(human)!,
      relation: relationOf(machine.taxon, human.taxon),
      images,
    }))
    .sort((one, other) => one.machine - other.machine || one.human - other.human);
}

function relationOf(machine: string, human: string): AgreementCell['relation'] {
  if (machine === human) return 'same';
  if (isWiderTaxon(machine, human)) return 'wider';
  return isWiderTaxon(human, machine) ? 'narrower' : 'other';
}
