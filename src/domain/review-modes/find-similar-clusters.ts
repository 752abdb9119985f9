import { compareInPieces, type SimilaritySpace } from './similarity-space';

/** Vectors in groups of alike ones, each around one of them, its leader. */
export interface SimilarClusters {
  /** The number of each cluster's leader, in the order of the vectors. */
  readonly leaders: Int32Array;
  /** Of each vector the number of its cluster in `leaders`. */
  readonly clusterOf: Int32Array;
  /** Of each vector the cosine with its leader; 1 for a leader. */
  readonly similarities: Float32Array;
}

/**
 * Groups vectors by the leader algorithm (Hartigan 1975, Clustering Algorithms, ch. 3): in their order, each joins the
 * leader most like it, or becomes one when none reaches the threshold (a cosine). Then all join the leader most like
 * them, as a better one may have come later. So every vector is as alike to its leader as the threshold or more and to
 * no other leader more, two leaders are less alike than it, and one comparison for each vector and leader is all it
 * takes: little for a few hundred groups, half of all pairs when the threshold leaves everything alone. Another order
 * of the vectors gives other groups. In pieces.
 */
export function* findSimilarClusters(space: SimilaritySpace, threshold: number): Generator<void, SimilarClusters> {
  const leaders = new Int32Array(space.count);
  const clusterOf = new Int32Array(space.count).fill(-1);
  const similarities = new Float32Array(space.count).fill(-Infinity);
  const known = new Int32Array(space.count);
  const found = new Float32Array(space.count);
  let count = 0;
  for (let vector = 0; vector < space.count; vector++) {
    yield* joinBest(vector, 0);
    known[vector] = count;
    if (similarities[vector]! >= threshold) continue;
    leaders[count] = vector;
    clusterOf[vector] = count++;
    similarities[vector] = 1;
  }
  for (let vector = 0; vector < space.count; vector++) {
    if (leaders[clusterOf[vector]!] !== vector) yield* joinBest(vector, known[vector]!);
  }
  return { leaders: leaders.slice(0, count), clusterOf, similarities };

  /** Joins the best of the leaders from a number on, if it is better than the vector's own. */
  function* joinBest(vector: number, from: number): Generator<void, void> {
    const others = leaders.subarray(from, count);
    yield* compareInPieces(space, vector, others, found);
    for (let index = 0; index < others.length; index++) {
      if (found[index]! <= similarities[vector]!) continue;
      similarities[vector] = found[index]!;
      clusterOf[vector] = from + index;
    }
  }
}
