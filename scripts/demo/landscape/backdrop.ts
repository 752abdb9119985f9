import type { Canvas, Color } from '../canvas';
import { blend, shade } from '../canvas';
import { cloudAt, hashAt, noiseAt, ramp } from '../noise';

export interface Sky {
  readonly top: Color;
  readonly horizon: Color;
  readonly horizonY: number;
  /** 0 = clear. */
  readonly clouds: number;
  readonly cloudColor: Color;
  readonly sun: { readonly x: number; readonly y: number; readonly radius: number; readonly color: Color } | null;
  readonly seed: number;
}

export function paintSky(canvas: Canvas, sky: Sky): void {
  const { top, horizon, horizonY, clouds, cloudColor, sun, seed } = sky;
  canvas.wash(0, horizonY + 80, (x, y) => {
    const t = Math.min(1, y / horizonY);
    let color = blend(top, horizon, t * (0.4 + 0.6 * t));
    const streak = cloudAt(x / 300, y / (40 + 130 * (1 - t)), seed, 5);
    color = blend(color, cloudColor, clouds * ramp(0.48, 0.72, streak));
    if (sun === null) return color;
    const d = Math.sqrt((x - sun.x) * (x - sun.x) + (y - sun.y) * (y - sun.y)) / sun.radius;
    const glow = 1 / (1 + d * d * 0.5);
    return blend(color, sun.color, Math.min(1, 0.85 * glow + (1 - ramp(0.94, 1.06, d))));
  });
}

export interface Ridge {
  /** Row about which the ridge line wanders, and by how much. */
  readonly y: number;
  readonly height: number;
  /** Pixels per hill. */
  readonly span: number;
  readonly color: Color;
  /** The colour at its foot, where haze lies. */
  readonly foot: Color;
  /** Teeth of far tree tops along the line, in pixels; 0 = smooth. */
  readonly teeth: number;
  readonly seed: number;
}

export function paintRidge(canvas: Canvas, ridge: Ridge): void {
  const { y, height, span, color, foot, teeth, seed } = ridge;
  const outline = [{ x: -2, y: canvas.height }];
  const step = teeth > 0 ? 3 : 6;
  for (let x = -6; x <= canvas.width + 6; x += step) {
    const tooth = teeth * (hashAt(Math.floor(x / 3), 3, seed) * 0.5 + noiseAt(x / 9, 5, seed) * 0.9);
    outline.push({ x, y: y - height * (cloudAt(x / span, 0.5, seed, 4) - 0.5) * 2 - tooth });
  }
  outline.push({ x: canvas.width + 2, y: canvas.height });
  canvas.fill(outline, (x, py) => {
    const t = ramp(y - height * 0.6, y + height * 1.3 + 40, py);
    return shade(blend(color, foot, t), 0.96 + 0.08 * noiseAt(x / 5, py / 5, seed + 9));
  });
}

export interface Ground {
  readonly fromY: number;
  readonly far: Color;
  readonly near: Color;
  /** A second colour in patches. */
  readonly patch: Color;
  /** Depth of the texture, 0 to 1. */
  readonly relief: number;
  readonly seed: number;
}

/** A plain running to the horizon: patches shrink and flatten with distance. */
export function paintGround(canvas: Canvas, ground: Ground): void {
  const { fromY, far, near, patch, relief, seed } = ground;
  const depth = canvas.height - fromY;
  canvas.wash(
    fromY - 6,
    canvas.height,
    (x, y) => {
      const t = Math.max(0.02, (y - fromY) / depth);
      const across = (x - canvas.width / 2) / (40 + 190 * t);
      const along = 6 / (t + 0.14);
      const spots = cloudAt(across, along * 2.2, seed, 3);
      const grain = noiseAt(x / (1.5 + 2.5 * t), y / (1 + 1.4 * t), seed + 31);
      const color = blend(blend(far, near, ramp(0, 1, t)), patch, 0.75 * ramp(0.42, 0.7, spots));
      return shade(
        color,
        1 + relief * ((grain - 0.5) * 0.5 + (cloudAt(across * 3, along * 5, seed + 5, 2) - 0.5) * 0.7),
      );
    },
    (x, y) => ramp(fromY - 6 + 6 * noiseAt(x / 30, 1, seed), fromY + 5, y),
  );
}

/** A veil that is thickest at `y`. */
export function paintMist(
  canvas: Canvas,
  y: number,
  reach: number,
  color: Color,
  strength: number,
  seed: number,
): void {
  canvas.wash(y - reach, y + reach, color, (x, py) => {
    const d = Math.abs(py - y) / reach;
    return strength * (1 - ramp(0, 1, d)) * (0.45 + 0.75 * cloudAt(x / 260, py / 60, seed, 3));
  });
}

/** Darker corners and a little grain, as small lenses and sensors give. */
export function finish(canvas: Canvas, vignette: number, grain: number): void {
  const { width, height, data } = canvas;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dx = (x / width - 0.5) * 2;
      const dy = (y / height - 0.5) * 2;
      const d = dx * dx + dy * dy;
      const factor = 1 - vignette * ramp(0.5, 2, d);
      const speck = (hashAt(x, y, 99) - 0.5) * grain;
      for (let channel = 0; channel < 3; channel++) {
        const at = (y * width + x) * 3 + channel;
        data[at] = data[at]! * factor + speck;
      }
    }
  }
}
