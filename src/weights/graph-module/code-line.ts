import { CheckpointError } from '../checkpoint-error';
import { shorten } from '../torch/describe-value';

/** So much of a line is looked at for a message. */
const SHOWN_CHARACTERS = 100;
/** Python's names as torch.fx writes them: ASCII only. */
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

/** One line of generated code, read from left to right. Every method takes time in proportion to what it reads. */
export class CodeLine {
  #at = 0;

  constructor(
    readonly text: string,
    /** From 1. */
    readonly number: number,
  ) {}

  /** True at the end of the line or at a comment. */
  isDone(): boolean {
    this.#skipSpaces();
    return this.#at >= this.text.length || this.text[this.#at] === '#';
  }

  /** The next characters when they are `token`, else nothing is read. */
  take(token: string): boolean {
    this.#skipSpaces();
    if (!this.text.startsWith(token, this.#at)) return false;
    this.#at += token.length;
    return true;
  }

  expect(token: string): void {
    if (!this.take(token)) throw this.refuse('unsupported', `expected "${token}" ${this.#place()}`);
  }

  /** The next name, or null when none comes. */
  takeName(): string | null {
    this.#skipSpaces();
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.text)?.[0] ?? null;
    if (name !== null) this.#at += name.length;
    return name;
  }

  /** The next name when it is `word`, else nothing is read. */
  takeWord(word: string): boolean {
    const start = this.#at;
    if (this.takeName() === word) return true;
    this.#at = start;
    return false;
  }

  /** The next name when an equals sign follows it, and reads both; else nothing is read. */
  takeTarget(): string | null {
    const start = this.#at;
    const name = this.takeName();
    if (name !== null && !this.#isComparison() && this.take('=')) return name;
    this.#at = start;
    return null;
  }

  /** A text in double quotes. torch.fx escapes nothing in it, so a backslash is not expected. */
  expectText(): string {
    this.expect('"');
    const end = this.text.indexOf('"', this.#at);
    const text = end < 0 ? '\\' : this.text.slice(this.#at, end);
    if (text.includes('\\')) throw this.refuse('unsupported', `expected a plain text in quotes ${this.#place()}`);
    this.#at = end + 1;
    return text;
  }

  /** Jumps over a type annotation: up to an equals sign, or to a comma or a parenthesis that is not its own. */
  skipAnnotation(): void {
    let depth = 0;
    for (; this.#at < this.text.length; this.#at += 1) {
      const character = this.text[this.#at]!;
      if (character === '[') depth += 1;
      else if (character === ']') depth -= 1;
      else if (depth === 0 && (character === '=' || character === ',' || character === ')')) return;
      else if (!/[\w., "']/.test(character)) {
        throw this.refuse('unsupported', `expected a type annotation ${this.#place()}`);
      }
    }
  }

  /** An error that shows this line. */
  refuse(code: 'unsafe' | 'unsupported' | 'too-large', problem: string): CheckpointError {
    const shown = shorten(this.text.trim());
    return new CheckpointError(code, `line ${this.number} of the generated code: ${problem}: ${shown}`, 'forward');
  }

  /** The text from here on, for messages. */
  rest(): string {
    return this.text.slice(this.#at, this.#at + SHOWN_CHARACTERS);
  }

  #place(): string {
    return this.isDone() ? 'at the end' : `at "${this.rest().slice(0, 12)}"`;
  }

  #isComparison(): boolean {
    this.#skipSpaces();
    return this.text.startsWith('==', this.#at);
  }

  #skipSpaces(): void {
    while (this.text[this.#at] === ' ' || this.text[this.#at] === '\t') this.#at += 1;
  }
}
