/** What Python's int() and float() take away at both ends (Python 3.11): not quite what str.strip() does. */
const EDGES =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/gu;

const INT = /^[+-]?\p{Nd}+(?:_\p{Nd}+)*$/u;
const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;
const NAMED_FLOAT = /^([+-]?)(nan|inf|infinity)$/i;

/** True when Python's `int(text)` works: blanks around it, a sign and `_` between digits are allowed. */
export function isPythonInt(text: string): boolean {
  return INT.test(text.replace(EDGES, ''));
}

/** Python's `float(text)`: blanks around it, `_` between digits, `nan` and `inf` are allowed; null where Python raises. */
export function parsePythonFloat(text: string): number | null {
  const inner = text.replace(EDGES, '');
  const named = NAMED_FLOAT.exec(inner);
  if (named !== null) {
    if (named[2]!.toLowerCase() === 'nan') return NaN;
    return named[1] === '-' ? -Infinity : Infinity;
  }
  return FLOAT.test(inner) ? Number(inner.replaceAll('_', '')) : null;
}
