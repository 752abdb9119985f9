import type { Detection } from './detection';
import type { ClassScores, CropKey, Inference } from './inference';

/** Numbers of the detections of one image that a person rejected as repeats; null = none. */
export type Rejected = ReadonlySet<number> | null;

/**
 * An image's facts as if its rejected detections had never been found. The crops of those that stay move up with them: the
 * best one's classes are those of its own crop, where it was looked at. Facts without rejected detections come back as they
 * are.
 */
export function withoutRejected(inference: Inference, rejected: Rejected): Inference {
  const { detections, crops } = inference;
  if (rejected === null || rejected.size === 0 || detections === null) return inference;
  const kept: Detection[] = [];
  const keptCrops: Partial<Record<CropKey, ClassScores>> = {};
  if (crops.image !== undefined) keptCrops.image = crops.image;
  detections.forEach((detection, index) => {
    if (rejected.has(index)) return;
    const box = crops[`box${index}`];
    // Only the best box has a crop cut as SpeciesNet cuts it; the next one's differs from it by a pixel at most.
    const speaking = crops[`${index}`] ?? box;
    if (box !== undefined) keptCrops[`box${kept.length}`] = box;
    if (kept.length === 0 && speaking !== undefined) keptCrops['0'] = speaking;
    kept.push(detection);
  });
  return { ...inference, detections: kept, crops: keptCrops };
}
