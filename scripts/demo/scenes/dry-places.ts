import type { Canvas, Color } from '../canvas';
import { shade } from '../canvas';
import { paintGround, paintRidge, paintSky } from '../landscape/backdrop';
import { paintAcacia, paintBush, paintGrass, paintLeaves, paintRock, paintShadow } from '../landscape/plants';
import { cloudAt, createDice, ramp } from '../noise';
import { curve, points } from '../outline';

export const STRAW: readonly Color[] = [
  [206, 196, 128],
  [184, 174, 104],
  [220, 210, 150],
  [160, 154, 88],
];

export function straw(
  canvas: Canvas,
  fromY: number,
  toY: number,
  count: number,
  length: readonly [number, number],
  seed: number,
): void {
  paintGrass(canvas, { fromY, toY, count, length, colors: STRAW, seed });
}

export function savanna(canvas: Canvas, light: 'morning' | 'dusk'): void {
  const morning = light === 'morning';
  paintSky(canvas, {
    top: morning ? [118, 164, 196] : [126, 146, 160],
    horizon: morning ? [240, 236, 206] : [250, 240, 184],
    horizonY: 330,
    clouds: morning ? 0.65 : 0.5,
    cloudColor: morning ? [248, 248, 240] : [244, 238, 206],
    sun: morning ? null : { x: 330, y: 262, radius: 42, color: [255, 250, 214] },
    seed: morning ? 301 : 331,
  });
  paintRidge(canvas, {
    y: 318,
    height: 46,
    span: 420,
    color: [150, 166, 170],
    foot: [214, 210, 172],
    teeth: 0,
    seed: 302,
  });
  paintRidge(canvas, {
    y: 352,
    height: 14,
    span: 200,
    color: [124, 136, 94],
    foot: [186, 182, 122],
    teeth: 12,
    seed: 303,
  });
  paintGround(canvas, {
    fromY: 368,
    far: [204, 198, 138],
    near: [164, 156, 90],
    patch: [190, 180, 112],
    relief: 0.3,
    seed: 304,
  });
  const trees = morning
    ? ([
        [1090, 430, 210],
        [180, 402, 120],
        [800, 392, 80],
        [980, 388, 60],
      ] as const)
    : ([
        [250, 440, 230],
        [960, 404, 120],
        [1130, 412, 150],
        [640, 390, 66],
      ] as const);
  trees.forEach(([x, y, height], i) => {
    paintShadow(canvas, x, y, height * 0.5, height * 0.04, [96, 98, 62], 0.5);
    paintAcacia(canvas, { x, y, height, color: [104, 122, 62], seed: 310 + i });
  });
  paintBush(canvas, 560, 416, 34, [112, 124, 68], 318);
  straw(canvas, 400, 600, 760, [5, 30], 319);
}

export function desert(canvas: Canvas): void {
  paintSky(canvas, {
    top: [104, 152, 188],
    horizon: [228, 232, 220],
    horizonY: 330,
    clouds: 0.35,
    cloudColor: [246, 246, 240],
    sun: null,
    seed: 321,
  });
  paintRidge(canvas, {
    y: 292,
    height: 84,
    span: 330,
    color: [168, 172, 164],
    foot: [214, 208, 182],
    teeth: 0,
    seed: 326,
  });
  paintRidge(canvas, {
    y: 360,
    height: 34,
    span: 240,
    color: [188, 182, 148],
    foot: [216, 206, 170],
    teeth: 0,
    seed: 327,
  });
  paintGround(canvas, {
    fromY: 384,
    far: [220, 210, 174],
    near: [204, 193, 152],
    patch: [188, 178, 138],
    relief: 0.16,
    seed: 328,
  });
  paintRock(canvas, 1080, 470, 60, [170, 166, 146], 329);
  paintRock(canvas, 1150, 486, 38, [160, 156, 138], 330);
  paintRock(canvas, 180, 440, 30, [172, 168, 148], 331);
  for (const [x, y, size] of [
    [330, 452, 30],
    [920, 430, 22],
    [1220, 540, 46],
    [60, 530, 44],
    [560, 418, 16],
  ] as const) {
    paintShadow(canvas, x, y, size * 1.1, size * 0.16, [134, 130, 92], 0.6);
    paintBush(canvas, x, y, size, [130, 138, 92], x);
  }
  straw(canvas, 430, 640, 120, [8, 24], 332);
  paintLeaves(canvas, { x: 250, y: 560, rx: 10, ry: 6 }, [150, 148, 110], 20, 3, createDice(333));
}

/** Still water: the sky's colour, brighter streaks, a dark wet rim. */
export function pool(canvas: Canvas, x: number, y: number, rx: number, ry: number): void {
  const shore = (grow: number) =>
    curve(
      points(
        [x - rx * grow, y],
        [x - rx * 0.5 * grow, y - ry * 0.8 * grow],
        [x + rx * 0.3 * grow, y - ry * grow],
        [x + rx * grow, y - ry * 0.2],
        [x + rx * 0.7 * grow, y + ry * 0.8 * grow],
        [x - rx * 0.3 * grow, y + ry * 0.9 * grow],
      ),
    );
  canvas.fill(shore(1.07), [140, 132, 88], 0.8);
  canvas.fill(shore(1), (px, py) => {
    const t = ramp(y - ry, y + ry, py);
    const streak = ramp(0.5, 0.75, cloudAt(px / 120, py / 5, 341, 3));
    return shade([150 + 40 * (1 - t), 172 + 34 * (1 - t), 178 + 26 * (1 - t)], 0.94 + 0.16 * streak);
  });
}
