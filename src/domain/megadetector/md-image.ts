import type { AnimalConclusion } from '../conclude-animal';
import type { Detection, DetectionCategory } from '../detection';
import type { Inference } from '../inference';
import type { SmoothedImage } from '../smoothed-image';
import type { MdClassTable } from './md-class-table';
import { mdBbox, mdConf, mdScore } from './md-numbers';
import type { MdClassification, MdDetection, MdImage } from './md-results';

/** An image with all that a MegaDetector file may say of it. */
export interface MdImageSource {
  readonly inference: Inference;
  /** By number of the detection; null = no species per detection were concluded. */
  readonly animals: readonly (AnimalConclusion | null)[] | null;
  /** Numbers of the detections that were removed as repeats; null = nobody looked for repeats. */
  readonly rejected: ReadonlySet<number> | null;
  /** What smoothing made of the species; absent or null = it is off. */
  readonly smoothed?: SmoothedImage | null;
}

/** What is written of an image besides its boxes and their species. */
export interface MdImageOptions {
  /** How many of a detection's raw classes take part: they get ids, written or not. The package has 2. */
  readonly rawCount: number;
  /** True = they are written as `raw_classifications` too. */
  readonly isRawWritten: boolean;
  /** True = removed repeats are written with a negative conf; false = they are left out. */
  readonly isRejectedWritten: boolean;
}

/** As run_md_and_speciesnet writes without options (megadetector 10.0.24): raw classes are not written, but use up ids. */
export const DEFAULT_MD_IMAGE_OPTIONS: MdImageOptions = { rawCount: 2, isRawWritten: false, isRejectedWritten: true };

/** The detector's categories as MegaDetector's files name them; all three are always listed. */
export const MD_CATEGORY_NAMES: Readonly<Record<DetectionCategory, string>> = {
  '1': 'animal',
  '2': 'person',
  '3': 'vehicle',
};

/**
 * One entry of a file's `images`; asks the table for the ids of its classes, so the order of calls is the order of ids. For a
 * smoothed image the table must know all classes already: smoothing leaves a file's ids as they are.
 */
export function mdImageOf(
  { inference, animals, rejected, smoothed = null }: MdImageSource,
  table: MdClassTable,
  options: MdImageOptions,
): MdImage {
  const failure = mdFailureOf(inference);
  if (failure !== null) return { file: inference.filepath, failure, detections: null };
  const detections: MdDetection[] = [];
  for (const { detection, index } of writtenOrder(inference)) {
    const isRejected = rejected?.has(index) ?? false;
    if (isRejected && !options.isRejectedWritten) continue;
    const conf = mdConf(detection.conf);
    detections.push({
      category: detection.category,
      conf: isRejected ? -conf : conf,
      bbox: mdBbox(detection.bbox),
      ...classesOf(animals?.[index] ?? null, smoothed?.changes.get(index)?.label ?? null, table, options),
    });
  }
  const description = smoothed?.description ?? null;
  return {
    file: inference.filepath,
    detections,
    ...(description !== null && { pre_smoothing_description: description }),
  };
}

/**
 * Why an image has no detections, in the package's words (megadetector 10.0.24, run_detector.py); null when it was looked at. A
 * classifier that failed is none of the format's failures: the detections stay, and 1.5 forbids a failure beside them.
 */
export function mdFailureOf({ detections, failures, problem }: Inference): string | null {
  if (detections !== null || failures.length === 0) return null;
  const isNetwork = problem?.code === 'detector-failed' || problem?.code === 'classifier-failed';
  return isNetwork ? 'inference failure' : 'image access failure';
}

/** A detection with its number in `Inference.detections`; faint ones count on. */
interface Numbered {
  readonly detection: Detection;
  readonly index: number;
}

/** Numbers of an image's detections in the order in which `mdImageOf` writes them, rejected ones among them. */
export function mdDetectionOrder(inference: Inference): readonly number[] {
  return writtenOrder(inference).map(({ index }) => index);
}

/**
 * Highest conf first. The package lists boxes from the weakest to the strongest and then sorts them by conf as it is written, so
 * those of one written conf stay weakest first; ids of classes depend on it.
 */
function writtenOrder({ detections, faintDetections }: Inference): readonly Numbered[] {
  const all = [...(detections ?? []), ...(faintDetections ?? [])].map((detection, index) => ({ detection, index }));
  return all.reverse().sort((left, right) => mdConf(right.detection.conf) - mdConf(left.detection.conf));
}

function classesOf(
  animal: AnimalConclusion | null,
  smoothedLabel: string | null,
  table: MdClassTable,
  { rawCount, isRawWritten }: MdImageOptions,
): Pick<MdDetection, 'classifications' | 'raw_classifications'> {
  if (animal === null) return {};
  const classifications: readonly MdClassification[] = [
    [table.idOf(smoothedLabel ?? animal.label), mdScore(animal.score)],
  ];
  const raw = animal.raw.classes
    .slice(0, rawCount)
    .map((label, index): MdClassification => [table.idOf(label), mdScore(animal.raw.scores[index]!)]);
  return isRawWritten ? { classifications, raw_classifications: raw } : { classifications };
}
