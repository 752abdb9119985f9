import { isNamed } from '../images/image-answer';
import { IMAGE_KINDS } from '../images/image-groups';
import { numberEvents, type ImageIndex, type IndexSource } from './image-index';
import { dateOf, rowOf } from './index-row';
import { oddImages, oddImagesAgain } from './odd-images';
import { changeColumn, changeNumbers } from './update-column';

/** Images described anew before the page may answer. */
const PIECE = 500;
/** From this share of the images on, all of them are numbered anew: that costs no more. */
const MOST = 0.5;

/** An index in which only what changed was made anew; it is equal to one that is made of nothing. */
export interface IndexUpdate {
  readonly index: ImageIndex;
  /** Numbers of the images of which anything is otherwise; their event may be as well: see `areEventsOther`. */
  readonly changed: readonly number[];
  readonly areEventsOther: boolean;
}

/**
 * The numbers of the images that are other objects now; null when images came or went, or so many are others that nothing is gained.
 */
export function changedImages(before: IndexSource['images'], after: IndexSource['images']): readonly number[] | null {
  if (before.length !== after.length) return null;
  const changed: number[] = [];
  for (let number = 0; number < after.length; number++) {
    if (before[number] === after[number]) continue;
    if (before[number]!.filepath !== after[number]!.filepath || changed.length >= MOST * after.length) return null;
    changed.push(number);
  }
  return changed;
}

/** The index after these images, or the events, became others, in pieces; whole columns that stay are the same objects. */
export function* updateIndex(
  before: ImageIndex,
  { images, labels, found }: IndexSource,
  changed: readonly number[],
): Generator<void, IndexUpdate> {
  const numbers = {
    kinds: changeNumbers(before.kinds),
    scores: changeNumbers(before.scores),
    confs: changeNumbers(before.confs),
    uncertainties: changeNumbers(before.uncertainties),
    seconds: changeNumbers(before.seconds),
    origins: changeNumbers(before.origins),
    failures: changeNumbers(before.failures),
    species: changeNumbers(before.species),
    reviews: changeNumbers(before.reviews),
    hours: changeNumbers(before.hours),
  };
  const names = Object.keys(numbers) as (keyof typeof numbers)[];
  const called = changeColumn(before.names);
  const groups = changeColumn(before.groups);
  const leaves = changeColumn(before.leaves);
  const days = changeColumn(before.days, (one, other) => (one < other ? -1 : 1));
  yield;
  for (const [place, number] of changed.entries()) {
    const row = rowOf(images[number]!, labels);
    for (const name of names) numbers[name].put(number, row[name]);
    called.put(number, row.names);
    groups.put(number, row.names.groups);
    leaves.put(number, row.names.leaf);
    days.put(number, row.day === null ? null : dateOf(row.day));
    if (place % PIECE === PIECE - 1) yield;
  }
  yield;
  const areEventsOther = found !== before.found;
  const events = areEventsOther ? yield* numberEvents(images, found) : before.events;
  const kinds = numbers.kinds.finish();
  const named = (number: number) => isNamed(IMAGE_KINDS[kinds[number]!]!);
  const finishedLeaves = leaves.finish();
  yield;
  let odd = before.odd;
  if (areEventsOther) odd = yield* oddImages(events, finishedLeaves.of, named);
  else if (changed.length > 0) odd = oddImagesAgain(odd, eventsOf(changed, events), { events, labels: finishedLeaves.of, isNamed: named }); // prettier-ignore
  yield;
  const index: ImageIndex = {
    ...{ images, labels, places: before.places, kinds },
    scores: numbers.scores.finish(),
    confs: numbers.confs.finish(),
    uncertainties: numbers.uncertainties.finish(),
    seconds: numbers.seconds.finish(),
    origins: numbers.origins.finish(),
    failures: numbers.failures.finish(),
    species: numbers.species.finish(),
    reviews: numbers.reviews.finish(),
    hours: numbers.hours.finish(),
    names: called.finish(),
    groups: groups.finish(),
    leaves: finishedLeaves,
    folders: before.folders,
    days: days.finish(),
    ...{ events, found, odd },
  };
  return { index, changed: withOdd(changed, before.odd, odd), areEventsOther };
}

function eventsOf(images: readonly number[], events: Int32Array): ReadonlySet<number> {
  const touched = new Set(images.map((image) => events[image]!));
  touched.delete(-1);
  return touched;
}

/** With the images that are odd now, or no more, because another one of their event changed. */
function withOdd(changed: readonly number[], before: Uint8Array, after: Uint8Array): readonly number[] {
  if (before === after) return changed;
  const all = new Set(changed);
  for (let image = 0; image < after.length; image++) if (before[image] !== after[image]) all.add(image);
  return [...all];
}
