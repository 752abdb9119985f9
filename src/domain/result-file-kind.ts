import { isJsonObject } from './parse-error';

/**
 * Whose results a parsed JSON file holds. `microsoft-megadetector` is the format of Microsoft's package of the name MegaDetector:
 * a list of images whose boxes have a `confidence` and corners in pixels, without the size of the image.
 */
export type ResultFileKind = 'megadetector' | 'speciesnet' | 'microsoft-megadetector';

/** Images that are looked at for a box; a folder may begin with many empty ones. */
const MAX_LOOKED_AT = 100_000;

/** Tells by its form which program wrote a file; null for any other JSON. What is inside may still be wrong. */
export function resultFileKindOf(value: unknown): ResultFileKind | null {
  if (Array.isArray(value)) return listKindOf(value);
  if (!isJsonObject(value)) return null;
  if (Array.isArray(value['predictions'])) return 'speciesnet';
  return 'images' in value && ('info' in value || 'detection_categories' in value) ? 'megadetector' : null;
}

function listKindOf(list: readonly unknown[]): ResultFileKind | null {
  if (isJsonObject(list[0]) && 'filepath' in list[0]) return 'speciesnet';
  for (const entry of list.slice(0, MAX_LOOKED_AT)) {
    if (!isJsonObject(entry) || !Array.isArray(entry['detections'])) return null;
    const [box] = entry['detections'] as readonly unknown[];
    if (box !== undefined) return isJsonObject(box) && 'confidence' in box ? 'microsoft-megadetector' : null;
  }
  return null;
}
