import type { Color } from '../canvas';
import { blend } from '../canvas';
import { ramp } from '../noise';
import { curve, ellipse, limb, points } from '../outline';
import type { Figure, Part } from './figure';

export interface DeerLook {
  readonly coat: Color;
  readonly antlers: boolean;
  /** 1 = the white-tailed deer's ears; mule deer have larger ones. */
  readonly ears: number;
  readonly head: 'up' | 'grazing';
}

const PALE: Color = [238, 203, 176];
const BONE: Color = [206, 160, 122];
const DARK: Color = [84, 42, 28];

export function deer({ coat, antlers, ears, head }: DeerLook): Figure {
  const fur = (_x: number, y: number): Color => blend(blend(coat, PALE, 0.5), coat, ramp(0.32, 0.48, y));
  const leg = (x: number): Color => blend(coat, DARK, x > 0 ? 0.2 : 0.15);
  const dark = (part: Part): Part => ({ ...part, tone: 0.72 });
  const front = limb(
    [0.24, 0.45, 0.15],
    [0.25, 0.24, 0.06],
    [0.235, 0.12, 0.035],
    [0.24, 0.04, 0.036],
    [0.265, 0, 0.045],
  );
  const rear = limb(
    [-0.4, 0.48, 0.2],
    [-0.38, 0.32, 0.11],
    [-0.45, 0.2, 0.05],
    [-0.425, 0.05, 0.036],
    [-0.4, 0, 0.046],
  );
  const body = curve(
    points(
      [-0.47, 0.63],
      [-0.52, 0.55],
      [-0.5, 0.42],
      [-0.36, 0.365],
      [-0.08, 0.33],
      [0.16, 0.34],
      [0.3, 0.42],
      [0.36, 0.54],
      [0.3, 0.64],
      [0.18, 0.675],
      [-0.1, 0.64],
      [-0.32, 0.665],
    ),
  );
  const neckAndHead = head === 'up' ? raisedHead(coat, ears) : grazingHead(coat, ears);
  return [
    dark({ outline: shift(front, 0.055, 0.012), coat: leg }),
    dark({ outline: shift(rear, 0.12, 0.012), coat: leg }),
    ...(antlers && head === 'up' ? rack(0.05, 0.7) : []),
    { outline: curve(points([-0.5, 0.62], [-0.57, 0.56], [-0.56, 0.44], [-0.52, 0.42], [-0.49, 0.52])), coat: PALE },
    { outline: body, coat: fur },
    { outline: rear, coat: leg },
    { outline: front, coat: leg },
    {
      outline: curve(points([-0.5, 0.6], [-0.53, 0.5], [-0.44, 0.42], [-0.3, 0.44], [-0.28, 0.58], [-0.38, 0.65])),
      coat,
    },
    ...neckAndHead,
    ...(antlers && head === 'up' ? rack(0, 1) : []),
  ];
}

function raisedHead(coat: Color, ears: number): Part[] {
  const ear = (dx: number) =>
    curve(
      points(
        [0.37 + dx, 0.9],
        [0.28 + dx - 0.05 * ears, 0.92 + 0.04 * ears],
        [0.2 + dx - 0.07 * ears, 0.97 + 0.1 * ears],
        [0.31 + dx, 1.02],
        [0.4 + dx, 0.96],
      ),
    );
  return [
    { outline: ear(0.12), coat, tone: 0.75 },
    {
      outline: curve(
        points(
          [0.14, 0.66],
          [0.26, 0.74],
          [0.33, 0.88],
          [0.42, 0.96],
          [0.5, 0.88],
          [0.46, 0.72],
          [0.4, 0.55],
          [0.3, 0.42],
          [0.16, 0.48],
        ),
      ),
      coat,
    },
    {
      outline: curve(points([0.45, 0.8], [0.46, 0.7], [0.41, 0.58], [0.36, 0.62], [0.4, 0.74])),
      coat: PALE,
      tone: 0.95,
    },
    {
      outline: curve(
        points(
          [0.34, 0.93],
          [0.42, 0.975],
          [0.5, 0.95],
          [0.6, 0.87],
          [0.665, 0.835],
          [0.672, 0.79],
          [0.63, 0.765],
          [0.54, 0.775],
          [0.45, 0.79],
          [0.37, 0.83],
        ),
      ),
      coat,
    },
    { outline: curve(points([0.62, 0.81], [0.66, 0.8], [0.655, 0.775], [0.6, 0.768], [0.54, 0.778])), coat: PALE },
    { outline: ellipse(0.662, 0.822, 0.022, 0.022), coat: [58, 26, 18] },
    { outline: ellipse(0.487, 0.9, 0.018, 0.016), coat: [40, 20, 14] },
    { outline: ear(0), coat },
    {
      outline: curve(
        points(
          [0.35, 0.915],
          [0.29 - 0.03 * ears, 0.945 + 0.05 * ears],
          [0.24 - 0.05 * ears, 0.955 + 0.08 * ears],
          [0.31, 0.965],
        ),
      ),
      coat: PALE,
      tone: 0.8,
    },
  ];
}

function grazingHead(coat: Color, ears: number): Part[] {
  const ear = curve(
    points([0.56, 0.26], [0.47 - 0.02 * ears, 0.33], [0.42 - 0.05 * ears, 0.36], [0.46, 0.28], [0.54, 0.22]),
  );
  return [
    {
      outline: curve(
        points(
          [0.1, 0.66],
          [0.3, 0.62],
          [0.46, 0.46],
          [0.58, 0.27],
          [0.54, 0.18],
          [0.44, 0.24],
          [0.32, 0.38],
          [0.16, 0.42],
        ),
      ),
      coat,
    },
    {
      outline: curve(
        points(
          [0.5, 0.27],
          [0.58, 0.3],
          [0.64, 0.23],
          [0.68, 0.12],
          [0.7, 0.05],
          [0.66, 0.02],
          [0.61, 0.05],
          [0.56, 0.14],
          [0.5, 0.19],
        ),
      ),
      coat,
    },
    { outline: ellipse(0.685, 0.045, 0.026, 0.024), coat: [58, 26, 18] },
    { outline: ellipse(0.61, 0.22, 0.014, 0.016), coat: [40, 20, 14] },
    { outline: ear, coat, tone: 0.92 },
  ];
}

function rack(dx: number, tone: number): Part[] {
  const tines = [
    limb([0.41, 0.95, 0.035], [0.33, 1.05, 0.032], [0.32, 1.17, 0.028], [0.42, 1.27, 0.022], [0.55, 1.29, 0.01]),
    limb([0.35, 1.03, 0.02], [0.43, 1.07, 0.016], [0.5, 1.12, 0.006]),
    limb([0.325, 1.15, 0.022], [0.3, 1.24, 0.018], [0.31, 1.33, 0.006]),
    limb([0.4, 1.25, 0.022], [0.39, 1.31, 0.016], [0.42, 1.38, 0.006]),
    limb([0.48, 1.285, 0.016], [0.49, 1.34, 0.012], [0.53, 1.39, 0.006]),
  ];
  return tines.map((outline) => ({ outline: shift(outline, dx, 0), coat: BONE, tone }));
}

function shift(outline: Part['outline'], dx: number, dy: number): Part['outline'] {
  return outline.map(({ x, y }) => ({ x: x + dx, y: y + dy }));
}
