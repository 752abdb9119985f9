import type { Bbox } from '../../../domain/detection';

/** How much of the photo is shown around a box: without its surroundings an animal is hard to tell. */
export interface Surroundings {
  /** As a share of the box's longer side, equally wide on all sides. */
  readonly margin: number;
  /** No crop is narrower or lower than this share of the photo: a speck needs its surroundings even more. */
  readonly leastSide: number;
}

/** What a crop shows. */
export interface CropView {
  /** In fractions of the photo. */
  readonly rect: Bbox;
  /** Width by height in pixels of the photo. */
  readonly ratio: number;
}

/** The box with its surroundings, moved and cut to lie inside the photo. `size` = pixels of the photo. */
export function cropView(
  [x, y, width, height]: Bbox,
  size: { readonly width: number; readonly height: number },
  { margin, leastSide }: Surroundings,
): CropView {
  const pixels = margin * Math.max(width * size.width, height * size.height);
  const [left, across] = widen(x, width, pixels / size.width, leastSide);
  const [top, down] = widen(y, height, pixels / size.height, leastSide);
  return { rect: [left, top, across, down], ratio: (across * size.width) / (down * size.height) };
}

/** Both ways, then moved and cut to lie between 0 and 1. */
function widen(from: number, length: number, margin: number, least: number): readonly [from: number, length: number] {
  const wanted = Math.min(1, Math.max(length + 2 * margin, least));
  const start = Math.min(1 - wanted, Math.max(0, from + length / 2 - wanted / 2));
  return [start, wanted];
}
