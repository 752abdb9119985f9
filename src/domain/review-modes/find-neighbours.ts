import { compareInPieces, type SimilaritySpace } from './similarity-space';

/** The vectors most like each vector. */
export interface Neighbours {
  /** How many each vector has. */
  readonly each: number;
  /**
   * Numbers of the neighbours, `each` for every vector in turn, the most alike first and the lower number of equal
   * ones.
   */
  readonly vectors: Int32Array;
  /** Their cosines. */
  readonly similarities: Float32Array;
}

/** One neighbour of a vector. */
export interface Neighbour {
  readonly vector: number;
  readonly similarity: number;
}

/**
 * The `wanted` vectors most like each one, all pairs compared, each once: exact, in pieces of a third of a millisecond.
 * With fewer vectors each has all others. The vector itself is not among them.
 */
export function* findNeighbours(space: SimilaritySpace, wanted: number): Generator<void, Neighbours> {
  const each = Math.max(0, Math.min(wanted, space.count - 1));
  const vectors = new Int32Array(space.count * each).fill(-1);
  const similarities = new Float32Array(space.count * each).fill(-Infinity);
  const numbers = Int32Array.from({ length: space.count }, (_, index) => index);
  const found = new Float32Array(space.count);
  for (let one = 0; one < space.count; one++) {
    const others = numbers.subarray(one + 1);
    yield* compareInPieces(space, one, others, found);
    for (let index = 0; index < others.length; index++) {
      const [other, similarity] = [others[index]!, found[index]!];
      insert(vectors, similarities, one * each, each, other, similarity);
      insert(vectors, similarities, other * each, each, one, similarity);
    }
  }
  return { each, vectors, similarities };
}

/** The `wanted` vectors most like one, the most alike first; itself not among them. In pieces. */
export function* findNearestTo(
  space: SimilaritySpace,
  of: number,
  wanted: number,
): Generator<void, readonly Neighbour[]> {
  const each = Math.max(0, Math.min(wanted, space.count - 1));
  const vectors = new Int32Array(each).fill(-1);
  const similarities = new Float32Array(each).fill(-Infinity);
  const numbers = Int32Array.from({ length: space.count }, (_, index) => index);
  const found = new Float32Array(space.count);
  yield* compareInPieces(space, of, numbers, found);
  for (const other of numbers) {
    if (other !== of) insert(vectors, similarities, 0, each, other, found[other]!);
  }
  return Array.from(vectors, (vector, rank) => ({ vector, similarity: similarities[rank]! }));
}

/**
 * Puts a neighbour at its place among those of one vector. Candidates come with rising numbers, so equal ones stay
 * behind.
 */
function insert(
  vectors: Int32Array,
  similarities: Float32Array,
  start: number,
  each: number,
  vector: number,
  similarity: number,
): void {
  let place = start + each;
  if (each === 0 || similarity <= similarities[place - 1]!) return;
  for (place--; place > start && similarities[place - 1]! < similarity; place--) {
    vectors[place] = vectors[place - 1]!;
    similarities[place] = similarities[place - 1]!;
  }
  vectors[place] = vector;
  similarities[place] = similarity;
}
