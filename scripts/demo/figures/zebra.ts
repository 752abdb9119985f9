import type { Color } from '../canvas';
import { blend } from '../canvas';
import { noiseAt, ramp } from '../noise';
import { curve, ellipse, limb, points } from '../outline';
import type { Figure } from './figure';

const LIGHT: Color = [244, 204, 176];
const DARK: Color = [74, 34, 22];

/** `stripes`: how many fit the body's length; Grevy's zebra has about twice as many as the plains zebra. */
export function zebra(stripes: number): Figure {
  const striped = (along: (x: number, y: number) => number) => (x: number, y: number) => {
    const wave = along(x, y) * stripes + 0.55 * noiseAt(x * 9, y * 9, 17);
    const phase = wave - Math.floor(wave);
    return blend(LIGHT, DARK, ramp(0.44, 0.54, phase) * (1 - ramp(0.92, 1, phase)));
  };
  const flank = striped((x, y) => (x < -0.25 ? x * 0.8 + (y - 0.5) * 0.9 : x - 0.25 * (y - 0.5)));
  const neck = striped((x, y) => 0.75 * x + 0.85 * y);
  const legs = striped((_x, y) => 1.5 * y);
  const face = striped((x, y) => 1.3 * y - 0.7 * x);
  const front = limb(
    [0.24, 0.48, 0.17],
    [0.26, 0.28, 0.08],
    [0.25, 0.14, 0.05],
    [0.25, 0.05, 0.045],
    [0.27, 0.01, 0.06],
  );
  const rear = limb(
    [-0.42, 0.5, 0.24],
    [-0.4, 0.32, 0.12],
    [-0.46, 0.2, 0.06],
    [-0.44, 0.06, 0.05],
    [-0.42, 0.01, 0.06],
  );
  const farFront = limb(
    [0.32, 0.48, 0.15],
    [0.36, 0.28, 0.075],
    [0.38, 0.14, 0.046],
    [0.37, 0.06, 0.042],
    [0.39, 0.02, 0.056],
  );
  const farRear = limb(
    [-0.3, 0.48, 0.2],
    [-0.28, 0.3, 0.1],
    [-0.33, 0.2, 0.055],
    [-0.31, 0.06, 0.046],
    [-0.29, 0.02, 0.056],
  );
  return [
    { outline: farFront, coat: legs, tone: 0.72 },
    { outline: farRear, coat: legs, tone: 0.72 },
    { outline: limb([-0.54, 0.62, 0.05], [-0.61, 0.5, 0.035], [-0.62, 0.36, 0.06], [-0.62, 0.24, 0.02]), coat: DARK },
    {
      outline: curve(
        points(
          [-0.54, 0.66],
          [-0.56, 0.52],
          [-0.48, 0.4],
          [-0.24, 0.345],
          [0.04, 0.335],
          [0.26, 0.38],
          [0.38, 0.5],
          [0.38, 0.64],
          [0.24, 0.715],
          [0, 0.68],
          [-0.24, 0.7],
          [-0.44, 0.73],
        ),
      ),
      coat: flank,
    },
    { outline: rear, coat: legs },
    { outline: front, coat: legs },
    {
      outline: curve(
        points([0.16, 0.72], [0.26, 0.86], [0.38, 0.99], [0.46, 1.04], [0.47, 0.98], [0.4, 0.86], [0.3, 0.72]),
      ),
      coat: DARK,
    },
    {
      outline: curve(
        points(
          [0.18, 0.7],
          [0.3, 0.82],
          [0.4, 0.96],
          [0.5, 0.96],
          [0.54, 0.84],
          [0.47, 0.68],
          [0.4, 0.52],
          [0.28, 0.46],
        ),
      ),
      coat: neck,
    },
    { outline: curve(points([0.5, 0.96], [0.53, 1.07], [0.57, 1.04], [0.56, 0.95])), coat: LIGHT, tone: 0.75 },
    {
      outline: curve(
        points(
          [0.4, 0.94],
          [0.48, 1.0],
          [0.58, 0.95],
          [0.68, 0.82],
          [0.735, 0.72],
          [0.72, 0.66],
          [0.66, 0.645],
          [0.58, 0.71],
          [0.49, 0.79],
          [0.42, 0.84],
        ),
      ),
      coat: face,
    },
    { outline: curve(points([0.68, 0.76], [0.735, 0.72], [0.72, 0.66], [0.66, 0.645], [0.62, 0.69])), coat: DARK },
    { outline: ellipse(0.555, 0.885, 0.016, 0.016), coat: [40, 18, 12] },
    {
      outline: curve(points([0.43, 0.96], [0.43, 1.07], [0.47, 1.11], [0.5, 1.05], [0.49, 0.97])),
      coat: LIGHT,
      tone: 0.95,
    },
  ];
}
