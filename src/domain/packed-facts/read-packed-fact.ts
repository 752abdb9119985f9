import { DETECTION_LABELS, type Detection, type DetectionCategory } from '../detection';
import { FAILURE_ORDER, type Failure } from '../failure';
import type { ClassScores, CropKey, Inference } from '../inference';
import {
  HASH_LENGTH,
  HEAD,
  HEAD_SIZE,
  OTHER,
  TIME_LENGTH,
  type Extra,
  type PackedFacts,
  type Reals,
  type Wholes,
} from './packed-facts';

/** Columns that fit together, and where each fact begins in them. */
export interface OpenColumns {
  readonly packed: PackedFacts;
  readonly starts: Readonly<Record<'boxes' | 'crops' | 'classes' | 'hashes' | 'others', Uint32Array>>;
  /** The fields of each of `shapes`. */
  readonly keys: readonly (readonly FactKey[])[];
  readonly extras: readonly Extra[];
  /** Where the target species of a crop lie, by the number of the crop. */
  readonly targets: ReadonlyMap<number, { readonly start: number; readonly end: number }>;
}

/** A field of a fact. */
export type FactKey = keyof Inference;

const KEYS: Readonly<Record<FactKey, true>> = {
  filepath: true,
  size: true,
  capturedAt: true,
  location: true,
  detections: true,
  faintDetections: true,
  crops: true,
  failures: true,
  sha256: true,
  isImported: true,
  speed: true,
  problem: true,
};

/** The fields that a shape names; null when one is no field of a fact. */
export function keysOfShape(shape: string): readonly FactKey[] | null {
  const keys = shape.split(',');
  return keys.every((key): key is FactKey => Object.hasOwn(KEYS, key)) ? keys : null;
}

/** Fields of what a run stores, which are most facts, in their order. */
const OF_A_RUN = 'filepath,size,capturedAt,location,detections,faintDetections,crops,failures,sha256,problem';

/** Makes the fact of this number, which must be there. */
export function readFact(columns: OpenColumns, index: number): Inference {
  const { packed, starts } = columns;
  const { heads, hashes } = packed;
  const at = index * HEAD_SIZE;
  const shape = heads[at + HEAD.shape]!;
  if (shape === OTHER) return packed.others[starts.others[index]!]!;
  const filepath = packed.filepaths[index]!;
  const size = sizeOf(packed, index);
  const capturedAt = timeOf(packed, index);
  const boxes = starts.boxes[index]!;
  const found = Math.max(0, heads[at + HEAD.detections]! - 1);
  const detections = heads[at + HEAD.detections] === 0 ? null : readBoxes(packed, boxes, found);
  const crops = readCrops(columns, index, heads[at + HEAD.crops]!);
  const failures = failuresOf(packed, index);
  const extra = columns.extras[heads[at + HEAD.extra]! - 1];
  const { location = null, problem = null } = extra ?? NO_EXTRA;
  const faintDetections = () => readBoxes(packed, boxes + found, heads[at + HEAD.faint]!);
  const hash = starts.hashes[index]! * HASH_LENGTH;
  const sha256 = () => hashes.slice(hash, hash + HASH_LENGTH);
  // prettier-ignore
  if (packed.shapes[shape] === OF_A_RUN) return { filepath, size, capturedAt, location, detections, faintDetections: faintDetections(), crops, failures, sha256: sha256(), problem };
  const fields = {
    filepath,
    size,
    capturedAt,
    location,
    detections,
    crops,
    failures,
    problem,
    isImported: true,
    speed: extra?.speed,
  } as const;
  const fact: Record<string, unknown> = {};
  for (const key of columns.keys[shape]!) {
    fact[key] = key === 'faintDetections' ? faintDetections() : key === 'sha256' ? sha256() : fields[key];
  }
  return fact as unknown as Inference;
}

/** Of a fact that has nothing of it. */
export const NO_EXTRA: Extra = {};

/** `size` of the fact of this number. */
export function sizeOf({ heads, sizes }: PackedFacts, index: number): Inference['size'] {
  if (heads[index * HEAD_SIZE + HEAD.size] === 0) return null;
  return { width: sizes[2 * index]!, height: sizes[2 * index + 1]! };
}

/** `capturedAt` of the fact of this number. */
export function timeOf({ heads, times }: PackedFacts, index: number): string | null {
  const end = heads[index * HEAD_SIZE + HEAD.time]! * TIME_LENGTH;
  return end === 0 ? null : times.slice(end - TIME_LENGTH, end);
}

/** `failures` of the fact of this number. */
export function failuresOf({ heads }: PackedFacts, index: number): readonly Failure[] {
  return FAILURES[heads[index * HEAD_SIZE + HEAD.failures]! & 7]!;
}

/** By the bits of FAILURE_ORDER. */
const FAILURES: readonly (readonly Failure[])[] = Array.from({ length: 8 }, (_, bits) =>
  FAILURE_ORDER.filter((__, place) => (bits & (1 << place)) !== 0),
);

/** By the numbers of `PackedFacts.categories`, less 1. */
export const CATEGORIES: readonly DetectionCategory[] = ['1', '2', '3'];

function readBoxes({ categories, confs, bboxes }: PackedFacts, start: number, count: number): readonly Detection[] {
  const boxes = new Array<Detection>(count);
  for (let box = start; box < start + count; box++) {
    const category = CATEGORIES[categories[box]! - 1]!;
    const corner = 4 * box;
    boxes[box - start] = {
      category,
      label: DETECTION_LABELS[category],
      conf: confs[box]!,
      bbox: [bboxes[corner]!, bboxes[corner + 1]!, bboxes[corner + 2]!, bboxes[corner + 3]!],
    };
  }
  return boxes;
}

function readCrops({ packed, starts, targets }: OpenColumns, index: number, count: number): Inference['crops'] {
  const crops: Partial<Record<CropKey, ClassScores>> = {};
  const first = starts.crops[index]!;
  let start = starts.classes[index]!;
  for (let crop = first; crop < first + count; crop++) {
    const end = start + packed.crops[2 * crop + 1]!;
    const classes = numbersIn(packed.classes, start, end);
    const scores = numbersIn(packed.scores, start, end);
    const of = targets.size === 0 ? undefined : targets.get(crop);
    crops[cropKeyOf(packed.crops[2 * crop]!)] =
      of === undefined
        ? { classes, scores }
        : {
            classes,
            scores,
            targets: {
              classes: numbersIn(packed.targetClasses, of.start, of.end),
              logits: numbersIn(packed.logits, of.start, of.end),
            },
          };
    start = end;
  }
  return crops;
}

/** Where the classes of a crop lie, and its scores. */
export interface CropPlace {
  readonly start: number;
  readonly end: number;
}

/** The crop with this number of its key of the fact of this number; null = the classifier did not look at it. */
export function findCrop(
  { packed: { heads, crops }, starts }: OpenColumns,
  index: number,
  key: number,
): CropPlace | null {
  const first = starts.crops[index]!;
  const beyond = first + heads[index * HEAD_SIZE + HEAD.crops]!;
  let start = starts.classes[index]!;
  for (let crop = first; crop < beyond; crop++) {
    const end = start + crops[2 * crop + 1]!;
    if (crops[2 * crop] === key) return { start, end };
    start = end;
  }
  return null;
}

/** A part of a column as a list, of its length from the beginning: that is made in a quarter of the time. */
export function numbersIn(column: Reals | Wholes, start: number, end: number) {
  const numbers = new Array<number>(end - start);
  for (let place = start; place < end; place++) numbers[place - start] = column[place]!;
  return numbers;
}

/** See `numberOfCropKey`. */
const keyOfNumber = (number: number): CropKey => {
  if (number === 0) return 'image';
  return number % 2 === 1 ? `${(number - 1) / 2}` : `box${(number - 2) / 2}`;
};

/** Of the boxes that there may be, made once: a text made anew is looked up among all names each time. */
const CROP_KEYS: readonly CropKey[] = Array.from({ length: 602 }, (_, number) => keyOfNumber(number));

const cropKeyOf = (number: number): CropKey => CROP_KEYS[number] ?? keyOfNumber(number);
