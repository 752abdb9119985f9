import type { Color } from '../canvas';
import { blend, shade } from '../canvas';
import { ramp } from '../noise';
import { curve, ellipse, limb, points } from '../outline';
import type { Figure } from './figure';

const JACKET: Color = [196, 38, 92];
const TROUSERS: Color = [92, 52, 92];
const BOOT: Color = [70, 34, 66];
const PACK: Color = [128, 60, 128];
const SKIN: Color = [226, 160, 176];

export function hiker(): Figure {
  const jacket = (x: number, y: number): Color =>
    blend(shade(JACKET, 0.78), JACKET, ramp(-0.1, 0.06, x) * ramp(0.45, 0.6, y));
  return [
    { outline: limb([0.02, 0.52, 0.11], [-0.08, 0.3, 0.085], [-0.19, 0.08, 0.07]), coat: TROUSERS, tone: 0.75 },
    {
      outline: curve(points([-0.23, 0.1], [-0.16, 0.1], [-0.13, 0.05], [-0.1, 0.02], [-0.2, 0.015], [-0.26, 0.05])),
      coat: BOOT,
      tone: 0.8,
    },
    { outline: limb([0.06, 0.74, 0.08], [0.15, 0.62, 0.07], [0.24, 0.6, 0.055]), coat: JACKET, tone: 0.72 },
    {
      outline: curve(points([-0.08, 0.82], [-0.2, 0.83], [-0.245, 0.72], [-0.23, 0.56], [-0.14, 0.52], [-0.06, 0.54])),
      coat: PACK,
    },
    { outline: curve(points([-0.12, 0.72], [-0.22, 0.7], [-0.22, 0.6], [-0.12, 0.58])), coat: PACK, tone: 1.2 },
    { outline: limb([0, 0.52, 0.13], [0.1, 0.32, 0.1], [0.11, 0.08, 0.075]), coat: TROUSERS },
    { outline: curve(points([0.06, 0.1], [0.15, 0.1], [0.17, 0.05], [0.24, 0.02], [0.22, 0], [0.06, 0])), coat: BOOT },
    {
      outline: curve(
        points([-0.08, 0.84], [0.03, 0.86], [0.1, 0.8], [0.11, 0.64], [0.09, 0.48], [-0.09, 0.48], [-0.11, 0.64]),
      ),
      coat: jacket,
    },
    {
      outline: curve(points([-0.04, 0.96], [0.04, 0.98], [0.1, 0.94], [0.1, 0.88], [0.05, 0.845], [-0.02, 0.86])),
      coat: SKIN,
    },
    {
      outline: curve(
        points([-0.06, 0.9], [-0.055, 0.98], [0.01, 1.015], [0.08, 0.99], [0.095, 0.945], [0.02, 0.945], [-0.01, 0.9]),
      ),
      coat: [170, 40, 110],
    },
    { outline: ellipse(0.015, 1.015, 0.024, 0.024), coat: [214, 120, 170] },
    { outline: ellipse(0.078, 0.925, 0.009, 0.01), coat: [60, 24, 50] },
    { outline: limb([0.26, 0.63, 0.014], [0.31, 0.32, 0.012], [0.355, 0.0, 0.012]), coat: [150, 70, 130] },
    { outline: limb([-0.01, 0.77, 0.09], [0.06, 0.62, 0.08], [0.23, 0.62, 0.06]), coat: JACKET, tone: 1.12 },
    { outline: ellipse(0.255, 0.625, 0.032, 0.03), coat: SKIN },
  ];
}
