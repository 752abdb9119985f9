import type { Bbox } from '../domain/detection';
import type { PixelSize } from './raster';
import { roundHalfEven } from './round-half-even';

/** A rectangle of an image in whole pixels. A side may be 0: then there is nothing to look at. */
export interface CropRect {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

// speciesnet 5.0.4, classifier.py: MAX_CROP_RATIO 0.3, MAX_CROP_SIZE 400.
const MAX_STRIP_SHARE = 0.3;
const MAX_STRIP_PIXELS = 400;

/**
 * What an always_crop classifier sees of a detection: products in double, cut to whole pixels toward zero. Often a pixel off the
 * box it came from, because the bbox went through float32; that is part of the reference's result.
 */
export function cropOfBbox([xMin, yMin, width, height]: Bbox, size: PixelSize): CropRect {
  return {
    top: cut(yMin * size.height),
    left: cut(xMin * size.width),
    height: cut(height * size.height),
    width: cut(width * size.width),
  };
}

/**
 * What a full_image classifier sees: the image without a strip at the top and one at the bottom, where cameras print their data.
 * Both together at most 30 % of the height and 400 pixels.
 */
export function cropOfFullImage({ width, height }: PixelSize): CropRect {
  const kept = Math.max(cut(height * (1 - MAX_STRIP_SHARE)), height - MAX_STRIP_PIXELS);
  return { top: roundHalfEven((height - kept) / 2), left: 0, height: kept, width };
}

/** The whole image. */
export function cropOfWholeImage({ width, height }: PixelSize): CropRect {
  return { top: 0, left: 0, height, width };
}

/** Python's int(); never -0. */
function cut(value: number): number {
  return Math.trunc(value) + 0;
}
