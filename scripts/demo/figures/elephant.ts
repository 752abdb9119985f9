import type { Color } from '../canvas';
import { blend, shade } from '../canvas';
import { cloudAt, ramp } from '../noise';
import { curve, ellipse, limb, points } from '../outline';
import type { Figure } from './figure';

const HIDE: Color = [152, 108, 88];
const IVORY: Color = [244, 206, 174];

/** Dusted with red earth, as elephants of dry country are. */
export function elephant(): Figure {
  const hide = (x: number, y: number): Color => {
    const wrinkles = cloudAt(x * 9, y * 30, 61, 3);
    return blend(shade(HIDE, 0.88 + 0.24 * wrinkles), [184, 128, 100], 0.4 * ramp(0.6, 0.95, y));
  };
  return [
    { outline: limb([0.22, 0.5, 0.24], [0.31, 0.2, 0.19], [0.31, 0.03, 0.2]), coat: hide, tone: 0.64 },
    { outline: limb([-0.3, 0.45, 0.28], [-0.27, 0.2, 0.18], [-0.26, 0.03, 0.19]), coat: hide, tone: 0.64 },
    {
      outline: limb(
        [-0.6, 0.66, 0.035],
        [-0.66, 0.5, 0.022],
        [-0.66, 0.33, 0.018],
        [-0.67, 0.26, 0.04],
        [-0.67, 0.22, 0.01],
      ),
      coat: hide,
      tone: 0.7,
    },
    {
      outline: curve(
        points(
          [-0.62, 0.58],
          [-0.6, 0.74],
          [-0.46, 0.88],
          [-0.24, 0.94],
          [-0.02, 0.91],
          [0.16, 0.93],
          [0.34, 0.9],
          [0.46, 0.7],
          [0.4, 0.46],
          [0.22, 0.36],
          [-0.1, 0.32],
          [-0.38, 0.35],
          [-0.58, 0.42],
        ),
      ),
      coat: hide,
    },
    { outline: limb([-0.46, 0.5, 0.32], [-0.44, 0.28, 0.21], [-0.46, 0.03, 0.21]), coat: hide, tone: 0.94 },
    { outline: limb([0.17, 0.48, 0.28], [0.15, 0.24, 0.2], [0.14, 0.03, 0.21]), coat: hide, tone: 0.94 },
    {
      outline: limb([0.64, 0.66, 0.05], [0.72, 0.55, 0.045], [0.83, 0.5, 0.03], [0.92, 0.52, 0.008]),
      coat: IVORY,
      tone: 0.85,
    },
    {
      outline: limb(
        [0.62, 0.76, 0.24],
        [0.7, 0.58, 0.16],
        [0.7, 0.38, 0.115],
        [0.68, 0.2, 0.085],
        [0.73, 0.08, 0.065],
        [0.81, 0.09, 0.045],
      ),
      coat: hide,
    },
    {
      outline: curve(
        points(
          [0.3, 0.9],
          [0.42, 1.0],
          [0.56, 1.0],
          [0.68, 0.92],
          [0.74, 0.78],
          [0.7, 0.64],
          [0.58, 0.56],
          [0.44, 0.56],
          [0.32, 0.66],
        ),
      ),
      coat: hide,
    },
    { outline: limb([0.6, 0.62, 0.055], [0.67, 0.51, 0.05], [0.78, 0.45, 0.034], [0.88, 0.46, 0.008]), coat: IVORY },
    {
      outline: curve(
        points(
          [0.42, 0.93],
          [0.3, 0.97],
          [0.13, 0.92],
          [0.05, 0.76],
          [0.1, 0.6],
          [0.2, 0.48],
          [0.29, 0.44],
          [0.36, 0.54],
          [0.46, 0.64],
          [0.48, 0.8],
        ),
      ),
      coat: hide,
      tone: 0.86,
    },
    {
      outline: curve(
        points(
          [0.4, 0.9],
          [0.3, 0.94],
          [0.15, 0.89],
          [0.08, 0.76],
          [0.13, 0.61],
          [0.22, 0.5],
          [0.28, 0.48],
          [0.34, 0.57],
          [0.43, 0.66],
          [0.45, 0.8],
        ),
      ),
      coat: hide,
    },
    { outline: ellipse(0.6, 0.8, 0.016, 0.018), coat: [46, 24, 16] },
  ];
}
