import { cornerIou, cornersOf, type Corners } from './corner-iou';
import { ParseError } from '../parse-error';

/**
 * Overlap of two boxes `[xMin, yMin, width, height]` of a file as intersection over union, as megadetector computes it
 * (10.0.24, ct_utils.get_iou), so that results at a threshold are the same to the last bit.
 * Throws ParseError, where it fails an assertion, for a box without width or height.
 */
export function mdIouOf(box: readonly number[], other: readonly number[]): number {
  return cornerIou(extentOf(box), extentOf(other));
}

function extentOf(box: readonly number[]): Corners {
  const [x = NaN, y = NaN, width = NaN, height = NaN] = box;
  const corners = cornersOf([x, y, width, height]);
  if (corners[0] < corners[2] && corners[1] < corners[3]) return corners;
  throw new ParseError('bbox', 'a box with width and height', `[${box.join(', ')}]`);
}
