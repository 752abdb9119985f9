import type { Detection } from './detection';
import type { Failure, ImageProblem } from './failure';
import type { FactSpeed } from './fast-detector/fact-speed';
import type { Coordinates } from './geolocation';

/**
 * Which part of an image the classifier saw: the whole image (or the strip that a full_image model takes), or the crop of
 * the detection with this number in `Inference.detections`. `0` is cut as speciesnet 5.0.4 cuts the best box; `box0`, `box1`, …
 * as the megadetector package (10.0.24) cuts every box: from the box as its files hold it, with four decimals.
 */
export type CropKey = 'image' | `${number}` | `box${number}`;

/**
 * What the classifier said of one crop, best first: indices into the package's label list, and softmax scores
 * (float32 held as doubles). At least the reference's five; more are kept so that later rules need no network.
 */
export interface ClassScores {
  readonly classes: readonly number[];
  readonly scores: readonly number[];
  /** Raw logits of the target species, when a run asked for them: class indices in the order asked for. */
  readonly targets?: { readonly classes: readonly number[]; readonly logits: readonly number[] };
}

/** How many classes of each crop are stored. The reference's rules read the first five. */
export const STORED_CLASSES = 20;

/** How many classes the reference keeps, and its ensemble reads (speciesnet 5.0.4, classifier.py). */
export const REFERENCE_CLASSES = 5;

/**
 * What the networks said of one image: a fact, stored once and never changed. Predictions are derived from it.
 */
export interface Inference {
  /** Relative to the survey's folder, forward slashes. */
  readonly filepath: string;
  /** Pixels after the EXIF turn; null when the image could not be read. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** The camera's wall clock, `YYYY-MM-DDTHH:mm:ss`, never shifted to a zone; null when the file has none. */
  readonly capturedAt: string | null;
  /** Where the file says the camera was: decimal degrees, WGS 84; absent in facts of earlier versions. */
  readonly location?: Coordinates | null;
  /** Best first, everything above conf 0.01; null when the detector did not run or failed. */
  readonly detections: readonly Detection[] | null;
  /**
   * Boxes with a conf above 0.005 and up to 0.01, best first: SpeciesNet's rules never see them, MegaDetector's file holds
   * them. Absent in facts of earlier versions and in imported ones.
   */
  readonly faintDetections?: readonly Detection[];
  /** The classifier's answers by crop; empty when it did not run or failed. */
  readonly crops: Readonly<Partial<Record<CropKey, ClassScores>>>;
  /** In canonical order (FAILURE_ORDER). */
  readonly failures: readonly Failure[];
  /** SHA-256 of the file's bytes, 64 hex digits; absent when the file was not read here or by an earlier version. */
  readonly sha256?: string;
  /** The facts come from a result file of another program, whose numbers may be rounded; absent = computed here. */
  readonly isImported?: true;
  /** How it was made, when the Reference preset did not make it alone; absent = it did, or the facts come from elsewhere. */
  readonly speed?: FactSpeed;
  /** Why, when `failures` is not empty. */
  readonly problem: ImageProblem | null;
}
