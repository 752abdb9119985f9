import { ParseError } from '../parse-error';

/**
 * Overlap of two boxes `[xMin, yMin, width, height]` as intersection over union, computed from their corners as megadetector
 * does (10.0.24, ct_utils.get_iou), so that results at a threshold are the same to the last bit.
 * Throws ParseError, where it fails an assertion, for a box without width or height.
 */
export function mdIouOf(box: readonly number[], other: readonly number[]): number {
  const [left, top, right, bottom] = cornersOf(box);
  const [otherLeft, otherTop, otherRight, otherBottom] = cornersOf(other);
  const width = Math.min(right, otherRight) - Math.max(left, otherLeft);
  const height = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  if (width < 0 || height < 0) return 0;
  const shared = width * height;
  const area = (right - left) * (bottom - top);
  const otherArea = (otherRight - otherLeft) * (otherBottom - otherTop);
  return shared / (area + otherArea - shared);
}

function cornersOf(box: readonly number[]): readonly [left: number, top: number, right: number, bottom: number] {
  const [x = NaN, y = NaN, width = NaN, height = NaN] = box;
  const corners = [x, y, x + width, y + height] as const;
  if (corners[0] < corners[2] && corners[1] < corners[3]) return corners;
  throw new ParseError('bbox', 'a box with width and height', `[${box.join(', ')}]`);
}
