/** Vectors of which only one thing is asked: how alike two of them are. Vectors go by number, in the order given. */
export interface SimilaritySpace {
  readonly count: number;
  /**
   * Writes to `into` the cosine of vector `of` with each of `others`, in their order; −1 to 1, and 0 for a vector
   * without direction. `into` is at least as long as `others`.
   */
  readonly compare: (of: number, others: Int32Array, into: Float32Array) => void;
}

/** How many vectors are compared before giving way: about a third of a millisecond with 512 numbers each. */
const PIECE = 1024;

/** `compare` for many others, giving way in between. */
export function* compareInPieces(
  space: SimilaritySpace,
  of: number,
  others: Int32Array,
  into: Float32Array,
): Generator<void, void> {
  for (let start = 0; start < others.length; start += PIECE) {
    space.compare(of, others.subarray(start, start + PIECE), into.subarray(start, start + PIECE));
    yield;
  }
}
