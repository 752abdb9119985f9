import { sortInPieces } from '../../../domain/sort-in-pieces';
import { labelName } from '../images/image-words';
import type { ImageIndex } from './image-index';

/** `uncertain`: see `marginUncertainty`. `confident`, `faint`: by the conf of the best box. */
export type ImageSort =
  'name' | 'oldest' | 'newest' | 'species' | 'highest' | 'lowest' | 'confident' | 'faint' | 'uncertain';

export const IMAGE_SORTS: readonly ImageSort[] = [
  'name',
  'oldest',
  'newest',
  'species',
  'highest',
  'lowest',
  'confident',
  'faint',
  'uncertain',
];

/**
 * All images by number in the order asked for; what the order does not tell apart stays as the survey has it, by path. What has no
 * time, score or name comes last, whichever way.
 */
export function* sortImages(index: ImageIndex, sort: ImageSort): Generator<void, readonly number[]> {
  const numbers = index.images.map((_, number) => number);
  if (sort === 'name') return numbers;
  yield;
  const keys = keysOf(index, sort);
  yield;
  return yield* sortInPieces(numbers, (one, other) => keys[one]! - keys[other]! || one - other);
}

/** The smaller, the earlier. */
function keysOf(index: ImageIndex, sort: Exclude<ImageSort, 'name'>): Float64Array {
  const { images, facets } = index;
  const keys = new Float64Array(images.length);
  const put = (keyOf: (image: number) => number | null) => {
    for (let image = 0; image < keys.length; image++) keys[image] = keyOf(image) ?? Number.MAX_VALUE;
    return keys;
  };
  switch (sort) {
    case 'oldest':
      return put((image) => clockNumber(images[image]!.capturedAt));
    case 'newest':
      return put((image) => negative(clockNumber(images[image]!.capturedAt)));
    case 'highest':
      return put((image) => negative(images[image]!.score));
    case 'lowest':
      return put((image) => images[image]!.score);
    case 'confident':
      return put((image) => negative(facets[image]!.conf));
    case 'faint':
      return put((image) => facets[image]!.conf);
    case 'uncertain':
      return put((image) => negative(facets[image]!.uncertainty));
    case 'species': {
      const ranks = speciesRanks(index);
      return put((image) => ranks[index.leaves.of[image]!]!);
    }
  }
}

const negative = (value: number | null) => (value === null ? null : -value);

/** The digits of `YYYY-MM-DDTHH:mm:ss` as one number: in order of time, without a calendar. */
function clockNumber(capturedAt: string | null): number | null {
  if (capturedAt === null) return null;
  const value = Number(capturedAt.replaceAll(/\D/g, ''));
  return Number.isNaN(value) ? null : value;
}

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
  const { compare } = new Intl.Collator();
  const sorted = named.toSorted(
    (a, b) => Number(b.isAnimal) - Number(a.isAnimal) || compare(a.name, b.name) || a.number - b.number,
  );
  const ranks = new Array<number>(named.length).fill(0);
  sorted.forEach(({ number }, rank) => (ranks[number] = rank));
  return ranks;
}
