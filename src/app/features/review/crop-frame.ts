import type { Bbox } from '../../../domain/detection';

/** Around the box, in parts of its longer side. */
const MARGIN = 0.15;
/** No crop is narrower or lower than this part of the image: a speck says nothing without what is around it. */
const LEAST = 0.08;

/** What is cut out, in fractions of the image, and its width by height in pixels. */
export interface CropFrame {
  readonly rect: Bbox;
  readonly shape: number;
}

/** The box and a margin, as far as the image reaches. `size` = pixels of the image. */
export function cropFrame([x, y, width, height]: Bbox, size: { width: number; height: number }): CropFrame {
  const margin = MARGIN * Math.max(width * size.width, height * size.height);
  const [left, across] = stretch(x, width, margin / size.width);
  const [top, down] = stretch(y, height, margin / size.height);
  return { rect: [left, top, across, down], shape: (across * size.width) / (down * size.height) };
}

function stretch(from: number, length: number, margin: number): readonly [from: number, length: number] {
  const wanted = Math.min(1, Math.max(LEAST, length + 2 * margin));
  return [Math.min(1 - wanted, Math.max(0, from + (length - wanted) / 2)), wanted];
}
