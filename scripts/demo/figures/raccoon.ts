import type { Color } from '../canvas';
import { blend } from '../canvas';
import { ramp } from '../noise';
import { curve, ellipse, limb, points } from '../outline';
import type { Figure } from './figure';

const grey = (value: number): Color => [value, value, value];

/** As an infrared flash shows it: no colour, bright fur, eyes that shine. */
export function raccoonAtNight(): Figure {
  const fur = (_x: number, y: number): Color => blend(grey(190), grey(222), ramp(0.2, 0.6, y));
  const ringed = (x: number): Color => {
    const phase = x * 9.5 - Math.floor(x * 9.5);
    return blend(grey(216), grey(150), ramp(0.5, 0.6, phase) * (1 - ramp(0.92, 1, phase)));
  };
  return [
    {
      outline: limb([0.2, 0.3, 0.16], [0.28, 0.14, 0.09], [0.31, 0.03, 0.07], [0.36, 0.025, 0.05]),
      coat: grey(196),
      tone: 0.85,
    },
    {
      outline: limb([-0.22, 0.3, 0.18], [-0.16, 0.14, 0.1], [-0.18, 0.03, 0.075], [-0.12, 0.025, 0.05]),
      coat: grey(196),
      tone: 0.85,
    },
    {
      outline: limb(
        [-0.36, 0.38, 0.12],
        [-0.55, 0.28, 0.15],
        [-0.75, 0.2, 0.15],
        [-0.9, 0.2, 0.1],
        [-0.97, 0.22, 0.03],
      ),
      coat: ringed,
    },
    {
      outline: curve(
        points(
          [-0.42, 0.4],
          [-0.32, 0.54],
          [-0.12, 0.62],
          [0.1, 0.58],
          [0.28, 0.5],
          [0.36, 0.4],
          [0.3, 0.26],
          [0.1, 0.19],
          [-0.16, 0.18],
          [-0.36, 0.24],
        ),
      ),
      coat: fur,
    },
    { outline: limb([0.14, 0.28, 0.17], [0.15, 0.14, 0.1], [0.12, 0.03, 0.075], [0.18, 0.022, 0.05]), coat: grey(196) },
    {
      outline: limb([-0.3, 0.3, 0.2], [-0.28, 0.14, 0.11], [-0.33, 0.03, 0.08], [-0.26, 0.022, 0.05]),
      coat: grey(196),
    },
    { outline: ellipse(0.5, 0.58, 0.045, 0.06), coat: grey(180), tone: 0.85 },
    {
      outline: curve(
        points(
          [0.24, 0.44],
          [0.3, 0.56],
          [0.42, 0.6],
          [0.52, 0.55],
          [0.58, 0.45],
          [0.68, 0.36],
          [0.66, 0.31],
          [0.54, 0.28],
          [0.38, 0.27],
          [0.26, 0.33],
        ),
      ),
      coat: grey(222),
    },
    {
      outline: curve(points([0.34, 0.44], [0.46, 0.5], [0.57, 0.45], [0.6, 0.4], [0.52, 0.36], [0.4, 0.36])),
      coat: grey(120),
    },
    { outline: ellipse(0.675, 0.345, 0.026, 0.024), coat: grey(70) },
    { outline: ellipse(0.49, 0.435, 0.026, 0.026), coat: grey(255) },
    { outline: ellipse(0.335, 0.585, 0.05, 0.065), coat: grey(214) },
    { outline: ellipse(0.337, 0.58, 0.028, 0.04), coat: grey(150) },
  ];
}
