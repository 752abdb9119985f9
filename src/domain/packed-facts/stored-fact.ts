import type { DetectionLabel } from '../detection';
import { boxCandidatesOf, candidatesIn } from '../facts';
import type { Failure, ImageProblem } from '../failure';
import type { FactSpeed } from '../fast-detector/fact-speed';
import type { Coordinates } from '../geolocation';
import type { CropKey, Inference } from '../inference';
import type { Candidates } from '../rollup';

/**
 * A fact as it lies in memory: of 200,000 images few are objects. What all images are asked is answered without making the fact an
 * object.
 */
export interface StoredFact {
  readonly filepath: string;
  /** The fact. The same object for as long as anybody holds it. */
  readonly inference: Inference;
  /** The fact, made anew where it is packed: for work that goes through many, one after the other. */
  readonly read: () => Inference;
  /** The rest as in Inference. */
  readonly size: Inference['size'];
  readonly capturedAt: string | null;
  readonly location: Coordinates | null;
  readonly failures: readonly Failure[];
  readonly isImported: boolean;
  readonly problem: ImageProblem | null;
  /** Null where the fact says nothing of it. */
  readonly speed: FactSpeed | null;
  /** How many detections there are; null when the detector did not run or failed. */
  readonly boxes: number | null;
  /** Of the detection of this number, which must be there. */
  readonly labelOf: (box: number) => DetectionLabel;
  readonly confOf: (box: number) => number;
  /** Of the classes of a crop, best first; null = the classifier did not look at it. */
  readonly scoresOf: (key: CropKey) => readonly number[] | null;
  /** See `candidatesIn`: of a crop, and of the crop of one detection as the megadetector package cuts it. */
  readonly candidatesOf: (key: CropKey, labels: readonly string[]) => Candidates | null;
  readonly boxCandidatesOf: (box: number, labels: readonly string[]) => Candidates | null;
}

/** A fact that is an object. */
export function plainFact(inference: Inference): StoredFact {
  return new PlainFact(inference);
}

class PlainFact implements StoredFact {
  constructor(readonly inference: Inference) {}

  get filepath() {
    return this.inference.filepath;
  }
  get size() {
    return this.inference.size;
  }
  get capturedAt() {
    return this.inference.capturedAt;
  }
  get location() {
    return this.inference.location ?? null;
  }
  get failures() {
    return this.inference.failures;
  }
  get isImported() {
    return this.inference.isImported === true;
  }
  get problem() {
    return this.inference.problem;
  }
  get speed() {
    return this.inference.speed ?? null;
  }
  get boxes() {
    return this.inference.detections?.length ?? null;
  }
  read() {
    return this.inference;
  }
  labelOf(box: number) {
    return this.inference.detections![box]!.label;
  }
  confOf(box: number) {
    return this.inference.detections![box]!.conf;
  }
  scoresOf(key: CropKey) {
    return this.inference.crops[key]?.scores ?? null;
  }
  candidatesOf(key: CropKey, labels: readonly string[]) {
    return candidatesIn(this.inference.crops[key] ?? null, labels);
  }
  boxCandidatesOf(box: number, labels: readonly string[]) {
    return boxCandidatesOf(this.inference, box, labels);
  }
}
