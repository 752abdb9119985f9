import { FIRST_CONDITION, NIGHT, SECOND_CONDITION } from './color-masks';
import type { Canvas } from './canvas';

/** The classifier looks at 60 x 60 cells of 8 pixels, and at the animal's shape on 6 x 6 cells. */
export const CROP = 480;
export const CELL = 8;
export const CELLS = CROP / CELL;
export const SHAPE_CELL = 10;
/** Keeps a picture without any animal from dividing by zero. */
export const TINY = 0.02;
/** Window of the contrast's local mean, in cells. */
export const BLUR = 5;

/** How much each feature counts in the distance between two crops. */
export const WEIGHTS = { shape: 1.1, color: 14, cover: 9, night: 2, contrast: 22, scene: 0.35 } as const;

type Plane = Float64Array;

/**
 * The features of a 480 x 480 crop, in plain arithmetic: the same steps, in the same order, as the network of
 * `classifier-network.ts` takes them. Order: animal's shape (36, row-major), its mean colour (3), cover by human and
 * vehicle (2), night (1), contrast (1), mean colour of the scene (3); each times its weight.
 */
export function featuresOf(canvas: Canvas): number[] {
  const pixels = [0, 1, 2].map((channel) => poolPixels(canvas, channel));
  const [red, green, blue] = pixels as [Plane, Plane, Plane];
  const night = Math.max(0, 1 - (meanOf(diff(red, green)) + meanOf(diff(blue, green))) / NIGHT.colorLimit);
  const brightness = pixels.map((plane) => blur(plane));
  const masks = [0, 1, 2].map((label) =>
    red.map((_, i) => {
      const rgb = [red[i]!, green[i]!, blue[i]!];
      const byColor = condition(FIRST_CONDITION, label, rgb) * condition(SECOND_CONDITION, label, rgb);
      const lit = (brightness[0]![i]! + brightness[1]![i]! + brightness[2]![i]!) / 3 - NIGHT.brightnessFrom;
      return clip(byColor + (label === 0 ? night * clip(NIGHT.brightnessSlope * lit) : 0));
    }),
  );
  const [animal, human, vehicle] = masks as [Plane, Plane, Plane];
  const area = meanOf(animal) + TINY;
  const grey = red.map((_, i) => (red[i]! + green[i]! + blue[i]!) / 3);
  const detail = diff(grey, blur(grey));
  return [
    ...shapeOf(animal).map((share) => share * WEIGHTS.shape),
    ...pixels.map((plane) => (meanOf(times(plane, animal)) / area) * WEIGHTS.color),
    meanOf(human) * WEIGHTS.cover,
    meanOf(vehicle) * WEIGHTS.cover,
    night * WEIGHTS.night,
    (meanOf(times(detail, animal)) / area) * WEIGHTS.contrast,
    ...pixels.map((plane) => meanOf(plane) * WEIGHTS.scene),
  ];
}

function condition(
  half: typeof FIRST_CONDITION | typeof SECOND_CONDITION,
  label: number,
  rgb: readonly number[],
): number {
  const [r, g, b] = half.rows[label]!;
  return clip(r * rgb[0]! + g * rgb[1]! + b * rgb[2]! + half.bias[label]!);
}

function poolPixels(canvas: Canvas, channel: number): Plane {
  const plane = new Float64Array(CELLS * CELLS);
  for (let y = 0; y < CROP; y++) {
    for (let x = 0; x < CROP; x++) {
      const value = Math.min(255, Math.max(0, Math.round(canvas.data[(y * CROP + x) * 3 + channel]!)));
      plane[Math.floor(y / CELL) * CELLS + Math.floor(x / CELL)]! += value;
    }
  }
  return plane.map((sum) => sum / (CELL * CELL * 255));
}

/** Local means; beyond the edge lies nothing, and it counts as nothing (not as zero). */
function blur(plane: Plane): Plane {
  const reach = (BLUR - 1) / 2;
  return plane.map((_, i) => {
    const cx = i % CELLS;
    const cy = Math.floor(i / CELLS);
    let sum = 0;
    let count = 0;
    for (let y = Math.max(0, cy - reach); y <= Math.min(CELLS - 1, cy + reach); y++) {
      for (let x = Math.max(0, cx - reach); x <= Math.min(CELLS - 1, cx + reach); x++) {
        sum += plane[y * CELLS + x]!;
        count += 1;
      }
    }
    return sum / count;
  });
}

function shapeOf(mask: Plane): number[] {
  const side = CELLS / SHAPE_CELL;
  const shares = Array.from({ length: side * side }, () => 0);
  mask.forEach((value, i) => {
    const row = Math.floor(i / CELLS / SHAPE_CELL);
    const column = Math.floor((i % CELLS) / SHAPE_CELL);
    shares[row * side + column]! += value / (SHAPE_CELL * SHAPE_CELL);
  });
  return shares;
}

function times(a: Plane, b: Plane): Plane {
  return a.map((value, i) => value * b[i]!);
}

function diff(a: Plane, b: Plane): Plane {
  return a.map((value, i) => Math.abs(value - b[i]!));
}

function meanOf(plane: Plane): number {
  return plane.reduce((sum, value) => sum + value, 0) / plane.length;
}

function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}
