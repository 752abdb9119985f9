import { DETECTION_LABELS, type Detection, type DetectionCategory } from '../domain/detection';
import { bboxFromLetterbox } from './letterbox';
import { MIN_CONF, SPECIESNET_LIMITS, suppressNonMaxima, type DetectorRows, type NmsLimits } from './nms';
import type { PixelSize } from './raster';

/**
 * A detector's rows as detections in fractions of the image: NMS, mapping back, category (speciesnet 5.0.4, detector.py).
 * Best conf first, everything above the limits' conf, equal confs in the order of the rows. `network` is the size of the
 * network's input, `source` that of the image, `categories` tells for each class of the network what it is.
 *
 * Classes without a category take part in the NMS and are dropped after it, as the reference skips categories it doesn't
 * know. Classes that share a category compete with each other: a network of many classes often calls one animal a
 * cow and a horse at once, and the reference's detector, which has one class for all animals, would report it once.
 * With one class for each category this changes nothing: then the numbers are the reference's to the last bit.
 */
export function detectionsFromRows(
  rows: DetectorRows,
  sizes: { readonly network: PixelSize; readonly source: PixelSize },
  categories: readonly (DetectionCategory | null)[],
  limits: NmsLimits = SPECIESNET_LIMITS,
): Detection[] {
  if (rows.columns !== categories.length + 5) {
    throw new Error(
      `detector output: expected ${categories.length + 5} columns for ${categories.length} classes, got ${rows.columns}`,
    );
  }
  return suppressNonMaxima(rows, groupsOf(categories), limits).flatMap((box) => {
    const category = categories[box.classIndex] ?? null;
    if (category === null) return [];
    const bbox = bboxFromLetterbox(box, sizes.network, sizes.source);
    return [{ category, label: DETECTION_LABELS[category], conf: box.conf, bbox }];
  });
}

/**
 * Detections of MegaDetector's limits, best first, as facts hold them: what SpeciesNet sees (above 0.01), and the faint ones that
 * only MegaDetector's file has.
 */
export function splitFaint(detections: readonly Detection[]): {
  readonly detections: readonly Detection[];
  readonly faintDetections: readonly Detection[];
} {
  const seen = detections.findIndex(({ conf }) => !(conf > MIN_CONF));
  const count = seen === -1 ? detections.length : seen;
  return { detections: detections.slice(0, count), faintDetections: detections.slice(count) };
}

/** False when a row's objectness is NaN: a network that went wrong numerically would otherwise seem to have seen nothing. */
export function hasUsableRows({ data, count, columns }: DetectorRows): boolean {
  for (let row = 0; row < count; row++) if (Number.isNaN(data[row * columns + 4]!)) return false;
  return true;
}

/** For each class the first class of the same category; a class without category stands for itself. */
function groupsOf(categories: readonly (DetectionCategory | null)[]): number[] {
  return categories.map((category, index) => (category === null ? index : categories.indexOf(category)));
}
