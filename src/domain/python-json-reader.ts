import { ParseError } from './parse-error';
import type { PythonValue } from './python-value';

/** Python 3.11 gives up at about 1,000; no result file is a tenth as deep. */
const MAX_DEPTH = 900;

/** Longer whole numbers are refused by Python 3.11 (`sys.get_int_max_str_digits`). */
const MAX_INT_DIGITS = 4300;

const NUMBER = /(-?(?:0|[1-9]\d*))((?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
const WORDS: readonly (readonly [string, PythonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
];
const QUOTE = 34;
const BACKSLASH = 92;
const BLANK = 32;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads JSON text step by step as Python's `json.load` does (Python 3.11): strict where it is (byte-order mark, trailing
 * commas, control characters), tolerant where it is (NaN). Every method throws a ParseError that names the position.
 * A whole value at once, or member by member, so that a list of 100,000 entries never has to exist as a whole.
 */
export class PythonJsonReader {
  /** Index of the next character; may be set back to a place where a value began. */
  position = 0;

  constructor(
    private readonly text: string,
    /** What the text is, for messages. */
    private readonly name: string,
  ) {}

  /** True when the next character, after blanks, is this one. */
  isAt(character: string): boolean {
    this.skipBlanks();
    return this.text[this.position] === character;
  }

  /** Steps into an object or a list. */
  enter(bracket: '{' | '['): void {
    if (!this.isAt(bracket)) throw this.fault(`"${bracket}"`);
    this.position++;
  }

  /** The next key of the object that was entered, up to its value; null at the end, which is stepped over. */
  nextKey(isFirst: boolean): string | null {
    if (!this.nextMember(isFirst, '}')) return null;
    if (!this.isAt('"')) throw this.fault('a key in double quotes');
    const key = this.readText();
    if (!this.isAt(':')) throw this.fault('":"');
    this.position++;
    return key;
  }

  /** True when the list that was entered goes on; at its end, which is stepped over, false. */
  nextItem(isFirst: boolean): boolean {
    return this.nextMember(isFirst, ']');
  }

  /** The next value, whatever it is. */
  readValue(depth = 0): PythonValue {
    if (depth > MAX_DEPTH) throw this.fault(`at most ${MAX_DEPTH} levels`);
    if (this.isAt('"')) return this.readText();
    if (this.isAt('{')) return this.readObject(depth);
    if (this.isAt('[')) return this.readList(depth);
    return this.readNumber() ?? this.readWord();
  }

  /** Throws unless nothing but blanks is left. */
  expectEnd(): void {
    this.skipBlanks();
    if (this.position < this.text.length) throw this.fault('the end');
  }

  private readObject(depth: number): PythonValue {
    const members = new Map<string, PythonValue>();
    this.enter('{');
    for (let key = this.nextKey(true); key !== null; key = this.nextKey(false)) {
      members.set(key, this.readValue(depth + 1));
    }
    return members;
  }

  private readList(depth: number): PythonValue {
    const items: PythonValue[] = [];
    this.enter('[');
    while (this.nextItem(items.length === 0)) items.push(this.readValue(depth + 1));
    return items;
  }

  private nextMember(isFirst: boolean, end: '}' | ']'): boolean {
    if (this.isAt(end)) {
      this.position++;
      return false;
    }
    if (isFirst) return true;
    if (!this.isAt(',')) throw this.fault(`"," or "${end}"`);
    this.position++;
    if (this.isAt(end)) throw this.fault('a value after ","');
    return true;
  }

  private readText(): string {
    this.position++;
    let value = '';
    for (;;) {
      const start = this.position;
      let code = this.text.charCodeAt(this.position);
      // JSON forbids control characters in texts; behind the end there is NaN.
      while (code >= BLANK && code !== QUOTE && code !== BACKSLASH) code = this.text.charCodeAt(++this.position);
      value += this.text.slice(start, this.position);
      if (code === QUOTE) {
        this.position++;
        return value;
      }
      if (code !== BACKSLASH) throw this.fault('a text without control characters that ends');
      value += this.readEscape();
    }
  }

  private readEscape(): string {
    const letter = this.text[this.position + 1] ?? '';
    const plain = ESCAPES[letter];
    if (plain !== undefined) {
      this.position += 2;
      return plain;
    }
    const digits = this.text.slice(this.position + 2, this.position + 6);
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits)) throw this.fault('an escape of JSON');
    this.position += 6;
    return String.fromCharCode(parseInt(digits, 16));
  }

  private readNumber(): number | bigint | null {
    NUMBER.lastIndex = this.position;
    const match = NUMBER.exec(this.text);
    if (match === null) return null;
    const [text, whole = '', rest = ''] = match;
    if (rest === '' && whole.length > MAX_INT_DIGITS) throw this.fault(`at most ${MAX_INT_DIGITS} digits`);
    this.position += text.length;
    return rest === '' ? BigInt(whole) : Number(text);
  }

  private readWord(): PythonValue {
    for (const [word, value] of WORDS) {
      if (!this.text.startsWith(word, this.position)) continue;
      this.position += word.length;
      return value;
    }
    throw this.fault('a value');
  }

  private skipBlanks(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (code !== BLANK && code !== 10 && code !== 13 && code !== 9) return;
      this.position++;
    }
  }

  private fault(expected: string): ParseError {
    const found = this.text.slice(this.position, this.position + 20);
    const got = found === '' ? 'the end of the text' : JSON.stringify(found);
    return new ParseError(`${this.name}: character ${this.position}`, expected, got);
  }
}
