/**
 * The matrices of minimal filtering F(4, 3): four neighbouring results of a filter of three weights from six inputs with six
 * products instead of twelve (Winograd 1980; Lavin and Gray 2016, arXiv:1509.09308, section 4.3). Points 0, 1, -1, 2, -2, infinity.
 */

/** Results of one tile along an axis. */
export const TILE = 4;

/** Inputs of one tile along an axis, and products. */
export const POINTS = 6;

/** Inputs of a tile to its points: 6 by 6. */
export const INPUT_MATRIX: readonly (readonly number[])[] = [
  [4, 0, -5, 0, 1, 0],
  [0, -4, -4, 1, 1, 0],
  [0, 4, -4, -1, 1, 0],
  [0, -2, -1, 2, 1, 0],
  [0, 2, -1, -2, 1, 0],
  [0, 4, 0, -5, 0, 1],
];

/** Weights of a filter to its points: 6 by 3. */
export const WEIGHT_MATRIX: readonly (readonly number[])[] = [
  [1 / 4, 0, 0],
  [-1 / 6, -1 / 6, -1 / 6],
  [-1 / 6, 1 / 6, -1 / 6],
  [1 / 24, 1 / 12, 1 / 6],
  [1 / 24, -1 / 12, 1 / 6],
  [0, 0, 1],
];

/** Products at the points to the results of a tile: 4 by 6. */
export const OUTPUT_MATRIX: readonly (readonly number[])[] = [
  [1, 1, 1, 1, 1, 0],
  [0, 1, -1, 2, -2, 0],
  [0, 1, 1, 4, 4, 0],
  [0, 1, -1, 8, -8, 1],
];

/**
 * Weights of 3 by 3 filters to their points, as one matrix: 36 rows (column point, then row point) by 9 columns (the filter,
 * row by row).
 */
export function filterMatrix(): Float32Array {
  const rows = WEIGHT_MATRIX.flatMap((across) =>
    WEIGHT_MATRIX.flatMap((down) => down.flatMap((y) => across.map((x) => y * x))),
  );
  return Float32Array.from(rows);
}
