import type { CropVectors } from '../../../domain/crop-vectors';
import type { CropKey, Inference } from '../../../domain/inference';

/** Packed embeddings by path. */
export type FoundVectors = ReadonlyMap<string, CropVectors>;

/** What likeness is taken from: the classifier's embeddings, or the classes that it named. */
export type LikenessBasis = 'embedding' | 'scores';

/** What is known of a box's own crop; of the image where boxes were not looked at one by one. Null = nothing. */
export function cropOf<Value>(crops: Readonly<Partial<Record<CropKey, Value>>>, index: number | null): Value | null {
  const own = index === null ? undefined : (crops[`box${index}`] ?? crops[`${index}`]);
  return own ?? crops['0'] ?? crops.image ?? null;
}

/** The crops of an image, each once: its boxes one by one, or the one that speaks for it (null = the whole image). */
export function cropsOfImage({ crops }: Pick<Inference, 'crops'>): readonly (number | null)[] {
  const boxes = Object.keys(crops).flatMap((key) => (key.startsWith('box') ? [Number(key.slice(3))] : []));
  if (boxes.length > 0) return boxes;
  if (crops['0'] !== undefined) return [0];
  return crops.image === undefined ? [] : [null];
}
