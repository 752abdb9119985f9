import type { Bbox, Detection } from '../detection';
import type { ReviewBox } from './image-review';

/** What is dragged: a side, a corner, or the whole box. */
export type BoxHandle = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw' | 'all';

/** Smallest width and height of a box, in fractions of the image: below nothing can be grasped. */
export const LEAST_SIDE = 0.004;

/** The detector's boxes as a person finds them, each with the name of its species, where it has one of its own. */
export function boxesToEdit(
  detections: readonly Detection[],
  nameOf: (index: number) => string | null,
  isShown: (detection: Detection, index: number) => boolean,
): readonly ReviewBox[] {
  return detections.flatMap((detection, index) =>
    isShown(detection, index)
      ? [{ bbox: detection.bbox, category: detection.category, label: nameOf(index), from: index }]
      : [],
  );
}

/** The box after a drag of `dx` and `dy`, in fractions of the image; it stays within the image, and its sides never cross. */
export function dragBox([x, y, width, height]: Bbox, handle: BoxHandle, dx: number, dy: number): Bbox {
  if (handle === 'all') {
    return [within(x + dx, 0, 1 - width), within(y + dy, 0, 1 - height), width, height];
  }
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  if (handle.includes('w')) left = within(left + dx, 0, right - LEAST_SIDE);
  if (handle.includes('e')) right = within(right + dx, left + LEAST_SIDE, 1);
  if (handle.includes('n')) top = within(top + dy, 0, bottom - LEAST_SIDE);
  if (handle.includes('s')) bottom = within(bottom + dy, top + LEAST_SIDE, 1);
  return [left, top, right - left, bottom - top];
}

/** The box between two points of the image, in fractions; null when it is too small to be meant. */
export function boxBetween(one: readonly [x: number, y: number], other: readonly [x: number, y: number]): Bbox | null {
  const [left, right] = [within(Math.min(one[0], other[0]), 0, 1), within(Math.max(one[0], other[0]), 0, 1)];
  const [top, bottom] = [within(Math.min(one[1], other[1]), 0, 1), within(Math.max(one[1], other[1]), 0, 1)];
  const isMeant = right - left >= LEAST_SIDE && bottom - top >= LEAST_SIDE;
  return isMeant ? [left, top, right - left, bottom - top] : null;
}

/** Two boxes for two animals that the detector took for one: halves along the longer side, as it is seen. */
export function splitBox(
  box: ReviewBox,
  size: { readonly width: number; readonly height: number },
): [ReviewBox, ReviewBox] {
  const [x, y, width, height] = box.bbox;
  const isWide = width * size.width >= height * size.height;
  const halves: readonly [Bbox, Bbox] = isWide
    ? [
        [x, y, width / 2, height],
        [x + width / 2, y, width / 2, height],
      ]
    : [
        [x, y, width, height / 2],
        [x, y + height / 2, width, height / 2],
      ];
  return [
    { ...box, bbox: halves[0] },
    { ...box, bbox: halves[1], from: null },
  ];
}

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
