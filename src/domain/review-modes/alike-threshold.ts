import { randomNumberOf } from './random-number-of';
import type { SimilaritySpace } from './similarity-space';

/** Pairs that are looked at: the place of the 90th percentile of 2,000 is known within about one percentile. */
const PAIRS = 2000;
/** One pair in so many counts as alike. */
const ONE_IN = 10;
/** Below, nothing is alike, and above, nothing can be told apart. */
const [LEAST, MOST] = [0.5, 0.98];

/**
 * The cosine from which two vectors of this space count as alike: nine of ten pairs are less so. Embeddings of different networks
 * lie differently close together, so a fixed number would fit none. From 2,000 pairs drawn at random, always the same ones; 0.5 to
 * 0.98. Gives way in between.
 */
export function* alikeThreshold(space: SimilaritySpace): Generator<void, number> {
  const { count } = space;
  if (count < 2) return LEAST;
  const found: number[] = [];
  const others = new Int32Array(1);
  const into = new Float32Array(1);
  for (let pair = 0; pair < PAIRS; pair++) {
    const one = randomNumberOf(`${pair}`, 1) % count;
    const other = (one + 1 + (randomNumberOf(`${pair}`, 2) % (count - 1))) % count;
    others[0] = other;
    space.compare(one, others, into);
    found.push(into[0]!);
    if (pair % 100 === 99) yield;
  }
  found.sort((left, right) => left - right);
  const threshold = found[Math.floor(found.length * (1 - 1 / ONE_IN))]!;
  return Math.min(MOST, Math.max(LEAST, threshold));
}
