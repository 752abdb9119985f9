import type { Canvas, Color } from '../canvas';
import { paintGround, paintMist, paintRidge, paintSky } from '../landscape/backdrop';
import { paintBush, paintConifer, paintGrass, paintRock, paintShadow, paintTrunk } from '../landscape/plants';
import { createDice, ramp } from '../noise';
import { MEADOW } from './standing';

const SPRUCE: Color = [52, 82, 60];

export function sunriseMeadow(canvas: Canvas): void {
  paintSky(canvas, {
    top: [122, 158, 186],
    horizon: [246, 236, 196],
    horizonY: 420,
    clouds: 0.5,
    cloudColor: [252, 246, 226],
    sun: { x: 960, y: 300, radius: 46, color: [255, 248, 214] },
    seed: 3,
  });
  paintRidge(canvas, {
    y: 330,
    height: 120,
    span: 420,
    color: [130, 156, 160],
    foot: [214, 220, 196],
    teeth: 0,
    seed: 12,
  });
  paintRidge(canvas, {
    y: 420,
    height: 70,
    span: 260,
    color: [92, 122, 112],
    foot: [196, 208, 172],
    teeth: 14,
    seed: 21,
  });
  paintMist(canvas, 470, 90, [238, 236, 208], 0.85, 8);
  paintGround(canvas, {
    fromY: 490,
    far: [176, 184, 112],
    near: [92, 112, 52],
    patch: [146, 152, 76],
    relief: 0.35,
    seed: 5,
  });
  spruces(
    canvas,
    [
      [60, 620, 420],
      [190, 590, 300],
      [330, 560, 220],
      [1190, 640, 470],
      [1050, 580, 270],
      [1265, 690, 560],
    ],
    0,
    40,
  );
  paintBush(canvas, 900, 610, 70, [98, 120, 62], 70);
  meadow(canvas, 520, 700, 900, [8, 34], 80);
}

/** Open snow with a line of footprints. */
export function snowfield(canvas: Canvas): void {
  paintSky(canvas, {
    top: [150, 182, 210],
    horizon: [222, 232, 242],
    horizonY: 430,
    clouds: 0.85,
    cloudColor: [240, 245, 250],
    sun: null,
    seed: 33,
  });
  paintRidge(canvas, {
    y: 300,
    height: 150,
    span: 380,
    color: [176, 194, 214],
    foot: [226, 234, 244],
    teeth: 0,
    seed: 35,
  });
  paintRidge(canvas, {
    y: 430,
    height: 60,
    span: 300,
    color: [120, 144, 152],
    foot: [214, 224, 236],
    teeth: 18,
    seed: 36,
  });
  paintGround(canvas, {
    fromY: 500,
    far: [216, 226, 240],
    near: [238, 243, 250],
    patch: [196, 210, 230],
    relief: 0.06,
    seed: 37,
  });
  spruces(
    canvas,
    [
      [70, 640, 480],
      [240, 600, 330],
      [390, 560, 210],
      [860, 560, 220],
      [1010, 590, 320],
      [1180, 660, 520],
    ],
    0.95,
    60,
  );
  paintRock(canvas, 1010, 780, 70, [150, 158, 166], 61);
  trail(canvas);
}

function spruces(
  canvas: Canvas,
  trees: readonly (readonly [number, number, number])[],
  snow: number,
  seed: number,
): void {
  [...trees]
    .sort((a, b) => a[1] - b[1])
    .forEach(([x, y, height], i) => {
      paintShadow(canvas, x, y, height * 0.17, height * 0.03, snow > 0 ? [150, 170, 200] : [40, 54, 36], 0.6);
      paintConifer(canvas, { x, y, height, color: SPRUCE, seed: seed + i }, snow);
    });
}

export function meadow(
  canvas: Canvas,
  fromY: number,
  toY: number,
  count: number,
  length: readonly [number, number],
  seed: number,
): void {
  paintGrass(canvas, { fromY, toY, count, length, colors: MEADOW, seed });
}

export function clearing(canvas: Canvas, seed: number): void {
  paintSky(canvas, {
    top: [168, 196, 204],
    horizon: [232, 238, 222],
    horizonY: 360,
    clouds: 0.6,
    cloudColor: [246, 248, 240],
    sun: null,
    seed: 43,
  });
  paintRidge(canvas, {
    y: 330,
    height: 60,
    span: 240,
    color: [122, 152, 138],
    foot: [204, 216, 190],
    teeth: 26,
    seed: 44,
  });
  paintRidge(canvas, {
    y: 410,
    height: 40,
    span: 200,
    color: [84, 116, 92],
    foot: [176, 194, 150],
    teeth: 34,
    seed: 45,
  });
  paintMist(canvas, 480, 80, [224, 232, 212], 0.7, 46);
  paintGround(canvas, {
    fromY: 500,
    far: [160, 178, 112],
    near: [88, 108, 50],
    patch: [128, 142, 70],
    relief: 0.35,
    seed: 47,
  });
  spruces(
    canvas,
    [
      [40, 640, 560],
      [150, 580, 360],
      [270, 560, 300],
      [930, 545, 250],
      [1060, 565, 330],
      [1230, 640, 600],
    ],
    0,
    140,
  );
  paintRock(canvas, 760, 640, 44, [146, 150, 140], 48);
  meadow(canvas, 530, 735, 900, [8, 38], 90 + seed);
}

export function deepWood(canvas: Canvas): void {
  canvas.wash(0, 700, (x, y) => {
    const glow = 1 - ramp(0, 560, Math.sqrt((x - 700) * (x - 700) * 0.5 + (y - 260) * (y - 260)));
    return [70 + 150 * glow, 92 + 144 * glow, 66 + 108 * glow];
  });
  paintRidge(canvas, {
    y: 430,
    height: 60,
    span: 120,
    color: [118, 142, 96],
    foot: [150, 168, 112],
    teeth: 70,
    seed: 102,
  });
  const dice = createDice(103);
  for (let i = 0; i < 16; i++) {
    const x = 20 + i * 82 + dice() * 50;
    paintTrunk(canvas, x, 560 + dice() * 40, 16 + dice() * 10, [138, 146, 112], 110 + i);
  }
  paintMist(canvas, 520, 130, [196, 212, 164], 0.6, 104);
  paintGround(canvas, {
    fromY: 560,
    far: [134, 146, 84],
    near: [64, 76, 40],
    patch: [104, 112, 60],
    relief: 0.45,
    seed: 105,
  });
  spruces(
    canvas,
    [
      [300, 620, 250],
      [1080, 630, 300],
      [690, 585, 170],
    ],
    0,
    106,
  );
  paintTrunk(canvas, 120, 700, 84, [104, 106, 86], 125);
  paintTrunk(canvas, 1190, 740, 104, [98, 102, 80], 126);
  paintTrunk(canvas, 960, 640, 44, [120, 124, 96], 127);
  paintRock(canvas, 1010, 720, 54, [122, 130, 112], 128);
  undergrowth(canvas, 585, 760, 700, 129);
}

export function undergrowth(canvas: Canvas, fromY: number, toY: number, count: number, seed: number): void {
  const colors: Color[] = [
    [84, 112, 52],
    [110, 134, 64],
    [66, 92, 48],
    [136, 146, 78],
  ];
  paintGrass(canvas, { fromY, toY, count, length: [fromY < 700 ? 10 : 30, fromY < 700 ? 36 : 76], colors, seed });
}

/** Footprints that lead up to the hiker. */
function trail(canvas: Canvas): void {
  for (let i = 0; i < 9; i++) {
    const t = i / 8;
    paintShadow(
      canvas,
      700 + 420 * t + (i % 2) * 10,
      800 + 70 * t + (i % 2) * 14,
      16 + 8 * t,
      5 + 3 * t,
      [164, 184, 214],
      0.9,
    );
  }
}
