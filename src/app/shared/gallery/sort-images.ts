import { sortInPieces } from '../../../domain/sort-in-pieces';
import { userLocale } from '../format/number-format';
import { labelName } from '../images/image-words';
import type { ImageIndex } from './image-index';
import type { ImageSort } from './list-look';

/**
 * All images by number in the order asked for; what the order does not tell apart stays as the survey has it, by path. What has no
 * time, score or name comes last, whichever way.
 */
export function* sortImages(index: ImageIndex, sort: ImageSort): Generator<void, Uint32Array> {
  const numbers = index.images.map((_, number) => number);
  yield;
  if (sort === 'name') return Uint32Array.from(numbers);
  const keys = keysOf(index, sort);
  yield;
  const sorted = yield* sortInPieces(numbers, (one, other) => keys[one]! - keys[other]! || one - other);
  return Uint32Array.from(sorted);
}

/** The smaller, the earlier. */
function keysOf(index: ImageIndex, sort: Exclude<ImageSort, 'name'>): Float64Array {
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
    case 'species': {
      const ranks = speciesRanks(index);
      return Float64Array.from(index.leaves.of, (leaf) => ranks[leaf]!);
    }
  }
}

const lastIfMissing = (value: number) => (Number.isNaN(value) ? Number.MAX_VALUE : value);
const highestFirst = (value: number) => (Number.isNaN(value) ? Number.MAX_VALUE : -value);

/** Animals by their names, then people and the rest. */
function speciesRanks({ leaves, images }: ImageIndex): readonly number[] {
  const first = new Map<number, number>();
  for (let image = 0; image < leaves.of.length; image++) {
    if (!first.has(leaves.of[image]!)) first.set(leaves.of[image]!, image);
  }
  const named = leaves.values.map((key, number) => {
    const { kind, label } = images[first.get(number)!]!;
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
