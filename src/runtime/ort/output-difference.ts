/**
 * How far two answers of a network are apart: the largest difference of a column, in parts of that column's largest
 * number, or of 1 when that is larger (so that tiny probabilities are not compared by their last digits). Infinity when
 * lengths differ or a number is not finite. A detector's columns are box, objectness and classes; a classifier has one.
 */
export function outputDifference(reference: Float32Array, other: Float32Array, columns: number): number {
  if (reference.length !== other.length) return Infinity;
  const largest = new Float64Array(columns).fill(1);
  const apart = new Float64Array(columns);
  for (let index = 0; index < reference.length; index++) {
    const column = index % columns;
    const difference = Math.abs(reference[index]! - other[index]!);
    if (!Number.isFinite(difference)) return Infinity;
    largest[column] = Math.max(largest[column]!, Math.abs(reference[index]!));
    apart[column] = Math.max(apart[column]!, difference);
  }
  return apart.reduce((worst, value, column) => Math.max(worst, value / largest[column]!), 0);
}
