import type { Bbox, Detection } from '../domain/detection';
import { namesAnimals } from '../domain/facts';
import type { CropKey, Inference } from '../domain/inference';
import { isClassifiedBox, mdBbox } from '../domain/megadetector/md-numbers';
import type { PackageType } from '../domain/model-package';
import type { RunMode, SpeciesPer } from '../domain/survey';
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

/** What the classifier sees of one detection in run_md_and_speciesnet: the box is read from a file, with its 4 decimals. */
export function planBoxCrop(bbox: Bbox, size: PixelSize): CropRect {
  return cropOfBbox(mdBbox(bbox), size);
}

/**
 * The crops of an image in run_md_and_speciesnet (megadetector 10.0.24): every detection of conf 0.1 or more, whatever its
 * category, in the order of the detections. A rectangle may have a side of 0: then that detection has no classes.
 */
export function planBoxCrops(detections: readonly Detection[], size: PixelSize): readonly CropPlan[] {
  return detections.flatMap((detection, index): CropPlan[] =>
    isClassifiedBox(detection) ? [{ key: `box${index}`, rect: planBoxCrop(detection.bbox, size) }] : [],
  );
}

/** False when a rectangle has a side of 0. */
export function hasPixels({ width, height }: CropRect): boolean {
  return width > 0 && height > 0;
}

/**
 * True when every animal is to have a species and a box of the image has none: its classifier has to run again. Imported
 * facts are left as they came, failed ones are not tried again, and a full_image package looks at no boxes.
 */
export function lacksAnimals(
  { detections, crops, size, failures, isImported }: Inference,
  { mode, speciesPer, type }: { readonly mode: RunMode; readonly speciesPer: SpeciesPer; readonly type: PackageType },
): boolean {
  if (!namesAnimals({ mode, speciesPer, packageType: type })) return false;
  if (detections === null || size === null || failures.length > 0 || isImported === true) return false;
  return planBoxCrops(detections, size).some(({ key, rect }) => hasPixels(rect) && crops[key] === undefined);
}
