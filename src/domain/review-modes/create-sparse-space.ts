import type { ClassScores } from '../inference';
import type { SimilaritySpace } from './similarity-space';

/**
 * A space over class scores, for facts without embeddings: of each crop the classes that are known, mostly the best 5
 * or 20, and null for a crop without any, which is like no other. Two crops are as alike as their scores overlap: the
 * cosine of the scores' square roots (Bhattacharyya 1946, Sankhyā 7:401), 0 to 1; classes that are not listed count as
 * 0. Gives way in between.
 */
export function* createSparseSpace(
  crops: readonly (Pick<ClassScores, 'classes' | 'scores'> | null)[],
): Generator<void, SimilaritySpace> {
  const starts = new Uint32Array(crops.length + 1);
  for (const [index, crop] of crops.entries()) starts[index + 1] = starts[index]! + (crop?.classes.length ?? 0);
  const classes = new Uint32Array(starts[crops.length]!);
  const weights = new Float32Array(classes.length);
  for (const [index, crop] of crops.entries()) {
    if (crop === null) continue;
    const start = starts[index]!;
    const sum = crop.scores.reduce((total, score) => total + Math.max(0, score), 0);
    classes.set(crop.classes, start);
    for (const [rank, score] of crop.scores.entries()) {
      weights[start + rank] = sum === 0 ? 0 : Math.sqrt(Math.max(0, score) / sum);
    }
    yield;
  }
  const row = new Float32Array(classes.reduce((highest, number) => Math.max(highest, number), 0) + 1);
  return {
    count: crops.length,
    compare(of, others, into) {
      const [from, to] = [starts[of]!, starts[of + 1]!];
      for (let at = from; at < to; at++) row[classes[at]!] = weights[at]!;
      for (let index = 0; index < others.length; index++) {
        const end = starts[others[index]! + 1]!;
        let sum = 0;
        for (let at = starts[others[index]!]!; at < end; at++) sum += row[classes[at]!]! * weights[at]!;
        into[index] = sum;
      }
      for (let at = from; at < to; at++) row[classes[at]!] = 0;
    },
  };
}
