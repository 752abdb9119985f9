import type { Canvas, Color } from '../canvas';
import { blend, shade } from '../canvas';
import type { Dice } from '../noise';
import { cloudAt, createDice, noiseAt, ramp } from '../noise';
import type { Outline, Point } from '../outline';
import { curve, ellipse, limb } from '../outline';

export interface Tree {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly color: Color;
  readonly seed: number;
}

/** A spruce: tiers of drooping boughs, the right side lit; `snow` lies on the boughs (0 to 1). */
export function paintConifer(canvas: Canvas, tree: Tree, snow: number): void {
  const { x, y, height, color, seed } = tree;
  const dice = createDice(seed);
  const half = height * (0.2 + 0.05 * dice());
  canvas.fill(limb([x, y, height * 0.05], [x, y - height * 0.3, height * 0.03]), shade([78, 76, 66], 0.6));
  const tiers = Math.max(7, Math.round(height / 26));
  for (let tier = 0; tier < tiers; tier++) {
    const t = tier / tiers;
    const base = y - height * (0.07 + 0.86 * t);
    const reach = half * (1 - t * 0.93) * (0.82 + 0.36 * dice());
    const rise = (height / tiers) * 1.9;
    const outline: Point[] = [{ x: x + (dice() - 0.5) * 2, y: base - rise }];
    const teeth = Math.max(4, Math.round(reach / 7));
    for (let i = teeth; i >= -teeth; i--) {
      const u = i / teeth;
      const droop = reach * 0.2 * u * u;
      outline.push({ x: x + reach * u, y: base + droop + (dice() - 0.3) * rise * 0.16 });
      outline.push({ x: x + reach * (u - 0.5 / teeth), y: base + droop * 0.8 - rise * (0.07 + 0.12 * dice()) });
    }
    const depth = 0.62 + 0.34 * t + 0.16 * dice();
    canvas.fill(outline, (px, py) => {
      const side = (px - x) / (half + 1);
      const dark = ramp(-rise * 0.9, rise * 0.25, py - base);
      const tone = depth * (0.92 + 0.34 * side) * (1.14 - 0.42 * dark) * (0.84 + 0.32 * noiseAt(px / 3, py / 4, seed));
      const green = shade(color, tone);
      if (snow === 0) return green;
      const cover = snow * ramp(0.35, 0.6, cloudAt(px / 16, py / 9, seed + 3, 2) + 0.3 * (1 - dark) - 0.12);
      return blend(green, shade([226, 234, 246], 0.86 + 0.12 * side), cover);
    });
  }
}

/** A bare or leafy trunk that leaves the picture at the top: the near trees of a wood. */
export function paintTrunk(canvas: Canvas, x: number, y: number, width: number, color: Color, seed: number): void {
  const lean = (noiseAt(seed, 1, 7) - 0.5) * 60;
  const outline = limb(
    [x, y + 6, width * 1.5],
    [x + lean * 0.05, y - 40, width * 1.05],
    [x + lean * 0.4, y * 0.5, width * 0.92],
    [x + lean, -20, width * 0.8],
  );
  canvas.fill(outline, (px, py) => {
    const axis = x + lean * (1 - py / y) * 0.7;
    const side = (px - axis) / width;
    const bark = cloudAt(px / 5, py / 42, seed, 3);
    return shade(color, (0.62 + 0.5 * ramp(-0.5, 0.5, side)) * (0.72 + 0.5 * bark));
  });
}

/** Leaves as many small blobs within an ellipse, dark below and lit above. */
export function paintLeaves(
  canvas: Canvas,
  area: { readonly x: number; readonly y: number; readonly rx: number; readonly ry: number },
  color: Color,
  count: number,
  leaf: number,
  dice: Dice,
): void {
  for (let i = 0; i < count; i++) {
    const u = dice() * 2 - 1;
    const v = dice() * 2 - 1;
    if (u * u + v * v > 1) continue;
    const tone = 0.66 + 0.34 * (i / count) + 0.22 * -v * 0.7 + 0.16 * u + 0.12 * (dice() - 0.5);
    const size = leaf * (0.6 + 0.8 * dice());
    canvas.fill(ellipse(area.x + u * area.rx, area.y + v * area.ry, size * 1.25, size * 0.8, 2), shade(color, tone));
  }
}

/** The flat-topped thorn tree of the savanna. */
export function paintAcacia(canvas: Canvas, tree: Tree): void {
  const { x, y, height, color, seed } = tree;
  const dice = createDice(seed);
  const bark: Color = [92, 88, 70];
  const crown = y - height * 0.86;
  const wide = height * 0.78;
  for (const reach of [-0.62, -0.28, 0.12, 0.5]) {
    canvas.fill(
      limb(
        [x, y, height * 0.07],
        [x + reach * wide * 0.1, y - height * 0.34, height * 0.05],
        [x + reach * wide * 0.55, y - height * 0.62, height * 0.03],
        [x + reach * wide, crown + 6, height * 0.014],
      ),
      (px, py) => shade(bark, 0.62 + 0.4 * noiseAt(px / 3, py / 14, seed)),
    );
  }
  for (const [dx, dy, share] of [
    [-0.5, 0.02, 0.44],
    [0.44, 0.03, 0.5],
    [-0.08, -0.03, 0.62],
    [0.2, -0.08, 0.4],
  ] as const) {
    const area = { x: x + dx * wide, y: crown + dy * height, rx: wide * share, ry: height * 0.09 };
    paintLeaves(canvas, area, color, Math.round(height * 2.1 * share), height * 0.018 + 1.4, dice);
  }
}

export function paintBush(canvas: Canvas, x: number, y: number, size: number, color: Color, seed: number): void {
  const dice = createDice(seed);
  for (const [dx, dy, share] of [
    [-0.5, -0.3, 0.5],
    [0.5, -0.28, 0.5],
    [0, -0.5, 0.62],
  ] as const) {
    const area = { x: x + dx * size, y: y + dy * size * 0.7, rx: size * share, ry: size * share * 0.62 };
    paintLeaves(canvas, area, color, Math.round(80 + size * 2.6), 2 + size * 0.045, dice);
  }
}

export interface Grass {
  readonly fromY: number;
  readonly toY: number;
  readonly count: number;
  /** Blade length in pixels at `fromY` and at `toY`. */
  readonly length: readonly [number, number];
  readonly colors: readonly Color[];
  readonly seed: number;
  /** Limits the blades to a part of the width. */
  readonly fromX?: number;
  readonly toX?: number;
}

/** Blades from the back to the front, each a bent, tapering stroke. */
export function paintGrass(canvas: Canvas, grass: Grass): void {
  const { fromY, toY, count, length, colors, seed, fromX = -10, toX = canvas.width + 10 } = grass;
  const dice = createDice(seed);
  for (let i = 0; i < count; i++) {
    const t = i / count;
    const y = fromY + (toY - fromY) * t + (dice() - 0.5) * 6;
    const x = fromX + dice() * (toX - fromX);
    const clump = 0.45 + 0.9 * cloudAt(x / 90, y / 40, seed, 2);
    const reach = (length[0] + (length[1] - length[0]) * t) * (0.55 + 0.7 * dice()) * clump;
    const bend = (dice() - 0.42) * reach * 0.75;
    const half = Math.max(0.7, reach * 0.032);
    const tone = 0.7 + 0.5 * dice();
    const color = shade(colors[Math.floor(dice() * colors.length)]!, tone);
    canvas.fill(
      blade(x, y, bend, reach, half),
      (_px, py) => shade(color, 0.72 + 0.34 * Math.min(1, (y - py) / reach)),
      0.94,
    );
  }
}

function blade(x: number, y: number, bend: number, reach: number, half: number): Outline {
  return [
    { x: x - half, y },
    { x: x + bend * 0.28 - half * 0.8, y: y - reach * 0.55 },
    { x: x + bend, y: y - reach },
    { x: x + bend * 0.28 + half * 0.8, y: y - reach * 0.53 },
    { x: x + half, y },
  ];
}

export function paintRock(canvas: Canvas, x: number, y: number, size: number, color: Color, seed: number): void {
  const dice = createDice(seed);
  const j = () => 0.85 + 0.3 * dice();
  const outline = curve(
    [
      { x: x - size * j(), y },
      { x: x - size * 0.85 * j(), y: y - size * 0.4 * j() },
      { x: x - size * 0.3, y: y - size * 0.7 * j() },
      { x: x + size * 0.35, y: y - size * 0.62 * j() },
      { x: x + size * 0.85 * j(), y: y - size * 0.3 * j() },
      { x: x + size * j(), y },
    ],
    4,
  );
  canvas.fill(outline, (px, py) => {
    const lit = ramp(-0.8, 0.9, (px - x) / size + (y - py) / size - 0.4);
    return shade(color, (0.6 + 0.5 * lit) * (0.82 + 0.36 * cloudAt(px / 11, py / 8, seed, 3)));
  });
}

/** The soft shadow that keeps a figure on the ground. */
export function paintShadow(
  canvas: Canvas,
  x: number,
  y: number,
  rx: number,
  ry: number,
  color: Color,
  strength: number,
): void {
  for (let ring = 0; ring < 6; ring++) {
    const share = 1 - ring * 0.14;
    canvas.fill(ellipse(x, y, rx * share, ry * share), color, strength / 4.2);
  }
}
