import type { Canvas } from '../canvas';
import { shade } from '../canvas';
import { elephant } from '../figures/elephant';
import { termiteMound } from '../figures/false-alarms';
import type { Figure, Placement } from '../figures/figure';
import { drawFigure } from '../figures/figure';
import { offRoader } from '../figures/off-roader';
import { ostrich } from '../figures/ostrich';
import { zebra } from '../figures/zebra';
import { finish, paintMist } from '../landscape/backdrop';
import { paintGrass, paintShadow } from '../landscape/plants';
import { cloudAt } from '../noise';
import { curve, points } from '../outline';
import { STRAW, desert, pool, savanna, straw } from './dry-places';
import type { Scene, Subject } from './scene';

const CAMERA = 'WATERHOLE';
const SIZE = { width: 1280, height: 720, quality: 74 } as const;

export const waterholeScenes: readonly Scene[] = [
  {
    path: 'Waterhole/IMG_0001.JPG',
    camera: CAMERA,
    takenAt: '2026-05-02 08:31:27',
    celsius: 21,
    description: 'Demonstration: an elephant comes to drink',
    ...SIZE,
    paint: (canvas) => {
      savanna(canvas, 'morning');
      pool(canvas, 930, 560, 420, 70);
      const subject = standing(canvas, 'animal', elephant(), { x: 430, y: 590, size: 400, looks: 'right' });
      straw(canvas, 586, 720, 330, [16, 52], 305);
      finish(canvas, 0.28, 2);
      return [subject];
    },
  },
  {
    path: 'Waterhole/IMG_0002.JPG',
    camera: CAMERA,
    takenAt: '2026-05-02 09:05:41',
    celsius: 24,
    description: 'Demonstration: a zebra in high grass',
    ...SIZE,
    paint: (canvas) => {
      savanna(canvas, 'morning');
      const subject = standing(canvas, 'animal', zebra(13), { x: 660, y: 600, size: 350, looks: 'left' });
      straw(canvas, 592, 720, 420, [22, 62], 315);
      finish(canvas, 0.28, 2);
      return [subject];
    },
  },
  {
    path: 'Waterhole/IMG_0003.JPG',
    camera: CAMERA,
    takenAt: '2026-05-02 11:58:03',
    celsius: 31,
    description: 'Demonstration: an off-roader passes',
    ...SIZE,
    paint: (canvas) => {
      desert(canvas);
      canvas.fill(
        curve(points([-40, 600], [400, 585], [900, 590], [1340, 576], [1340, 640], [800, 664], [300, 656], [-40, 676])),
        (x, y) => shade([208, 198, 166], 0.92 + 0.16 * cloudAt(x / 70, y / 6, 322, 3)),
      );
      const subject = standing(canvas, 'vehicle', offRoader(), { x: 620, y: 636, size: 270, looks: 'right' });
      paintMist(canvas, 622, 34, [222, 212, 182], 0.35, 323);
      straw(canvas, 664, 720, 70, [14, 34], 324);
      finish(canvas, 0.26, 2);
      return [subject];
    },
  },
  {
    path: 'Waterhole/IMG_0004.JPG',
    camera: CAMERA,
    takenAt: '2026-05-03 06:20:14',
    celsius: 17,
    description: 'Demonstration: nobody there, a termite mound in the evening light',
    ...SIZE,
    paint: (canvas) => {
      savanna(canvas, 'dusk');
      pool(canvas, 820, 556, 380, 62);
      paintShadow(canvas, 452, 548, 62, 9, [96, 98, 62], 0.6);
      drawFigure(canvas, termiteMound(), { x: 450, y: 552, size: 104, looks: 'right' });
      straw(canvas, 544, 560, 60, [8, 18], 336);
      straw(canvas, 588, 720, 420, [18, 58], 335);
      finish(canvas, 0.34, 2);
      return [];
    },
  },
  {
    path: 'Waterhole/IMG_0005.JPG',
    camera: CAMERA,
    takenAt: '2026-05-03 07:44:55',
    celsius: 22,
    description: 'Demonstration: an ostrich in the dry country',
    ...SIZE,
    paint: (canvas) => {
      desert(canvas);
      const subject = standing(canvas, 'animal', ostrich(), { x: 700, y: 612, size: 430, looks: 'left' });
      straw(canvas, 610, 720, 110, [14, 40], 345);
      finish(canvas, 0.26, 2);
      return [subject];
    },
  },
];

function standing(canvas: Canvas, label: Subject['label'], figure: Figure, placement: Placement): Subject {
  const { x, y, size } = placement;
  const long = label === 'vehicle' ? 1.0 : 0.6;
  paintShadow(canvas, x, y - 2, size * long, size * 0.06, [70, 72, 48], 0.75);
  const extent = drawFigure(canvas, figure, placement);
  if (label === 'animal') {
    const reach = { fromX: x - size * 0.7, toX: x + size * 0.7, fromY: y - 4, toY: y + 12 };
    paintGrass(canvas, {
      ...reach,
      count: 110,
      length: [size * 0.045, size * 0.06],
      colors: STRAW,
      seed: Math.round(x),
    });
  }
  return { label, extent };
}
