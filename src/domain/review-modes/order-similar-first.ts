import { sortInPieces } from '../sort-in-pieces';
import type { SimilarClusters } from './find-similar-clusters';
import { compareInPieces, type SimilaritySpace } from './similarity-space';

/** A cluster as it is shown. */
export interface SimilarGroup {
  readonly leader: number;
  /** Numbers of its vectors: the leader, then the most like it first, so that doubtful ones come last. */
  readonly vectors: readonly number[];
}

/**
 * The clusters in an order in which alike ones lie together: the largest first, then always the one whose leader is
 * most like the last one's (the nearest neighbour rule for a tour: Rosenkrantz, Stearns and Lewis 1977, SIAM J. Comput.
 * 6:563). Of equal ones the first goes before. Vectors that are alone follow in their own order, in which neighbours in
 * time are near each other; to tour them would take one comparison for each pair. In pieces.
 */
export function* orderSimilarFirst(
  space: SimilaritySpace,
  clusters: SimilarClusters,
): Generator<void, readonly SimilarGroup[]> {
  const members = yield* membersOf(clusters);
  const groups: SimilarGroup[] = [];
  for (const cluster of yield* tourOf(space, clusters.leaders, members)) {
    const leader = clusters.leaders[cluster]!;
    const rankOf = (vector: number) => (vector === leader ? Infinity : clusters.similarities[vector]!);
    const vectors = yield* sortInPieces(members[cluster]!, (one, other) => descending(rankOf(one), rankOf(other)));
    groups.push({ leader, vectors });
    yield;
  }
  for (const [cluster, vectors] of members.entries()) {
    if (vectors.length === 1) groups.push({ leader: clusters.leaders[cluster]!, vectors });
  }
  return groups;
}

/** Not by their difference: that of two infinite numbers is none. */
function descending(one: number, other: number): number {
  return one === other ? 0 : other > one ? 1 : -1;
}

function* membersOf({ leaders, clusterOf }: SimilarClusters): Generator<void, readonly (readonly number[])[]> {
  const members = Array.from(leaders, (): number[] => []);
  for (const [vector, cluster] of clusterOf.entries()) {
    members[cluster]!.push(vector);
    if (vector % 1000 === 0) yield;
  }
  return members;
}

/** The order of the clusters of two or more. */
function* tourOf(
  space: SimilaritySpace,
  leaders: Int32Array,
  members: readonly (readonly number[])[],
): Generator<void, readonly number[]> {
  let left = members.flatMap(({ length }, cluster) => (length > 1 ? [cluster] : []));
  const found = new Float32Array(left.length);
  const tour: number[] = [];
  let next = left.reduce(
    (best, cluster) => (members[cluster]!.length > members[best]!.length ? cluster : best),
    left[0]!,
  );
  while (left.length > 0) {
    const last = next;
    tour.push(last);
    left = left.filter((cluster) => cluster !== last);
    yield* compareInPieces(
      space,
      leaders[last]!,
      Int32Array.from(left, (cluster) => leaders[cluster]!),
      found,
    );
    let best = -Infinity;
    for (const [index, cluster] of left.entries()) {
      if (found[index]! > best) [best, next] = [found[index]!, cluster];
    }
  }
  return tour;
}
