import type { Color } from '../canvas';
import { blend } from '../canvas';
import { ramp } from '../noise';
import { curve, ellipse, limb, points } from '../outline';
import type { Figure, Part } from './figure';

export function bear(coat: Color): Figure {
  const fur = (x: number, y: number): Color =>
    blend(coat, [176, 118, 82], 0.38 * ramp(0.45, 0.8, y) * ramp(-0.4, 0.3, x));
  const leg = (_x: number, y: number): Color => blend([64, 30, 16], coat, ramp(0.02, 0.35, y));
  const muzzle: Color = [158, 106, 74];
  const paw = (x: number, tone: number): Part => ({
    outline: curve(
      points([x - 0.08, 0.07], [x + 0.02, 0.09], [x + 0.12, 0.06], [x + 0.14, 0.015], [x + 0.1, 0], [x - 0.08, 0]),
    ),
    coat: [70, 34, 20],
    tone,
  });
  return [
    paw(0.4, 0.68),
    paw(-0.25, 0.68),
    { outline: limb([0.3, 0.42, 0.26], [0.38, 0.22, 0.17], [0.4, 0.04, 0.14]), coat: leg, tone: 0.68 },
    { outline: limb([-0.28, 0.4, 0.28], [-0.22, 0.22, 0.18], [-0.25, 0.04, 0.14]), coat: leg, tone: 0.68 },
    {
      outline: curve(
        points(
          [-0.6, 0.5],
          [-0.54, 0.62],
          [-0.36, 0.68],
          [-0.1, 0.67],
          [0.12, 0.75],
          [0.28, 0.77],
          [0.42, 0.7],
          [0.48, 0.55],
          [0.4, 0.36],
          [0.24, 0.27],
          [-0.05, 0.22],
          [-0.35, 0.25],
          [-0.57, 0.34],
        ),
      ),
      coat: fur,
    },
    { outline: limb([0.18, 0.46, 0.3], [0.21, 0.26, 0.19], [0.18, 0.04, 0.16]), coat: leg },
    { outline: limb([-0.43, 0.44, 0.32], [-0.42, 0.24, 0.2], [-0.48, 0.04, 0.15]), coat: leg },
    paw(0.18, 1),
    paw(-0.48, 1),
    { outline: ellipse(0.59, 0.755, 0.05, 0.05), coat, tone: 0.75 },
    {
      outline: curve(
        points(
          [0.34, 0.7],
          [0.46, 0.755],
          [0.57, 0.745],
          [0.66, 0.67],
          [0.76, 0.605],
          [0.785, 0.56],
          [0.76, 0.51],
          [0.66, 0.48],
          [0.55, 0.44],
          [0.42, 0.42],
          [0.33, 0.5],
        ),
      ),
      coat: fur,
    },
    {
      outline: curve(points([0.68, 0.63], [0.755, 0.6], [0.785, 0.56], [0.76, 0.51], [0.68, 0.5], [0.65, 0.56])),
      coat: muzzle,
    },
    { outline: ellipse(0.775, 0.58, 0.028, 0.026), coat: [52, 24, 16] },
    { outline: ellipse(0.635, 0.645, 0.016, 0.016), coat: [38, 18, 12] },
    { outline: ellipse(0.485, 0.765, 0.058, 0.06), coat },
    { outline: ellipse(0.488, 0.76, 0.032, 0.034), coat: [66, 34, 22] },
  ];
}
