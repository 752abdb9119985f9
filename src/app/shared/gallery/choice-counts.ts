import { FAILURE_ORDER, type Failure } from '../../../domain/failure';
import type { ImageKind } from '../images/image-answer';
import type { FilterPartName } from '../images/image-filter';
import { IMAGE_KINDS } from '../images/image-groups';
import { bitOf, type HeldBackBy } from './filter-images';
import { NAME_ORIGINS, type NameOrigin } from './image-facets';
import type { Column, ImageIndex } from './image-index';
import { REVIEW_STATES, type ReviewState } from './review-states';

/** Parts of 0 to 1 in the histograms of score and conf. */
export const SCORE_BINS = 25;

type Passes = (image: number) => boolean;

/** How many images each choice of a filter would show, with all the other filters as they are. */
export interface ChoiceCounts {
  readonly kinds: ReadonlyMap<ImageKind, number>;
  /** By key of a group node, at every height of the tree. */
  readonly groups: ReadonlyMap<string, number>;
  readonly origins: ReadonlyMap<NameOrigin, number>;
  readonly reviews: ReadonlyMap<ReviewState, number>;
  readonly failures: ReadonlyMap<Failure, number>;
  /** In the order of the survey. */
  readonly folders: ReadonlyMap<string, number>;
  /** By day, in order of time. */
  readonly days: ReadonlyMap<string, number>;
  /** By hour, 0 to 23. */
  readonly hours: readonly number[];
  /** In equal parts of 0 to 1. */
  readonly score: readonly number[];
  readonly conf: readonly number[];
  readonly several: number;
  readonly odd: number;
  /** Images without a detection above the limit that was asked for. */
  readonly noneAbove: number;
}

/** `limit` = the conf of the choice "no detection above". */
export function* countChoices(index: ImageIndex, heldBackBy: HeldBackBy, limit: number): Generator<void, ChoiceCounts> {
  const passesFor = (name: FilterPartName) => {
    const others = ~bitOf(name);
    return (image: number) => (heldBackBy[image]! & others) === 0;
  };
  const count = (name: FilterPartName, is: (image: number) => boolean) => {
    const passes = passesFor(name);
    let counted = 0;
    for (let image = 0; image < heldBackBy.length; image++) if (is(image) && passes(image)) counted += 1;
    return counted;
  };
  const kinds = countNumbers(index.kinds, passesFor('kinds'), IMAGE_KINDS.length);
  const hours = countNumbers(index.hours, passesFor('hours'), 24);
  yield;
  const origins = countBits(index.origins, passesFor('origins'), NAME_ORIGINS);
  const reviews = countBits(index.reviews, passesFor('reviews'), REVIEW_STATES);
  const failures = countBits(index.failures, passesFor('failures'), FAILURE_ORDER);
  yield;
  const score = countBins(index.scores, passesFor('score'));
  const conf = countBins(index.confs, passesFor('conf'));
  yield;
  const several = count('hasSeveral', (image) => index.species[image]! > 1);
  const odd = count('isOdd', (image) => index.odd[image] === 1);
  const noneAbove = count('noneAbove', (image) => index.confs[image]! <= limit);
  yield;
  const groups = new Map<string, number>();
  for (const [keys, count] of countColumn(index.groups, passesFor('groups'))) {
    for (const key of keys) groups.set(key, (groups.get(key) ?? 0) + count);
  }
  yield;
  const folders = countColumn(index.folders, passesFor('folders'));
  const days = countColumn(index.days, passesFor('days'));
  return {
    kinds: new Map(IMAGE_KINDS.map((kind, number) => [kind, kinds[number]!])),
    groups,
    origins,
    reviews,
    failures,
    folders,
    days,
    hours,
    score,
    conf,
    several,
    odd,
    noneAbove,
  };
}

/** By number; -1 is none. */
function countNumbers(column: Uint8Array | Int8Array, passes: Passes, values: number): readonly number[] {
  const counts = new Array<number>(values).fill(0);
  for (let image = 0; image < column.length; image++) {
    if (column[image]! >= 0 && passes(image)) counts[column[image]!]! += 1;
  }
  return counts;
}

/** Sets of words as bits: there are few different ones. */
function countBits<Word>(column: Uint8Array, passes: Passes, words: readonly Word[]): ReadonlyMap<Word, number> {
  const sets = countNumbers(column, passes, 2 ** words.length);
  return new Map(
    words.map((word, bit) => [
      word,
      sets.reduce((sum, count, set) => ((set & (1 << bit)) === 0 ? sum : sum + count), 0),
    ]),
  );
}

function countBins(column: Float64Array, passes: Passes): readonly number[] {
  const counts = new Array<number>(SCORE_BINS).fill(0);
  for (let image = 0; image < column.length; image++) {
    const value = column[image]!;
    if (Number.isNaN(value) || !passes(image)) continue;
    counts[Math.max(0, Math.min(SCORE_BINS - 1, Math.floor(value * SCORE_BINS)))]! += 1;
  }
  return counts;
}

/** Every value of the column, in its order, also those that no image would show. */
function countColumn<Value>({ values, of }: Column<Value>, passes: Passes): ReadonlyMap<Value, number> {
  const counts = new Uint32Array(values.length);
  for (let image = 0; image < of.length; image++) {
    const value = of[image]!;
    if (value !== -1 && passes(image)) counts[value]! += 1;
  }
  return new Map(values.map((value, number) => [value, counts[number]!]));
}
