import type { Color } from '../canvas';
import { blend } from '../canvas';
import { ramp } from '../noise';
import { curve, ellipse, limb, points } from '../outline';
import type { Figure, Part } from './figure';

const TYRE: Color = [30, 32, 38];

export function offRoader(): Figure {
  const body = (_x: number, y: number): Color => blend([28, 70, 160], [70, 124, 222], ramp(0.25, 0.62, y));
  const glass = (x: number, y: number): Color =>
    blend([52, 70, 84], [176, 204, 216], ramp(-0.1, 0.3, y - 0.75 + 0.25 * x));
  return [
    { outline: points([-0.86, 0.14], [0.86, 0.14], [0.86, 0.24], [-0.86, 0.24]), coat: [26, 28, 34] },
    { outline: limb([-0.72, 1.01, 0.02], [0.16, 1.01, 0.02]), coat: [34, 74, 150] },
    ...[-0.66, -0.36, -0.06, 0.14].map((x): Part => ({
      outline: limb([x, 0.94, 0.018], [x, 1.01, 0.018]),
      coat: [34, 74, 150],
    })),
    { outline: points([-0.68, 1.02], [-0.34, 1.02], [-0.34, 1.1], [-0.64, 1.1]), coat: [44, 84, 160] },
    {
      outline: [
        ...points([-0.9, 0.22], [-0.9, 0.62], [-0.83, 0.93], [-0.78, 0.95], [0.2, 0.95], [0.24, 0.93], [0.42, 0.63]),
        ...points([0.84, 0.58], [0.9, 0.5], [0.92, 0.22]),
      ],
      coat: body,
    },
    { outline: points([-0.8, 0.64], [-0.75, 0.88], [-0.42, 0.88], [-0.42, 0.64]), coat: glass },
    { outline: points([-0.38, 0.64], [-0.38, 0.88], [-0.1, 0.88], [-0.1, 0.64]), coat: glass },
    { outline: points([-0.05, 0.64], [-0.05, 0.88], [0.17, 0.88], [0.34, 0.64]), coat: glass },
    ...[-0.4, -0.075, 0.38].map((x): Part => ({
      outline: limb([x, 0.24, 0.008], [x, 0.6, 0.008]),
      coat: [24, 58, 136],
    })),
    { outline: points([-0.16, 0.53], [-0.16, 0.555], [-0.24, 0.555], [-0.24, 0.53]), coat: [20, 40, 90] },
    { outline: points([0.2, 0.53], [0.2, 0.555], [0.12, 0.555], [0.12, 0.53]), coat: [20, 40, 90] },
    { outline: points([-0.9, 0.575], [0.6, 0.575], [0.6, 0.59], [-0.9, 0.59]), coat: [150, 184, 236] },
    { outline: points([-0.98, 0.2], [-0.98, 0.29], [-0.88, 0.29], [-0.88, 0.2]), coat: [40, 44, 50] },
    { outline: points([0.86, 0.18], [0.86, 0.28], [0.98, 0.28], [0.98, 0.18]), coat: [40, 44, 50] },
    { outline: ellipse(0.875, 0.44, 0.035, 0.055), coat: [246, 246, 226] },
    { outline: curve(points([-0.93, 0.5], [-0.93, 0.66], [-0.89, 0.7], [-0.88, 0.46])), coat: TYRE },
    ...[-0.54, 0.58].flatMap((x): Part[] => [
      { outline: ellipse(x, 0.24, 0.25, 0.25), coat: [16, 32, 74] },
      { outline: ellipse(x, 0.19, 0.19, 0.19), coat: TYRE },
      { outline: ellipse(x, 0.19, 0.105, 0.105), coat: [128, 134, 140] },
      { outline: ellipse(x, 0.19, 0.05, 0.05), coat: [70, 74, 82] },
    ]),
  ];
}
