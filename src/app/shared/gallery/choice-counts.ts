import type { Failure } from '../../../domain/failure';
import type { ImageKind } from '../images/describe-image';
import type { FilterPartName } from '../images/image-filter';
import { bitOf, type HeldBackBy } from './filter-images';
import type { NameOrigin } from './image-facets';
import type { Column, ImageIndex } from './image-index';

/** Parts of 0 to 1 in the histograms of score and conf. */
export const SCORE_BINS = 25;

/** Images looked at before the page may answer. */
const PIECE = 5000;

/** How many images each choice of a filter would show, with all the other filters as they are. */
export interface ChoiceCounts {
  readonly kinds: ReadonlyMap<ImageKind, number>;
  /** By key of a group node, at every height of the tree. */
  readonly groups: ReadonlyMap<string, number>;
  readonly origins: ReadonlyMap<NameOrigin, number>;
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
  const { images, facets } = index;
  const passesFor = (name: FilterPartName) => {
    const others = ~bitOf(name);
    return (image: number) => (heldBackBy[image]! & others) === 0;
  };
  const byKind = passesFor('kinds');
  const byOrigin = passesFor('origins');
  const byFailure = passesFor('failures');
  const byHour = passesFor('hours');
  const byScore = passesFor('score');
  const byConf = passesFor('conf');
  const bySeveral = passesFor('hasSeveral');
  const byOdd = passesFor('isOdd');
  const byNoneAbove = passesFor('noneAbove');

  const kinds = new Map<ImageKind, number>();
  const origins = new Map<NameOrigin, number>();
  const failures = new Map<Failure, number>();
  const hours = new Array<number>(24).fill(0);
  const score = new Array<number>(SCORE_BINS).fill(0);
  const conf = new Array<number>(SCORE_BINS).fill(0);
  let [several, odd, noneAbove] = [0, 0, 0];
  for (let image = 0; image < images.length; image++) {
    const [description, facet] = [images[image]!, facets[image]!];
    if (byKind(image)) add(kinds, description.kind);
    if (byOrigin(image)) for (const origin of facet.origins) add(origins, origin);
    if (facet.failures.length > 0 && byFailure(image)) for (const failure of facet.failures) add(failures, failure);
    if (facet.hour !== null && byHour(image)) hours[facet.hour]! += 1;
    if (description.score !== null && byScore(image)) score[binOf(description.score)]! += 1;
    if (facet.conf !== null && byConf(image)) conf[binOf(facet.conf)]! += 1;
    if (facet.species > 1 && bySeveral(image)) several += 1;
    if (index.odd[image] === 1 && byOdd(image)) odd += 1;
    if (facet.conf !== null && facet.conf <= limit && byNoneAbove(image)) noneAbove += 1;
    if (image % PIECE === PIECE - 1) yield;
  }
  const groups = new Map<string, number>();
  for (const [keys, count] of countColumn(index.groups, passesFor('groups'))) {
    for (const key of keys) groups.set(key, (groups.get(key) ?? 0) + count);
  }
  yield;
  const folders = countColumn(index.folders, passesFor('folders'));
  const days = countColumn(index.days, passesFor('days'));
  return { kinds, groups, origins, failures, folders, days, hours, score, conf, several, odd, noneAbove };
}

const binOf = (score: number) => Math.max(0, Math.min(SCORE_BINS - 1, Math.floor(score * SCORE_BINS)));

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Every value of the column, in its order, also those that no image would show. */
function countColumn<Value>(
  { values, of }: Column<Value>,
  passes: (image: number) => boolean,
): ReadonlyMap<Value, number> {
  const counts = new Uint32Array(values.length);
  for (let image = 0; image < of.length; image++) {
    const value = of[image]!;
    if (value !== -1 && passes(image)) counts[value]! += 1;
  }
  return new Map(values.map((value, number) => [value, counts[number]!]));
}
