import { userLocale } from '../format/number-format';
import { labelName } from '../images/image-words';
import type { ImageIndex } from './image-index';
import type { KnownNames } from './image-names';
import type { ImageSort } from './list-look';

/**
 * All images by number in the order asked for; what the order does not tell apart stays as the survey has it, by path. What has no
 * time, score or name comes last, whichever way.
 */
export function* sortImages(index: ImageIndex, sort: ImageSort): Generator<void, Uint32Array> {
  if (sort === 'name') return inOrder(index.images.length);
  if (sort === 'species') {
    const ranks = speciesRanks(index);
    yield;
    return inPlaces(
      index.leaves.of.map((leaf) => ranks[leaf]!),
      ranks.length,
    );
  }
  const keys = keysOf(index, sort);
  yield;
  // Numbers alone are sorted much faster than images by their numbers.
  const sorted = keys.toSorted();
  yield;
  return inPlaces(yield* ranksOf(keys, sorted), sorted.length);
}

/** An order holds as long as this is the same object; null = as long as the images are the same ones. */
export function sortedBy(index: ImageIndex, sort: ImageSort): object | null {
  switch (sort) {
    case 'name':
      return null;
    case 'oldest':
    case 'newest':
      return index.seconds;
    case 'highest':
    case 'lowest':
      return index.scores;
    case 'confident':
    case 'faint':
      return index.confs;
    case 'uncertain':
      return index.uncertainties;
    case 'species':
      return index.leaves;
  }
}

/** The smaller, the earlier. */
function keysOf(index: ImageIndex, sort: Exclude<ImageSort, 'name' | 'species'>): Float64Array {
  switch (sort) {
    case 'oldest':
      return index.seconds.map(lastIfMissing);
    case 'newest':
      return index.seconds.map(highestFirst);
    case 'highest':
      return index.scores.map(highestFirst);
    case 'lowest':
      return index.scores.map(lastIfMissing);
    case 'confident':
      return index.confs.map(highestFirst);
    case 'faint':
      return index.confs.map(lastIfMissing);
    case 'uncertain':
      return index.uncertainties.map(highestFirst);
  }
}

const lastIfMissing = (value: number) => (Number.isNaN(value) ? Number.MAX_VALUE : value);
const highestFirst = (value: number) => (Number.isNaN(value) ? Number.MAX_VALUE : -value);

/** Images looked at before the page may answer. */
const PIECE = 20_000;

/** The place of each key among all keys, the same for equal ones. */
function* ranksOf(keys: Float64Array, sorted: Float64Array): Generator<void, Int32Array> {
  const ranks = new Int32Array(keys.length);
  for (let image = 0; image < keys.length; image++) {
    const key = keys[image]!;
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < key) low = middle + 1;
      else high = middle;
    }
    ranks[image] = low;
    if (image % PIECE === PIECE - 1) yield;
  }
  return ranks;
}

function inOrder(count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let image = 0; image < count; image++) order[image] = image;
  return order;
}

/** Images by their ranks from 0 to before `most`; those of one rank stay in their order. */
function inPlaces(ranks: Int32Array, most: number): Uint32Array {
  const places = new Uint32Array(most + 1);
  for (const rank of ranks) places[rank + 1]! += 1;
  for (let rank = 0; rank < most; rank++) places[rank + 1]! += places[rank]!;
  const order = new Uint32Array(ranks.length);
  for (let image = 0; image < ranks.length; image++) order[places[ranks[image]!]!++] = image;
  return order;
}

/** Animals by their names, then people and the rest. */
function speciesRanks({ leaves, names }: ImageIndex): readonly number[] {
  const first = new Map<string, KnownNames>();
  for (const value of names.values) if (!first.has(value.leaf)) first.set(value.leaf, value);
  const named = leaves.values.map((key, number) => {
    const { kind, label } = first.get(key)!;
    const isAnimal = kind === 'animal';
    return { number, isAnimal, name: isAnimal ? labelName(kind, label) : key };
  });
  const { compare } = new Intl.Collator(userLocale());
  const sorted = named.toSorted(
    (a, b) => Number(b.isAnimal) - Number(a.isAnimal) || compare(a.name, b.name) || a.number - b.number,
  );
  const ranks = new Array<number>(named.length).fill(0);
  sorted.forEach(({ number }, rank) => (ranks[number] = rank));
  return ranks;
}
