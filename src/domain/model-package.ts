import type { BackendFinding } from './backend-finding';
import type { DetectionCategory } from './detection';
import type { DetectorAgreement } from './fast-detector/detector-agreement';

/** `always_crop`: the classifier sees the best box. `full_image`: the whole image without its top and bottom strips. */
export type PackageType = 'always_crop' | 'full_image';

/** A package's `info.json`, in our spelling. Absent parts are null: a detector alone is a package too. */
export interface PackageInfo {
  readonly version: string;
  readonly type: PackageType;
  readonly classifier: string | null;
  readonly classifierLabels: string | null;
  readonly detector: string | null;
  readonly taxonomy: string | null;
  readonly geofence: string | null;
}

/**
 * What a file is to its package. `detector-weights` and `classifier-weights` are the files in which the weights of the
 * network lie when its .onnx file does not hold them: an official checkpoint, or ONNX external data.
 */
export type PackageFileRole =
  'info' | 'detector' | 'detector-weights' | 'classifier' | 'classifier-weights' | 'labels' | 'taxonomy' | 'geofence';

/** One stored file of a package. The bytes are in the file store under `sha256` (lower-case hex). */
export interface PackageFile {
  readonly role: PackageFileRole;
  /** Of weights: the name by which the .onnx file refers to them. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /**
   * Lower-case hex, of networks and weights: by it official files are recognised. Null for other files. A network whose
   * weights were copied out of a checkpoint has the checkpoint's.
   */
  readonly md5: string | null;
}

/** Number types of network inputs and outputs that we can feed and read. */
export type TensorType = 'float32' | 'float16';

/**
 * 'dynamic' = rectangular letterbox, long side 1280, stride 64; a number = square letterbox of that size; else a
 * rectangular letterbox of another long side, padded to multiples of the stride.
 */
export type DetectorInputSize = 'dynamic' | number | { readonly longSide: number; readonly stride: number };

/** How to feed a detector and read its answer; found when the package was added. */
export type DetectorDescription = RowsDetectorDescription | HeadsDetectorDescription;

/** YOLOv5's export layout: one output of finished rows [1, n, 5 + classes]. */
export interface RowsDetectorDescription extends DetectorFacts {
  readonly layout: 'yolov5';
  readonly outputName: string;
}

/** YOLOv5's raw heads: one output [1, anchors * (5 + classes), h, w] for each level, to be decoded by us. */
export interface HeadsDetectorDescription extends DetectorFacts {
  readonly layout: 'yolov5-heads';
  readonly levels: readonly HeadLevel[];
}

/** One raw head: its output, its stride, and width and height of its anchors; in pixels of the network's input. */
export interface HeadLevel {
  readonly outputName: string;
  readonly stride: number;
  readonly anchors: readonly (readonly [number, number])[];
}

/** What all detectors have. */
export interface DetectorFacts {
  readonly inputName: string;
  readonly inputType: TensorType;
  readonly outputType: TensorType;
  readonly inputSize: DetectorInputSize;
  /** Category of each class of the network, in its order; null = not an animal, a person or a vehicle. */
  readonly categories: readonly (DetectionCategory | null)[];
  /** Where the class order came from. */
  readonly classSource: 'names' | 'megadetector-order' | 'coco-order';
}

/** How to feed a classifier and read its answer. Input 0..1 RGB, [batch, 480, 480, 3] or [batch, 3, 480, 480]. */
export interface ClassifierDescription {
  readonly inputName: string;
  readonly inputType: TensorType;
  readonly outputName: string;
  readonly outputType: TensorType;
  readonly layout: 'nhwc' | 'nchw';
  readonly inputSize: number;
  readonly output: 'logits' | 'probabilities';
  readonly classCount: number;
  /** A second output [batch, size]: the picture as numbers, before the classes. Null when the network gives none. */
  readonly embedding: { readonly outputName: string; readonly size: number } | null;
}

/** How a package's networks did on one backend of this computer, on a fixed made-up picture. */
export interface BackendSelfTest {
  readonly backend: 'webgpu' | 'wasm';
  /** `not-tried`: there is no such backend here, or only a software imitation; `detail` says which. */
  readonly verdict: 'passed' | 'failed' | 'not-tried';
  /** Technical text: the adapter, the error. Empty when there is none, or when `finding` says it. */
  readonly detail: string;
  /** What is known of the outcome beyond the verdict; absent: no more than `detail`. */
  readonly finding?: BackendFinding;
  /** Largest difference to WASM in parts of a column's largest number; null for WASM itself and when not tried. */
  readonly difference: number | null;
  /** Of one run of each network after a first one; null when not tried. */
  readonly milliseconds: number | null;
  readonly testedAt: number;
}

/**
 * How a faster detector is had. `int8`: the package's own, computing with whole numbers. `smaller-input`: the package's own,
 * on smaller pictures. `other-detector`: another installed one.
 */
export type FastWay = 'int8' | 'smaller-input' | 'other-detector';

/** An image by which a detector was made. */
export interface CalibrationImage {
  readonly filepath: string;
  /** Of the file's bytes; null where the browser computes no hashes. */
  readonly sha256: string | null;
}

/** The fast detector of a package: made here, measured here, and never the reference. */
export interface FastDetector {
  readonly way: FastWay;
  /** For people and files: "md_v5a.0.0 int8". */
  readonly name: string;
  /** SHA-256 of the network's own file: for a smaller input that of the package's detector. */
  readonly sha256: string;
  /** Files of its own, in the roles of a detector; empty = those of the package. */
  readonly files: readonly PackageFile[];
  /** How to feed and read it. */
  readonly detector: DetectorDescription;
  /** The detector that it stands in for. */
  readonly madeFrom: { readonly name: string; readonly sha256: string };
  /** Version of what made it. */
  readonly madeBy: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Survey or folder whose images it was made and measured with. */
  readonly imagesOf: string;
  /** Empty unless `int8`. */
  readonly calibratedOn: readonly CalibrationImage[];
  /** On other images than those. */
  readonly agreement: DetectorAgreement;
  /** Median milliseconds of a picture inside each network, in one sitting on this computer, and what computed it. */
  readonly speed: {
    readonly referenceMs: number;
    readonly fastMs: number;
    readonly referenceOn: 'webgpu' | 'wasm';
    readonly fastOn: 'webgpu' | 'wasm';
  };
}

/** A stored, checked package. */
export interface ModelPackage {
  /** SHA-256 over the roles and hashes of its files: the same files are the same package. */
  readonly id: string;
  /** For the person: the version, or the file name of a lone network. */
  readonly name: string;
  readonly version: string;
  readonly type: PackageType;
  /** True for the demonstration package that comes with the app. */
  readonly isDemo: boolean;
  readonly addedAt: number;
  readonly files: readonly PackageFile[];
  /** The detector that info.json names and that was not among the files (a file name); null when nothing is missing. */
  readonly missingDetector: string | null;
  /** Version of our importer (the older of two) when every network was converted by this app, else null. */
  readonly importer: string | null;
  readonly selfTests: readonly BackendSelfTest[];
  readonly detector: DetectorDescription | null;
  readonly classifier: ClassifierDescription | null;
  readonly counts: { readonly labels: number; readonly taxa: number; readonly geofencedTaxa: number };
  /** Made here from this package's detector; absent = none was made. The package's id says nothing of it. */
  readonly fastDetector?: FastDetector;
  /** What was found out while adding and should be said: one code with its values, the words are the page's. */
  readonly notes: readonly PackageNote[];
}

/** Something found out while a package was added that its user should know. */
export type PackageNote =
  | { readonly code: 'coco-classes-assumed'; readonly classes: number }
  | { readonly code: 'megadetector-order-assumed' }
  | { readonly code: 'works-at-one-size-only'; readonly size: number }
  | { readonly code: 'output-is-logits' }
  | { readonly code: 'output-is-probabilities' };

/** True when info.json names a detector that is not here: the package can only name whole photos. */
export function isMissingDetector({ missingDetector, detector }: ModelPackage): boolean {
  return missingDetector !== null && detector === null;
}

/** True when the self-test failed on WASM, which runs everywhere: then the package is not run on this computer. */
export function isUnusableHere({ selfTests }: ModelPackage): boolean {
  return selfTests.some(({ backend, verdict }) => backend === 'wasm' && verdict === 'failed');
}

/** The file that plays a role, or null. */
export function fileOf(modelPackage: ModelPackage, role: PackageFileRole): PackageFile | null {
  return modelPackage.files.find((file) => file.role === role) ?? null;
}
