import type { Bbox } from '../../../domain/detection';
import type { DetectionRef } from '../../../domain/megadetector/detection-set';

/** As many pictures make a still thing sharp and a moving one a blur; more change nothing that can be seen. */
const MOST_AVERAGED = 20;

/** Around the box, in parts of its longer side: what a thing is shows at its edges. */
const MARGIN = 0.35;

/** A part of an image in pixels of some picture of it. */
export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The members whose pictures are averaged: at most twenty images, evenly from first to last, each once. */
export function averagedMembers(members: readonly DetectionRef[], most = MOST_AVERAGED): readonly string[] {
  const filepaths = [...new Set(members.map(({ filepath }) => filepath))];
  if (filepaths.length <= most) return filepaths;
  if (most === 1) return filepaths.slice(0, 1);
  const step = (filepaths.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => filepaths[Math.round(index * step)]!);
}

/**
 * What is cut out around a box, in fractions of the image: the box and a margin, as far as the image reaches. `aspect` =
 * width by height of the image in pixels: the margin is equally wide on all sides.
 */
export function cropAround([x, y, width, height]: Bbox, aspect: number): Bbox {
  const marginY = MARGIN * Math.max(width * aspect, height);
  const marginX = marginY / aspect;
  const left = Math.max(0, x - marginX);
  const top = Math.max(0, y - marginY);
  const right = Math.min(1, x + width + marginX);
  const bottom = Math.min(1, y + height + marginY);
  return [left, top, right - left, bottom - top];
}

/** A crop in pixels of a picture of the image. */
export function cropPixels([x, y, width, height]: Bbox, picture: { width: number; height: number }): PixelRect {
  return {
    x: x * picture.width,
    y: y * picture.height,
    width: width * picture.width,
    height: height * picture.height,
  };
}

/** The largest size of that shape within a square of `side` pixels, at least one pixel each way. */
export function fitWithin(shape: { width: number; height: number }, side: number) {
  const scale = side / Math.max(shape.width, shape.height);
  return {
    width: Math.max(1, Math.round(shape.width * scale)),
    height: Math.max(1, Math.round(shape.height * scale)),
  };
}

/** Adds pictures up, channel by channel; all of one size. */
export interface PixelMean {
  add(rgba: Uint8ClampedArray): void;
  /** The mean so far, opaque; null before anything was added. */
  mean(): Uint8ClampedArray<ArrayBuffer> | null;
}

export function createPixelMean(length: number): PixelMean {
  const sums = new Float64Array(length);
  let count = 0;
  return {
    add(rgba) {
      for (let place = 0; place < length; place++) sums[place]! += rgba[place]!;
      count += 1;
    },
    mean() {
      if (count === 0) return null;
      const mean = new Uint8ClampedArray(length);
      for (let place = 0; place < length; place++) mean[place] = place % 4 === 3 ? 255 : sums[place]! / count;
      return mean;
    },
  };
}
