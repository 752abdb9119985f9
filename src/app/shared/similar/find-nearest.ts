import { createDenseSpace } from '../../../domain/review-modes/create-dense-space';
import { createSparseSpace } from '../../../domain/review-modes/create-sparse-space';
import { findNearestTo } from '../../../domain/review-modes/find-neighbours';
import type { SurveyImage } from '../../state/app-state';
import { cropOf, cropsOfImage, type FoundVectors } from './crop-keys';

/** One crop: a box of an image by its number, or the whole image. */
export interface CropRef {
  readonly filepath: string;
  readonly index: number | null;
}

/** A crop that is like another one. */
export interface NearCrop extends CropRef {
  /** The cosine, −1 to 1. */
  readonly similarity: number;
}

/** So many are worth looking at. */
const MOST_NEAR = 48;

/** The most alike of those found before and of a batch, by their embeddings; the crop's own image is left out. In pieces. */
export function* addNearest(
  of: CropRef,
  own: Int8Array,
  before: readonly NearCrop[],
  batch: FoundVectors,
  imageOf: (filepath: string) => SurveyImage | null,
): Generator<void, readonly NearCrop[]> {
  const crops: CropRef[] = [];
  const vectors = [own];
  for (const [filepath, kept] of batch) {
    const inference = imageOf(filepath)?.inference ?? null;
    if (inference === null || filepath === of.filepath) continue;
    for (const index of cropsOfImage(inference)) {
      const vector = cropOf(kept, index);
      if (vector?.length !== own.length) continue;
      crops.push({ filepath, index });
      vectors.push(vector);
    }
  }
  const near = yield* findNearestTo(yield* createDenseSpace(vectors), 0, MOST_NEAR);
  const found = near.map(({ vector, similarity }): NearCrop => ({ ...crops[vector - 1]!, similarity }));
  return [...before, ...found].sort((one, other) => other.similarity - one.similarity).slice(0, MOST_NEAR);
}

/** The most alike by the classes that were named, where there are no embeddings. In pieces. */
export function* findNearestByScores(
  of: CropRef,
  images: readonly SurveyImage[],
): Generator<void, readonly NearCrop[]> {
  const own = images.find(({ filepath }) => filepath === of.filepath)?.inference;
  const crops: CropRef[] = [of];
  const scores = [cropOf(own?.crops ?? {}, of.index)];
  for (const { filepath, inference } of images) {
    if (inference === null || filepath === of.filepath) continue;
    for (const index of cropsOfImage(inference)) {
      crops.push({ filepath, index });
      scores.push(cropOf(inference.crops, index));
    }
    yield;
  }
  const near = yield* findNearestTo(yield* createSparseSpace(scores), 0, MOST_NEAR);
  return near
    .filter(({ similarity }) => similarity > 0)
    .map(({ vector, similarity }) => ({ ...crops[vector]!, similarity }));
}
