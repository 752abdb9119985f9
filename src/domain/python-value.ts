/**
 * A JSON value as Python's `json.load` holds it. A number without decimal point and exponent is a bigint (Python's int), any
 * other a number (its float); `NaN`, `Infinity` and `-Infinity` are read. Objects keep their order, and of a key that occurs
 * twice the last value counts.
 */
export type PythonValue = null | boolean | number | bigint | string | readonly PythonValue[] | PythonDict;

/** A JSON object as Python holds it. */
export type PythonDict = ReadonlyMap<string, PythonValue>;

/** True for what Python reads as a dict. */
export function isPythonDict(value: PythonValue | undefined): value is PythonDict {
  return value instanceof Map;
}

/** True for what Python reads as a list. */
export function isPythonList(value: PythonValue | undefined): value is readonly PythonValue[] {
  return Array.isArray(value);
}

/** True for Python's int and float; a bool is an int there. */
export function isPythonNumber(value: PythonValue | undefined): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

/** A value in a message: text up to 80 characters and numbers themselves, containers by their kind. */
export function describePythonValue(value: PythonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `"${value.slice(0, 80)}"`;
  if (isPythonDict(value)) return 'an object';
  if (isPythonList(value)) return 'a list';
  return String(value);
}
