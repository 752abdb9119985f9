/** Side of a tile, px: what the slider offers, and one step of it or of the keys "+" and "-". */
export const SMALLEST = 120;
export const LARGEST = 360;
export const SIZE_STEP = 8;
const KEY_STEP = 24;

/** The size after a key: larger with 1, smaller with -1, within what the slider offers. */
export function nextSize(size: number, step: 1 | -1): number {
  return Math.max(SMALLEST, Math.min(LARGEST, size + step * KEY_STEP));
}
