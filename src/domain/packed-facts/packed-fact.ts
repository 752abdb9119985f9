import { DETECTION_LABELS } from '../detection';
import { labelAt } from '../facts';
import { REFERENCE_CLASSES, type CropKey, type Inference } from '../inference';
import type { Candidates } from '../rollup';
import { HEAD, HEAD_SIZE, numberOfBoxCrop, numberOfCropKey, OTHER, type Extra } from './packed-facts';
import {
  CATEGORIES,
  failuresOf,
  findCrop,
  NO_EXTRA,
  numbersIn,
  readFact,
  sizeOf,
  timeOf,
  type CropPlace,
  type OpenColumns,
} from './read-packed-fact';
import { plainFact, type StoredFact } from './stored-fact';

/** The fact of this number, which must be there, without making it an object. */
export function packedFact(columns: OpenColumns, index: number): StoredFact {
  const isOther = columns.packed.heads[index * HEAD_SIZE + HEAD.shape] === OTHER;
  return isOther ? plainFact(readFact(columns, index)) : new PackedFact(columns, index);
}

/** False for a fact that is an object, of whatever page. */
export function isPacked(fact: StoredFact): boolean {
  return fact instanceof PackedFact;
}

class PackedFact implements StoredFact {
  #kept: WeakRef<Inference> | null = null;

  constructor(
    private readonly columns: OpenColumns,
    private readonly index: number,
  ) {}

  get inference() {
    const kept = this.#kept?.deref();
    if (kept !== undefined) return kept;
    const inference = this.read();
    this.#kept = new WeakRef(inference);
    return inference;
  }
  read() {
    return readFact(this.columns, this.index);
  }
  get filepath() {
    return this.columns.packed.filepaths[this.index]!;
  }
  get size() {
    return sizeOf(this.columns.packed, this.index);
  }
  get capturedAt() {
    return timeOf(this.columns.packed, this.index);
  }
  get location() {
    return this.#extra().location ?? null;
  }
  get failures() {
    return failuresOf(this.columns.packed, this.index);
  }
  get isImported() {
    return this.columns.keys[this.#head(HEAD.shape)]!.includes('isImported');
  }
  get problem() {
    return this.#extra().problem ?? null;
  }
  get speed() {
    return this.#extra().speed ?? null;
  }
  get boxes() {
    const found = this.#head(HEAD.detections);
    return found === 0 ? null : found - 1;
  }
  labelOf(box: number) {
    const { packed, starts } = this.columns;
    return DETECTION_LABELS[CATEGORIES[packed.categories[starts.boxes[this.index]! + box]! - 1]!];
  }
  confOf(box: number) {
    const { packed, starts } = this.columns;
    return packed.confs[starts.boxes[this.index]! + box]!;
  }
  scoresOf(key: CropKey) {
    const found = findCrop(this.columns, this.index, numberOfCropKey(key));
    return found === null ? null : numbersIn(this.columns.packed.scores, found.start, found.end);
  }
  candidatesOf(key: CropKey, labels: readonly string[]) {
    return this.#candidatesIn(findCrop(this.columns, this.index, numberOfCropKey(key)), labels);
  }
  boxCandidatesOf(box: number, labels: readonly string[]) {
    return this.#candidatesIn(findCrop(this.columns, this.index, numberOfBoxCrop(box)), labels);
  }

  /** As `candidatesIn` of facts does it. */
  #candidatesIn(crop: CropPlace | null, labels: readonly string[]): Candidates | null {
    if (crop === null || crop.start === crop.end) return null;
    const { start } = crop;
    const { classes: numbers, scores } = this.columns.packed;
    const count = Math.min(crop.end - start, REFERENCE_CLASSES);
    const classes = new Array<string>(count);
    for (let index = 0; index < count; index++) classes[index] = labelAt(labels, numbers[start + index]!);
    return { classes, scores: numbersIn(scores, start, start + count) };
  }

  #extra(): Extra {
    return this.columns.extras[this.#head(HEAD.extra) - 1] ?? NO_EXTRA;
  }

  #head(place: number): number {
    return this.columns.packed.heads[this.index * HEAD_SIZE + place]!;
  }
}
