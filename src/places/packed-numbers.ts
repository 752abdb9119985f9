/**
 * Whole numbers as text: the generated modules hold their geometry in one long string, which costs no type-checking, works
 * in page, worker and Node alike, and compresses well. Each number is zigzag-coded (0, -1, 1, -2 …) and written in
 * groups of five bits, lowest first; a sixth bit says that more follow.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Packs whole numbers within ±2^30. */
export function packNumbers(values: readonly number[]): string {
  let text = '';
  for (const value of values) {
    let rest = value < 0 ? -2 * value - 1 : 2 * value;
    while (rest >= 32) {
      text += LETTERS[32 + (rest % 32)]!;
      rest = Math.floor(rest / 32);
    }
    text += LETTERS[rest]!;
  }
  return text;
}

/** Reads what packNumbers wrote. */
export function unpackNumbers(text: string): Int32Array {
  const digits = new Uint8Array(128);
  for (let index = 0; index < LETTERS.length; index++) digits[LETTERS.charCodeAt(index)] = index;
  const values = new Int32Array(text.length);
  let count = 0;
  let value = 0;
  let factor = 1;
  for (let index = 0; index < text.length; index++) {
    const digit = digits[text.charCodeAt(index)]!;
    value += (digit & 31) * factor;
    if (digit >= 32) {
      factor *= 32;
      continue;
    }
    values[count] = value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    count += 1;
    value = 0;
    factor = 1;
  }
  return values.slice(0, count);
}
