import type { Bbox } from '../../../domain/detection';

/** Pixels of the longer side: twice the largest cell. */
const LONGEST = 320;

/** Where a crop lies in a photo, and how large it is drawn, in pixels. */
export interface CropCut {
  readonly from: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly to: { readonly width: number; readonly height: number };
}

/** Plans a crop: `rect` in fractions of the photo, `photo` in pixels. Never enlarged. */
export function planCut([x, y, width, height]: Bbox, photo: { width: number; height: number }): CropCut {
  const from = {
    x: x * photo.width,
    y: y * photo.height,
    width: Math.max(1, width * photo.width),
    height: Math.max(1, height * photo.height),
  };
  const scale = Math.min(1, LONGEST / Math.max(from.width, from.height));
  return {
    from,
    to: {
      width: Math.max(1, Math.round(from.width * scale)),
      height: Math.max(1, Math.round(from.height * scale)),
    },
  };
}
