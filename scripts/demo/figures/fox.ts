import type { Color } from '../canvas';
import { blend } from '../canvas';
import { ramp } from '../noise';
import { curve, ellipse, limb, points } from '../outline';
import type { Figure } from './figure';

const PALE: Color = [246, 210, 180];
const STOCKING: Color = [74, 32, 20];

export function fox(coat: Color): Figure {
  const fur = (_x: number, y: number): Color => blend(blend(coat, PALE, 0.55), coat, ramp(0.24, 0.36, y));
  const tail = (x: number): Color => blend(PALE, coat, ramp(-0.86, -0.78, x));
  const leg = (_x: number, y: number): Color => blend(STOCKING, coat, ramp(0.14, 0.27, y));
  const front = limb(
    [0.17, 0.33, 0.13],
    [0.19, 0.2, 0.065],
    [0.18, 0.08, 0.045],
    [0.19, 0.015, 0.045],
    [0.225, 0.008, 0.04],
  );
  const rear = limb(
    [-0.29, 0.33, 0.18],
    [-0.25, 0.22, 0.1],
    [-0.32, 0.13, 0.05],
    [-0.3, 0.015, 0.044],
    [-0.265, 0.008, 0.04],
  );
  const farFront = limb(
    [0.24, 0.33, 0.12],
    [0.3, 0.2, 0.06],
    [0.335, 0.1, 0.042],
    [0.33, 0.03, 0.04],
    [0.36, 0.02, 0.038],
  );
  const farRear = limb(
    [-0.2, 0.33, 0.16],
    [-0.16, 0.2, 0.09],
    [-0.2, 0.1, 0.046],
    [-0.17, 0.025, 0.042],
    [-0.14, 0.02, 0.038],
  );
  return [
    { outline: farFront, coat: leg, tone: 0.7 },
    { outline: farRear, coat: leg, tone: 0.7 },
    {
      outline: curve(
        points(
          [-0.3, 0.42],
          [-0.42, 0.4],
          [-0.58, 0.31],
          [-0.76, 0.26],
          [-0.93, 0.27],
          [-0.88, 0.2],
          [-0.72, 0.14],
          [-0.55, 0.16],
          [-0.42, 0.24],
          [-0.3, 0.33],
        ),
      ),
      coat: tail,
      tone: 0.96,
    },
    {
      outline: curve(
        points(
          [-0.34, 0.42],
          [-0.2, 0.455],
          [0.02, 0.44],
          [0.2, 0.46],
          [0.3, 0.5],
          [0.36, 0.4],
          [0.3, 0.28],
          [0.16, 0.25],
          [-0.04, 0.26],
          [-0.22, 0.29],
          [-0.36, 0.3],
        ),
      ),
      coat: fur,
    },
    { outline: rear, coat: leg },
    { outline: front, coat: leg },
    {
      outline: curve(points([0.3, 0.36], [0.39, 0.42], [0.37, 0.3], [0.3, 0.23], [0.23, 0.27])),
      coat: PALE,
      tone: 0.97,
    },
    { outline: curve(points([0.39, 0.55], [0.42, 0.72], [0.47, 0.66], [0.48, 0.55]), 6), coat, tone: 0.72 },
    {
      outline: curve(
        points(
          [0.22, 0.47],
          [0.27, 0.56],
          [0.35, 0.6],
          [0.44, 0.58],
          [0.51, 0.52],
          [0.62, 0.455],
          [0.63, 0.425],
          [0.55, 0.41],
          [0.45, 0.385],
          [0.35, 0.36],
          [0.26, 0.39],
        ),
      ),
      coat,
    },
    {
      outline: curve(
        points(
          [0.62, 0.435],
          [0.54, 0.45],
          [0.44, 0.46],
          [0.34, 0.44],
          [0.26, 0.4],
          [0.35, 0.35],
          [0.46, 0.375],
          [0.56, 0.4],
        ),
      ),
      coat: PALE,
    },
    { outline: ellipse(0.625, 0.445, 0.018, 0.018), coat: [48, 22, 16] },
    { outline: ellipse(0.462, 0.515, 0.016, 0.015), coat: [44, 22, 14] },
    { outline: points([0.26, 0.555], [0.265, 0.66], [0.285, 0.745], [0.33, 0.69], [0.37, 0.6]), coat },
    { outline: points([0.285, 0.58], [0.29, 0.66], [0.295, 0.705], [0.32, 0.67], [0.34, 0.6]), coat: STOCKING },
  ];
}
