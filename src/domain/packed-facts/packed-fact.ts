import { DETECTION_LABELS } from '../detection';
import type { CropKey, Inference } from '../inference';
import { HEAD, HEAD_SIZE, numberOfCropKey, OTHER, type Extra } from './packed-facts';
import {
  CATEGORIES,
  failuresOf,
  NO_EXTRA,
  numbersIn,
  readFact,
  sizeOf,
  timeOf,
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
  get failures() {
    return failuresOf(this.columns.packed, this.index);
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
    const { packed, starts } = this.columns;
    const wanted = numberOfCropKey(key);
    const first = starts.crops[this.index]!;
    let start = starts.classes[this.index]!;
    for (let crop = first; crop < first + this.#head(HEAD.crops); crop++) {
      const end = start + packed.crops[2 * crop + 1]!;
      if (packed.crops[2 * crop] === wanted) return numbersIn(packed.scores, start, end);
      start = end;
    }
    return null;
  }

  #extra(): Extra {
    return this.columns.extras[this.#head(HEAD.extra) - 1] ?? NO_EXTRA;
  }

  #head(place: number): number {
    return this.columns.packed.heads[this.index * HEAD_SIZE + place]!;
  }
}
