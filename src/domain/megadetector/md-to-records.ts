import { ParseError } from '../parse-error';
import type { MdDetection, MdImage, MdResults } from './md-results';

/** A detection of a MegaDetector file with the name of its category, as the file has it: MegaDetector says "person". */
export type LabelledMdDetection = MdDetection & { readonly label: string };

/** A MegaDetector image in the form of a SpeciesNet record. */
export type MdRecord =
  | { readonly filepath: string; readonly failures: readonly ['DETECTOR'] }
  | { readonly filepath: string; readonly detections: readonly LabelledMdDetection[] };

/**
 * The images of a MegaDetector file in the form of SpeciesNet's records, so that its boxes can take the place of a detector's
 * (megadetector 10.0.24, generate_predictions_json_from_md_results): highest conf first, labels added, everything else of a detection
 * kept. `baseFolder` is put before each path, as Python joins paths; null = none. Throws ParseError where an image has neither
 * detections nor a failure.
 */
export function mdToRecords(results: MdResults, baseFolder: string | null): readonly MdRecord[] {
  return results.images.map((image, index) => mdToRecord(image, `images[${index}]`, results, baseFolder));
}

/** The same for one image of the file; `where` is what a ParseError calls it. */
export function mdToRecord(
  image: MdImage,
  where: string,
  results: Pick<MdResults, 'detection_categories'>,
  baseFolder: string | null,
): MdRecord {
  const filepath = joinPath(baseFolder, image.file).replaceAll('\\', '/');
  if (typeof image.failure === 'string') return { filepath, failures: ['DETECTOR'] };
  if (!Array.isArray(image.detections)) throw new ParseError(`${where}.detections`, 'a list', 'none, and no failure');
  const detections = (image.detections as readonly MdDetection[]).map((detection, index): LabelledMdDetection => {
    const label = results.detection_categories[detection.category];
    if (label === undefined) {
      throw new ParseError(`${where}.detections[${index}].category`, 'an id of the table', `"${detection.category}"`);
    }
    return { ...detection, label };
  });
  return { filepath, detections: detections.sort((left, right) => right.conf - left.conf) };
}

/** As Python's os.path.join does where paths have slashes: an absolute path stands alone. */
function joinPath(folder: string | null, path: string): string {
  if (folder === null || folder === '' || path.startsWith('/')) return path;
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}
