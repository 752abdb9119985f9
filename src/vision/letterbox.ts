import type { Bbox } from '../domain/detection';
import type { DetectorInputSize } from '../domain/model-package';
import type { PixelSize } from './raster';
import { roundHalfEven } from './round-half-even';

/** Where an image goes inside the network's input: scaled to `resized`, then padded on all sides. All in pixels. */
export interface Letterbox {
  readonly source: PixelSize;
  readonly resized: PixelSize;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Size of the network's input: `resized` with its padding. */
  readonly width: number;
  readonly height: number;
}

/** Corners of a box in pixels of the network's input, float32 values. */
export interface Corners {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The reference's detector input (speciesnet 5.0.4, detector.py: IMG_SIZE 1280, STRIDE 64). */
const DYNAMIC = { longSide: 1280, stride: 64 };

/**
 * Plans the letterbox of yolov5 7.0.11 (`letterbox`, scaleup on): ratio kept, enlarging allowed, an odd padding puts the extra
 * pixel at the right or the bottom. Square targets are padded to the full square (auto=False), others only to the stride.
 * Null when a side rounds to zero pixels (5000 x 1): the reference's resize throws there, which is a detector failure.
 */
export function fitLetterbox(source: PixelSize, target: DetectorInputSize): Letterbox | null {
  const shape =
    target === 'dynamic' ? DYNAMIC : typeof target === 'number' ? { longSide: target, stride: null } : target;
  const ratio = Math.min(shape.longSide / source.height, shape.longSide / source.width);
  const resized = { width: roundHalfEven(source.width * ratio), height: roundHalfEven(source.height * ratio) };
  if (resized.width === 0 || resized.height === 0) return null;
  const [left, right] = splitPadding(shape.longSide - resized.width, shape.stride);
  const [top, bottom] = splitPadding(shape.longSide - resized.height, shape.stride);
  const width = left + resized.width + right;
  const height = top + resized.height + bottom;
  return { source, resized, left, top, right, bottom, width, height };
}

/**
 * Maps a box from pixels of the network's input to fractions of the source image: yolov5 7.0.11's `scale_boxes`, rounding
 * to whole pixels and `xyxy2xywhn` in float32, then speciesnet's step to the top left corner in double.
 * Ratio and padding are computed again from the two sizes, as the reference does; they are not the letterbox's own whole
 * paddings. `network` = size of the network's input.
 */
export function bboxFromLetterbox(corners: Corners, network: PixelSize, source: PixelSize): Bbox {
  const gain = Math.min(network.height / source.height, network.width / source.width);
  const [xMin, width] = spanFromLetterbox(corners.x1, corners.x2, network.width, source.width, gain);
  const [yMin, height] = spanFromLetterbox(corners.y1, corners.y2, network.height, source.height, gain);
  return [xMin, yMin, width, height];
}

function spanFromLetterbox(
  start: number,
  end: number,
  networkLength: number,
  sourceLength: number,
  gain: number,
): [start: number, length: number] {
  const padding = f32((networkLength - sourceLength * gain) / 2);
  const first = pixelFromLetterbox(start, padding, f32(gain), sourceLength);
  const last = pixelFromLetterbox(end, padding, f32(gain), sourceLength);
  const centre = f32(f32(f32(first + last) / 2) / sourceLength);
  const length = f32(f32(last - first) / sourceLength);
  return [centre - length / 2, length];
}

function pixelFromLetterbox(value: number, padding: number, gain: number, sourceLength: number): number {
  const unclamped = f32(f32(value - padding) / gain);
  return roundHalfEven(Math.min(Math.max(unclamped, 0), sourceLength));
}

function splitPadding(missing: number, stride: number | null): [before: number, after: number] {
  const half = (stride === null ? missing : missing % stride) / 2;
  return [roundHalfEven(half - 0.1), roundHalfEven(half + 0.1)];
}

const f32 = Math.fround;
