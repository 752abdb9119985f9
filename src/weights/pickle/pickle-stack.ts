import type { CheckpointError } from '../checkpoint-error';
import type { PickleValue } from './pickle-value';

/**
 * The stack, the marks and the memo of the pickle machine. `fail` makes the error for what does not fit. How much they may
 * hold is the budget's matter: each step that adds to them has its price.
 */
export class PickleStack {
  readonly #values: PickleValue[] = [];
  readonly #marks: number[] = [];
  readonly #memo = new Map<number, PickleValue>();
  readonly #fail: (what: string) => CheckpointError;

  constructor(fail: (what: string) => CheckpointError) {
    this.#fail = fail;
  }

  get size(): number {
    return this.#values.length;
  }

  push(value: PickleValue): void {
    this.#values.push(value);
  }

  /** Never takes what lies below the last mark. */
  pop(): PickleValue {
    if (this.#values.length <= this.#floor()) throw this.#fail('a value is missing on the stack');
    return this.#values.pop()!;
  }

  top(): PickleValue {
    if (this.#values.length <= this.#floor()) throw this.#fail('a value is missing on the stack');
    return this.#values[this.#values.length - 1]!;
  }

  /** The last values, the lowest first. */
  popMany(count: number): PickleValue[] {
    if (this.#values.length - count < this.#floor()) throw this.#fail(`expected ${count} values on the stack`);
    return this.#values.splice(this.#values.length - count, count);
  }

  mark(): void {
    this.#marks.push(this.#values.length);
  }

  /** Everything above the last mark, which is taken away. */
  popToMark(): PickleValue[] {
    const start = this.#marks.pop();
    if (start === undefined) throw this.#fail('a mark is missing');
    return this.#values.splice(start);
  }

  hasMarkOnTop(): boolean {
    return this.#marks[this.#marks.length - 1] === this.#values.length;
  }

  memoize(key = this.#memo.size): void {
    this.#memo.set(key, this.top());
  }

  recall(key: number): void {
    const value = this.#memo.get(key);
    if (value === undefined) throw this.#fail(`nothing was remembered under ${key}`);
    this.push(value);
  }

  #floor(): number {
    return this.#marks[this.#marks.length - 1] ?? 0;
  }
}
