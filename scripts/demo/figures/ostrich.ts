import type { Color } from '../canvas';
import { cloudAt } from '../noise';
import { blend } from '../canvas';
import { curve, ellipse, limb, points } from '../outline';
import type { Figure } from './figure';

const PLUME: Color = [96, 52, 38];
const SKIN: Color = [222, 154, 128];
const WHITE: Color = [248, 212, 188];

export function ostrich(): Figure {
  const feathers = (x: number, y: number): Color =>
    blend(PLUME, [148, 92, 70], 0.8 * cloudAt(x * 12 + y * 6, y * 26, 71, 3));
  return [
    {
      outline: limb(
        [0.03, 0.42, 0.09],
        [0.12, 0.28, 0.05],
        [0.08, 0.13, 0.032],
        [0.13, 0.015, 0.03],
        [0.19, 0.008, 0.028],
      ),
      coat: SKIN,
      tone: 0.72,
    },
    {
      outline: curve(points([-0.26, 0.52], [-0.38, 0.5], [-0.46, 0.4], [-0.42, 0.34], [-0.34, 0.36], [-0.25, 0.42])),
      coat: WHITE,
      tone: 0.95,
    },
    {
      outline: curve(
        points(
          [-0.34, 0.48],
          [-0.26, 0.58],
          [-0.06, 0.63],
          [0.12, 0.6],
          [0.2, 0.52],
          [0.16, 0.43],
          [0.02, 0.38],
          [-0.18, 0.37],
          [-0.33, 0.39],
        ),
      ),
      coat: feathers,
    },
    {
      outline: limb(
        [-0.06, 0.42, 0.12],
        [0.02, 0.28, 0.055],
        [-0.05, 0.14, 0.034],
        [-0.02, 0.015, 0.032],
        [0.06, 0.008, 0.028],
      ),
      coat: SKIN,
    },
    {
      outline: limb([0.1, 0.5, 0.13], [0.2, 0.56, 0.085], [0.22, 0.7, 0.05], [0.2, 0.84, 0.042], [0.24, 0.945, 0.04]),
      coat: SKIN,
    },
    {
      outline: curve(points([-0.2, 0.6], [-0.02, 0.63], [0.1, 0.56], [0.04, 0.46], [-0.16, 0.42], [-0.34, 0.44])),
      coat: feathers,
      tone: 1.12,
    },
    { outline: curve(points([-0.2, 0.46], [-0.32, 0.47], [-0.38, 0.42], [-0.28, 0.39], [-0.12, 0.41])), coat: WHITE },
    {
      outline: curve(points([0.19, 0.95], [0.22, 0.99], [0.28, 0.985], [0.32, 0.96], [0.29, 0.93], [0.22, 0.92])),
      coat: [150, 96, 76],
    },
    { outline: points([0.3, 0.975], [0.38, 0.945], [0.3, 0.93]), coat: [226, 160, 110] },
    { outline: ellipse(0.268, 0.965, 0.014, 0.014), coat: [34, 16, 12] },
  ];
}
