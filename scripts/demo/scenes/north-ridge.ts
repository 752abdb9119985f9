import { bear } from '../figures/bear';
import { COATS } from '../figures/coats';
import { deer } from '../figures/deer';
import { fern } from '../figures/false-alarms';
import { drawFigure } from '../figures/figure';
import { fox } from '../figures/fox';
import { hiker } from '../figures/hiker';
import { finish } from '../landscape/backdrop';
import { fadeToGrey, paintNightWood } from './night-wood';
import { clearing, deepWood, meadow, snowfield, sunriseMeadow, undergrowth } from './ridge-places';
import type { Scene } from './scene';
import { standing } from './standing';

const CAMERA = 'NORTH RIDGE';
const SIZE = { width: 1280, height: 960, quality: 70 } as const;

export const northRidgeScenes: readonly Scene[] = [
  {
    path: 'North Ridge/IMG_0001.JPG',
    camera: CAMERA,
    takenAt: '2026-05-02 06:42:10',
    celsius: 7,
    description: 'Demonstration: a fox crosses a meadow at sunrise',
    ...SIZE,
    paint: (canvas) => {
      sunriseMeadow(canvas);
      const subject = standing(canvas, fox(COATS.redFox), { x: 560, y: 752, size: 330, looks: 'right' });
      meadow(canvas, 748, 960, 620, [30, 84], 81);
      finish(canvas, 0.3, 2);
      return [subject];
    },
  },
  {
    path: 'North Ridge/IMG_0002.JPG',
    camera: CAMERA,
    takenAt: '2026-05-02 07:15:33',
    celsius: 9,
    description: 'Demonstration: a deer grazes in a clearing',
    ...SIZE,
    paint: (canvas) => {
      clearing(canvas, 1);
      const subject = standing(canvas, deer({ coat: COATS.mixedDeer, antlers: false, ears: 1.2, head: 'grazing' }), {
        x: 640,
        y: 742,
        size: 430,
        looks: 'left',
      });
      meadow(canvas, 735, 960, 520, [26, 70], 92);
      finish(canvas, 0.34, 2);
      return [subject];
    },
  },
  {
    path: 'North Ridge/IMG_0003.JPG',
    camera: CAMERA,
    takenAt: '2026-05-02 07:15:36',
    celsius: 9,
    description: 'Demonstration: two deer in the same clearing',
    ...SIZE,
    paint: (canvas) => {
      clearing(canvas, 1);
      const behind = standing(canvas, deer({ coat: COATS.mixedDeer, antlers: false, ears: 1.2, head: 'grazing' }), {
        x: 1010,
        y: 668,
        size: 270,
        looks: 'left',
      });
      meadow(canvas, 664, 720, 160, [20, 34], 95);
      const buck = standing(canvas, deer({ coat: COATS.whiteTailedDeer, antlers: true, ears: 1, head: 'up' }), {
        x: 400,
        y: 770,
        size: 440,
        looks: 'right',
      });
      meadow(canvas, 762, 960, 470, [28, 72], 93);
      finish(canvas, 0.34, 2);
      return [buck, behind];
    },
  },
  {
    path: 'North Ridge/IMG_0004.JPG',
    camera: CAMERA,
    takenAt: '2026-05-02 13:20:48',
    celsius: 16,
    description: 'Demonstration: a bear walks through spruce wood',
    ...SIZE,
    paint: (canvas) => {
      deepWood(canvas);
      const subject = standing(canvas, bear(COATS.brownBear), { x: 610, y: 770, size: 470, looks: 'right' });
      undergrowth(canvas, 766, 960, 500, 130);
      finish(canvas, 0.42, 2);
      return [subject];
    },
  },
  {
    path: 'North Ridge/IMG_0005.JPG',
    camera: CAMERA,
    takenAt: '2026-05-02 15:02:05',
    celsius: 17,
    description: 'Demonstration: nobody there, a rusty fern moved in the wind',
    ...SIZE,
    paint: (canvas) => {
      deepWood(canvas);
      drawFigure(canvas, fern(), { x: 905, y: 744, size: 62, looks: 'right' });
      undergrowth(canvas, 740, 960, 560, 134);
      finish(canvas, 0.42, 2);
      return [];
    },
  },
  {
    path: 'North Ridge/IMG_0006.JPG',
    camera: CAMERA,
    takenAt: '2026-05-02 22:47:19',
    celsius: 4,
    description: 'Demonstration: an animal in the infrared flash',
    ...SIZE,
    paint: (canvas) => {
      const subject = paintNightWood(canvas);
      finish(canvas, 0.5, 0);
      fadeToGrey(canvas);
      return [subject];
    },
  },
  {
    path: 'North Ridge/IMG_0007.JPG',
    camera: CAMERA,
    takenAt: '2026-05-03 10:08:52',
    celsius: -3,
    description: 'Demonstration: a hiker after late snow',
    ...SIZE,
    paint: (canvas) => {
      snowfield(canvas);
      const subject = standing(
        canvas,
        hiker(),
        { x: 610, y: 800, size: 440, looks: 'left' },
        { label: 'human', shadow: [150, 168, 198], grass: [] },
      );
      finish(canvas, 0.2, 2);
      return [subject];
    },
  },
];
