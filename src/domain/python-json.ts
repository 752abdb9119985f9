import { roundDecimals } from './python-number';

/** What the writer takes: JSON values, and Map for objects whose keys must keep their order (JS sorts "3" before "10"). */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | ReadonlyMap<string, JsonValue>
  | { readonly [key: string]: JsonValue | undefined };

/** How a file wants its JSON. */
export interface PythonJsonStyle {
  /** Keys under which every number is a float, at any depth below: `1` is written `1.0` there, as Python would. */
  readonly floatKeys: ReadonlySet<string>;
  /** True = Python's round(x, 4) on every float. */
  readonly roundsTo4: boolean;
  /** True = everything but printable ASCII is written as \uXXXX (Python's ensure_ascii). */
  readonly isAscii: boolean;
}

const INDENT = ' ';

/**
 * JSON text as Python's `json.dump(value, indent=1)` writes it: one blank per level, `": "`, empty containers inline, floats
 * by Python's `repr`, no final newline. Keys whose value is undefined are left out. Numbers that are not whole are floats
 * wherever they stand. `level` = how deep the text will stand inside a larger one.
 */
export function pythonJson(value: JsonValue, style: PythonJsonStyle, level = 0): string {
  return write(value, style, level, false);
}

/**
 * The same text for an object with a long list, in chunks, so that a file of 100,000 images is never held as one text. `head` =
 * the entries before the list, in order; `tail` = those after it, asked for when the list has been written.
 */
export function* pythonJsonWithList(
  head: readonly (readonly [string, JsonValue])[],
  listKey: string,
  items: Iterable<JsonValue>,
  style: PythonJsonStyle,
  tail: () => readonly (readonly [string, JsonValue])[] = () => [],
): Generator<string> {
  const open = `{\n${head.map(([key, value]) => `${entry(key, value, style, 1)},\n`).join('')}`;
  let separator = `${open}${INDENT}${quote(listKey, style)}: [\n`;
  for (const item of items) {
    yield `${separator}${INDENT.repeat(2)}${pythonJson(item, style, 2)}`;
    separator = ',\n';
  }
  const list = separator === ',\n' ? `\n${INDENT}]` : `${open}${INDENT}${quote(listKey, style)}: []`;
  yield `${list}${tail()
    .map(([key, value]) => `,\n${entry(key, value, style, 1)}`)
    .join('')}\n}`;
}

/** Python's `round(x, 4)`: how SpeciesNet's files round. */
export function roundTo4(value: number): number {
  return roundDecimals(value, 4);
}

/** A float as Python's `repr` writes it: `1.0`, `0.0001`, `1e-05`, `1e+16`, `-0.0`. */
export function pythonFloat(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    // Python pads exponents to two digits.
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  const text = String(value);
  return Number.isInteger(value) ? `${text}.0` : text;
}

function write(value: JsonValue, style: PythonJsonStyle, level: number, isFloat: boolean): string {
  if (typeof value === 'string') return quote(value, style);
  if (typeof value === 'number') return writeNumber(value, style, isFloat);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) {
    const items = value.map((item) => INDENT.repeat(level + 1) + write(item, style, level + 1, isFloat));
    return enclose('[', items, ']', level);
  }
  const entries: string[] = [];
  for (const [key, item] of isMap(value) ? value : Object.entries(value)) {
    if (item !== undefined) entries.push(entry(key, item, style, level + 1, isFloat));
  }
  return enclose('{', entries, '}', level);
}

function entry(key: string, value: JsonValue, style: PythonJsonStyle, level: number, isFloat = false): string {
  const text = write(value, style, level, isFloat || style.floatKeys.has(key));
  return `${INDENT.repeat(level)}${quote(key, style)}: ${text}`;
}

function enclose(open: string, items: readonly string[], close: string, level: number): string {
  return items.length === 0 ? open + close : `${open}\n${items.join(',\n')}\n${INDENT.repeat(level)}${close}`;
}

function writeNumber(value: number, style: PythonJsonStyle, isFloat: boolean): string {
  if (!isFloat && Number.isInteger(value) && !Object.is(value, -0)) return String(value);
  return pythonFloat(style.roundsTo4 ? roundTo4(value) : value);
}

/** JSON.stringify and Python escape the same characters; Python's ASCII form also escapes DEL and all above. */
function quote(text: string, { isAscii }: PythonJsonStyle): string {
  const quoted = JSON.stringify(text);
  if (!isAscii) return quoted;
  return quoted.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isMap(value: JsonValue): value is ReadonlyMap<string, JsonValue> {
  return value instanceof Map;
}
