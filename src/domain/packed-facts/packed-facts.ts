import type { Inference } from '../inference';

/**
 * Facts of many images in columns: a few arrays of numbers and texts instead of some twenty objects for each image. The browser copies
 * it as plain memory, and a fact becomes an object again when somebody asks for it. `packFacts` makes it, `openPackedFacts` reads it.
 *
 * Everything but numbers of images is in the order of the images, and within one in the order of the fact.
 */
export interface PackedFacts {
  /** One for each image. */
  readonly filepaths: readonly string[];
  /** The names of the fields of a fact in their order, joined by commas, each once: facts of one run have the same. */
  readonly shapes: readonly string[];
  /** `HEAD_SIZE` numbers for each image: see HEAD. */
  readonly heads: Uint16Array;
  /** Width and height of each image in pixels; 0, 0 without a size. */
  readonly sizes: Uint32Array;
  /** Times of `TIME_LENGTH` characters, one after the other, each once. */
  readonly times: string;
  /** SHA-256 of the files that have one, `HASH_LENGTH` characters each. */
  readonly hashes: string;
  /** What few images have, as JSON of `Extra`, each once. */
  readonly extras: readonly string[];
  /** Category of each box, 1 to 3. */
  readonly categories: Uint8Array;
  readonly confs: Reals;
  /** Four for each box: see Bbox. */
  readonly bboxes: Reals;
  /** Two for each crop: the number of its key (see `numberOfCropKey`) and how many classes it has. */
  readonly crops: Uint16Array;
  readonly classes: Wholes;
  /** One for each of `classes`. */
  readonly scores: Reals;
  /** Target species, for the crops that have them: the number of the crop within the page, and how many they are. */
  readonly targets: Uint32Array;
  readonly targetClasses: Wholes;
  /** One for each of `targetClasses`. */
  readonly logits: Reals;
  /** Facts of a form that columns don't hold, as they are. */
  readonly others: readonly Inference[];
}

/** Float32 where that holds every number of the column exactly. */
export type Reals = Float32Array | Float64Array;
/** Uint16 where that holds every number of the column. */
export type Wholes = Uint16Array | Uint32Array;

/** What a head says, by place. */
export const HEAD = {
  /** Number in `shapes`; `OTHER` = the fact is the next one of `others`, and the rest of its head is 0. */
  shape: 0,
  /** 1 = it has a size. */
  size: 1,
  /** Number in `times` and 1; 0 = null. */
  time: 2,
  /** 1 = it has a hash. */
  hash: 3,
  /** Number in `extras` and 1; 0 = none. */
  extra: 4,
  /** A bit for each of FAILURE_ORDER. */
  failures: 5,
  /** How many there are and 1; 0 = null. */
  detections: 6,
  faint: 7,
  crops: 8,
} as const;
/** Numbers of a head. */
export const HEAD_SIZE = 9;
/** The shape of a fact that is kept as it is: see HEAD. */
export const OTHER = 0xffff;

/** `2024-05-01T06:30:00` */
export const TIME_LENGTH = 19;
/** Hex digits of a SHA-256. */
export const HASH_LENGTH = 64;

/** What is kept as JSON. */
export type Extra = Partial<Pick<Inference, 'location' | 'speed' | 'problem'>>;

/** The number of the crop of a whole image, of a box as SpeciesNet cuts it (`7`), and as MegaDetector does (`box7`). */
export function numberOfCropKey(key: string): number {
  if (key === 'image') return 0;
  return key.startsWith('box') ? numberOfBoxCrop(Number(key.slice(3))) : 1 + 2 * Number(key);
}

/** The same of the crop of a box as MegaDetector cuts it. */
export function numberOfBoxCrop(box: number): number {
  return 2 + 2 * box;
}
