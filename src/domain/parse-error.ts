/**
 * Data from outside does not have the expected form. The message says where, what was expected and what came:
 * `info.json: classifier_labels: expected text, got number`.
 */
export class ParseError extends Error {
  override readonly name = 'ParseError';

  constructor(
    readonly where: string,
    readonly expected: string,
    readonly got: string,
  ) {
    super(`${where}: expected ${expected}, got ${got}`);
  }
}

/** Names the kind of a JSON value for people: `text`, `number`, `null`, `a list`, `an object`, `nothing`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'object') return 'an object';
  return typeof value;
}

/** A JSON object, neither null nor a list. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; throws ParseError otherwise. */
export function expectObject(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (isJsonObject(value)) return value;
  throw new ParseError(where, 'an object', kindOf(value));
}

/** The value as a list; throws ParseError otherwise. */
export function expectList(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  throw new ParseError(where, 'a list', kindOf(value));
}

/** The value as text; throws ParseError otherwise. */
export function expectText(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  throw new ParseError(where, 'text', kindOf(value));
}
