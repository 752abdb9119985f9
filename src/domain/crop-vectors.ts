import type { CropKey, Inference } from './inference';

/** Packed embeddings of an image's crops (`packVector`), all of one length. No conclusion follows from them. */
export type CropVectors = Readonly<Partial<Record<CropKey, Int8Array>>>;

/** Crops of an image whose vectors are kept: the speaking one and those of its best boxes. */
export const MOST_VECTORS = 32;

/**
 * What ties vectors to the facts that they were computed with: the crops, and the first class and score of each. Vectors of
 * other facts of the same path have another mark, and count as absent.
 */
export function markOfCrops({ crops }: Pick<Inference, 'crops'>): string {
  return Object.entries(crops)
    .map(([key, answer]) => `${key}:${answer?.classes[0] ?? ''}:${answer?.scores[0] ?? ''}`)
    .sort()
    .join(' ');
}
