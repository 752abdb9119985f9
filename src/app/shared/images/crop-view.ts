import type { Bbox } from '../../../domain/detection';

/** Around the box, as a share of its longer side: an animal without its surroundings is hard to tell. */
const MARGIN = 0.1;
/** No crop is narrower or lower than this share of the photo: a speck needs its surroundings even more. */
const LEAST_SIDE = 0.06;

/** What a crop shows, in fractions of the photo. */
export interface CropView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Width by height in pixels of the photo. */
  readonly ratio: number;
}

/** The box with some surroundings, inside the photo. `size` = pixels of the photo. */
export function cropView(
  [x, y, width, height]: Bbox,
  size: { readonly width: number; readonly height: number },
): CropView {
  const margin = MARGIN * Math.max(width * size.width, height * size.height);
  const [left, across] = widen(x, width, margin / size.width);
  const [top, down] = widen(y, height, margin / size.height);
  return { x: left, y: top, width: across, height: down, ratio: (across * size.width) / (down * size.height) };
}

/** Both ways, then moved and cut to lie between 0 and 1. */
function widen(from: number, length: number, margin: number): readonly [from: number, length: number] {
  const wanted = Math.min(1, Math.max(length + 2 * margin, LEAST_SIDE));
  const start = Math.min(1 - wanted, Math.max(0, from + length / 2 - wanted / 2));
  return [start, wanted];
}
