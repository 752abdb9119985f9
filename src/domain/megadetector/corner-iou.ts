import type { Bbox } from '../detection';

/** A box by its corners, in fractions of the image: the reference compares boxes in this form. */
export type Corners = readonly [x1: number, y1: number, x2: number, y2: number];

/** The corners of a box; `x2` and `y2` are rounded sums, so that `x2 - x1` may differ from the width by a rounding. */
export function cornersOf([x, y, width, height]: Bbox): Corners {
  return [x, y, x + width, y + height];
}

/**
 * Intersection over union, 0 to 1, of a box and the one that begins at `start` in a row of corners. It keeps the order of the
 * reference's arithmetic, so that a threshold is met by the same boxes (megadetector 10.0.24, ct_utils.get_iou). Where the
 * reference refuses a box because it has no extent, this is 0.
 */
export function cornerIou([ax1, ay1, ax2, ay2]: Corners, row: readonly number[], start = 0): number {
  const bx1 = row[start]!;
  const by1 = row[start + 1]!;
  const bx2 = row[start + 2]!;
  const by2 = row[start + 3]!;
  if (!(ax2 > ax1 && ay2 > ay1 && bx2 > bx1 && by2 > by1)) return 0;
  const width = Math.min(ax2, bx2) - Math.max(ax1, bx1);
  const height = Math.min(ay2, by2) - Math.max(ay1, by1);
  if (width < 0 || height < 0) return 0;
  const shared = width * height;
  return shared / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - shared);
}
