/**
 * Class names as YOLOv5 writes them into an ONNX file's metadata: the text of a Python dict, `{0: 'animal', 1: "person"}`,
 * or of a list, `['animal', 'person']` (ultralytics/yolov5 v7.0, export.py: `str(model.names)`).
 * @returns the names in class order.
 * @throws Error that says what was expected and where, also when the numbers are not 0, 1, 2, …
 */
export function parseClassNames(text: string): string[] {
  const reader = new LiteralReader(text);
  const names = reader.peek() === '[' ? readList(reader) : readDict(reader);
  reader.expectEnd();
  return names;
}

function readList(reader: LiteralReader): string[] {
  const names: string[] = [];
  reader.expect('[');
  while (!reader.take(']')) {
    names.push(reader.readText());
    if (!reader.take(',')) {
      reader.expect(']');
      break;
    }
  }
  return names;
}

function readDict(reader: LiteralReader): string[] {
  const names = new Map<number, string>();
  reader.expect('{');
  while (!reader.take('}')) {
    const index = reader.readWholeNumber();
    reader.expect(':');
    if (names.has(index)) throw new Error(`class names: number ${index} appears twice`);
    names.set(index, reader.readText());
    if (!reader.take(',')) {
      reader.expect('}');
      break;
    }
  }
  return Array.from({ length: names.size }, (_, index) => {
    const name = names.get(index);
    if (name === undefined)
      throw new Error(`class names: expected numbers 0 to ${names.size - 1}, number ${index} is missing`);
    return name;
  });
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\', "'": "'", '"': '"', n: '\n', r: '\r', t: '\t' };
const HEX_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads the few forms of Python literals that can occur; the position moves as it reads. */
class LiteralReader {
  #position = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next character that is not white space, or '' at the end. */
  peek(): string {
    while (/\s/.test(this.#text.charAt(this.#position))) this.#position += 1;
    return this.#text.charAt(this.#position);
  }

  take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#position += 1;
    return true;
  }

  expect(character: string): void {
    if (!this.take(character)) this.#fail(`"${character}"`);
  }

  expectEnd(): void {
    if (this.peek() !== '') this.#fail('the end');
  }

  readWholeNumber(): number {
    this.peek();
    const digits = /^\d{1,9}/.exec(this.#text.slice(this.#position))?.[0];
    if (digits === undefined) return this.#fail('a whole number');
    this.#position += digits.length;
    return Number(digits);
  }

  readText(): string {
    const quote = this.peek();
    if (quote !== "'" && quote !== '"') return this.#fail('a text in quotes');
    this.#position += 1;
    let result = '';
    for (;;) {
      const character = this.#text.charAt(this.#position);
      if (character === '') return this.#fail('a closing quote');
      this.#position += 1;
      if (character === quote) return result;
      result += character === '\\' ? this.#readEscape() : character;
    }
  }

  #readEscape(): string {
    const letter = this.#text.charAt(this.#position);
    const simple = SIMPLE_ESCAPES[letter];
    if (simple !== undefined) {
      this.#position += 1;
      return simple;
    }
    const digits = this.#text.slice(this.#position + 1, this.#position + 1 + (HEX_ESCAPES[letter] ?? 0));
    const code = Number.parseInt(digits, 16);
    if (digits === '' || !/^[0-9a-f]+$/i.test(digits) || code > 0x10ffff)
      return this.#fail('an escape like \\n or \\x41');
    this.#position += 1 + digits.length;
    return String.fromCodePoint(code);
  }

  #fail(expected: string): never {
    const found = this.#text.slice(this.#position, this.#position + 20);
    throw new Error(`class names: expected ${expected} at character ${this.#position}, got "${found}"`);
  }
}
