/** What Python's `str.strip()` takes away at both ends (Python 3.11, `str.isspace`); unlike JS it keeps U+FEFF. */
const EDGES =
  /^[\t-\r\u001c- \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r\u001c- \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/gu;

/** `text.strip()` as Python does it. */
export function stripLikePython(text: string): string {
  return text.replace(EDGES, '');
}

/**
 * The lines of a text file as Python iterates over them, each stripped: `\r\n`, `\r` and `\n` end a line, a final one opens
 * no further line, blank lines stay as empty strings.
 */
export function strippedLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map(stripLikePython);
}

/** Compares by code point, as Python compares text. JS compares UTF-16 units, which puts astral characters too early. */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = codePointRank(left.charCodeAt(index)) - codePointRank(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Orders UTF-16 units like the code points they belong to: surrogates come after U+FFFF. */
export function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
