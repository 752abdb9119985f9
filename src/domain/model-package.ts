import type { DetectionCategory } from './detection';

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

/** What a file is to its package. */
export type PackageFileRole = 'info' | 'detector' | 'classifier' | 'labels' | 'taxonomy' | 'geofence';

/** One stored file of a package. The bytes are in the file store under `sha256` (lower-case hex). */
export interface PackageFile {
  readonly role: PackageFileRole;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** Number types of network inputs and outputs that we can feed and read. */
export type TensorType = 'float32' | 'float16';

/** How to feed a detector and read its answer; found when the package was added. YOLOv5 export layout. */
export interface DetectorDescription {
  readonly layout: 'yolov5';
  readonly inputName: string;
  readonly inputType: TensorType;
  readonly outputName: string;
  readonly outputType: TensorType;
  /** 'dynamic' = rectangular letterbox, long side 1280, stride 64; a number = square letterbox of that size. */
  readonly inputSize: 'dynamic' | number;
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
  readonly detector: DetectorDescription | null;
  readonly classifier: ClassifierDescription | null;
  readonly counts: { readonly labels: number; readonly taxa: number; readonly geofencedTaxa: number };
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

/** The file that plays a role, or null. */
export function fileOf(modelPackage: ModelPackage, role: PackageFileRole): PackageFile | null {
  return modelPackage.files.find((file) => file.role === role) ?? null;
}
