import type { ClassScores } from '../domain/inference';
import { softmax } from './softmax';
import { topClasses } from './top-classes';

/** What the numbers of a classifier are, and how many belong to one crop. */
export interface ClassifierOutput {
  readonly output: 'logits' | 'probabilities';
  readonly classCount: number;
}

/**
 * A classifier's answer [batch, classes] as the `count` best classes of each crop, in the order of the batch.
 * Logits go through softmax first; probabilities are taken as they are.
 */
export function scoresOfCrops(
  values: Float32Array,
  { output, classCount }: ClassifierOutput,
  count: number,
): ClassScores[] {
  return rowsOf(values, classCount).map((row) => topClasses(output === 'logits' ? softmax(row) : row, count));
}

/** The crops' rows of [batch, classes]: views, no copies. Throws when the length is not a multiple of `classCount`. */
export function rowsOf(values: Float32Array, classCount: number): Float32Array[] {
  if (values.length % classCount !== 0) {
    throw new Error(`classifier output: expected a multiple of ${classCount} values, got ${values.length}`);
  }
  return Array.from({ length: values.length / classCount }, (_, index) =>
    values.subarray(index * classCount, (index + 1) * classCount),
  );
}
