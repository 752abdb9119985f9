import type { DetectorRows } from '../../src/vision/nms';

/** Rows written as lists of decimals, as the network would hand them over: one float32 array. */
export function rowsFromLists(lists: readonly (readonly number[])[], columns: number): DetectorRows {
  return { data: Float32Array.from(lists.flat()), count: lists.length, columns };
}
