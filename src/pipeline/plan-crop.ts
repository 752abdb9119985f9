import type { Detection } from '../domain/detection';
import type { CropKey } from '../domain/inference';
import type { PackageType } from '../domain/model-package';
import { cropOfBbox, cropOfFullImage, cropOfWholeImage, type CropRect } from '../vision/crop';
import type { PixelSize } from '../vision/raster';

/** What the classifier looks at, and under which key its answer is kept. */
export interface CropPlan {
  readonly key: CropKey;
  readonly rect: CropRect;
}

/**
 * The reference's choice for one image (speciesnet 5.0.4, classifier.py): always_crop takes the best detection of any category,
 * however weak, and the whole image when there is none; full_image ignores detections.
 */
export function planCrop(type: PackageType, detections: readonly Detection[], size: PixelSize): CropPlan {
  if (type === 'full_image') return { key: 'image', rect: cropOfFullImage(size) };
  const best = detections[0];
  if (best === undefined) return { key: 'image', rect: cropOfWholeImage(size) };
  return { key: '0', rect: cropOfBbox(best.bbox, size) };
}
