/** Weights shrink to nine tenths, lists of names to a tenth. More than this, and much of it, is a bomb. */
const LARGEST_RATIO = 100;
/** Below this no ratio does any harm. */
export const HARMLESS_BYTES = 64 * 1024 ** 2;

/** True when so many bytes cannot come from so few in an honest archive. */
export const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > HARMLESS_BYTES && unpacked > packed * LARGEST_RATIO;
