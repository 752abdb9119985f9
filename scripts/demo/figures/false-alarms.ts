import type { Color } from '../canvas';
import { blend, shade } from '../canvas';
import { cloudAt, ramp } from '../noise';
import { curve, limb, points } from '../outline';
import type { Figure, Part } from './figure';

/** Things in an animal's colours that are no animals: every camera has its own. */

export function fern(): Figure {
  const rust: Color = [178, 108, 66];
  return [-0.72, -0.5, -0.3, -0.12, 0.06, 0.24, 0.42, 0.62, 0.78].flatMap((reach, i): Part[] => {
    const top = 1 - 0.55 * reach * reach + (i % 2) * 0.08;
    return [
      {
        outline: limb(
          [0, 0, 0.05],
          [reach * 0.4, top * 0.7, 0.2],
          [reach * 0.8, top, 0.13],
          [reach * 1.1, top * 0.86, 0.02],
        ),
        coat: rust,
        tone: 0.78 + 0.06 * (i % 4),
      },
    ];
  });
}

export function termiteMound(): Figure {
  const earth = (x: number, y: number): Color =>
    blend(shade([172, 112, 80], 0.78 + 0.36 * cloudAt(x * 9, y * 9, 81, 3)), [206, 146, 108], 0.5 * ramp(-0.1, 0.4, x));
  return [
    {
      outline: curve(
        points(
          [-0.5, 0.06],
          [-0.38, 0.36],
          [-0.26, 0.5],
          [-0.2, 0.82],
          [-0.08, 1],
          [0.04, 0.94],
          [0.1, 0.7],
          [0.2, 0.6],
          [0.3, 0.66],
          [0.36, 0.4],
          [0.48, 0.08],
          [0, 0],
        ),
      ),
      coat: earth,
    },
  ];
}
