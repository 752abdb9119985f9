import type { CheckpointError } from '../checkpoint-error';
import type { PickleOpcode } from './pickle-opcodes';

/**
 * What a pickle may cost. One unit is one step, about 60 bytes at most; YOLOv5x6 needs 110,000, an unstripped checkpoint
 * of it three times as much. A pickle of a few kilobytes, packed, can ask for gigabytes of empty dicts, so memory is
 * bounded here rather than by the length of the file.
 */
const MOST_UNITS = 3_000_000;

/** Steps that leave more behind than one unit (measured in Node 20: an empty Map takes 200 bytes). */
const DEARER: Partial<Readonly<Record<PickleOpcode, number>>> = {
  EMPTY_DICT: 8,
  DICT: 8,
  NEWOBJ: 8,
  REDUCE: 8,
  GLOBAL: 6,
  STACK_GLOBAL: 6,
  INST: 8,
  EMPTY_LIST: 2,
  LONG1: 4,
  LONG4: 4,
  LONG: 4,
  INT: 4,
};

/** Counts what reading a pickle costs. `fail` makes the error for one that costs too much. */
export class PickleBudget {
  #left = MOST_UNITS;
  readonly #fail: (what: string) => CheckpointError;

  constructor(fail: (what: string) => CheckpointError) {
    this.#fail = fail;
  }

  /** @throws CheckpointError */
  spendStep(opcode: PickleOpcode): void {
    this.spend(DEARER[opcode] ?? 1);
  }

  /** For steps that copy many values at once. @throws CheckpointError */
  spend(units: number): void {
    this.#left -= units;
    if (this.#left < 0) throw this.#fail('it describes more values than any network has');
  }
}
