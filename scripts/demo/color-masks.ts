import type { NetworkBuilder } from './network-builder';

/**
 * Which places of a picture have the colours reserved for animals, people and vehicles (see figures/coats.ts):
 * two soft conditions per class, each `slope * (coefficients · RGB) + bias` cut to 0..1, multiplied.
 * Rows are animal, human, vehicle; columns red, green, blue, all 0..1.
 */
export const FIRST_CONDITION = {
  // Red above green for life of both kinds; blue above green for vehicles.
  rows: [
    [16, -16, 0],
    [16, -16, 0],
    [0, -18, 18],
  ],
  bias: [-1.3, -1.1, -3.9],
} as const;

export const SECOND_CONDITION = {
  // Blue below green: fur. Blue above green: cloth. Red below green: body paint.
  rows: [
    [0, 24, -24],
    [0, -24, 24],
    [-12, 12, 0],
  ],
  bias: [0.3, 0.7, 0.2],
} as const;

/** Infrared pictures have no colour: there, and only there, brightness counts. */
export const NIGHT = { colorLimit: 1 / 60, brightnessSlope: 9, brightnessFrom: 0.47 } as const;

/** Builds the masks [batch, 3, h, w] from pixels [batch, 3, h, w] in 0..1, and the night gate [batch, 1, 1, 1]. */
export function buildMasks(net: NetworkBuilder, pixels: string): { readonly masks: string; readonly night: string } {
  const first = net.clip01(net.mix(pixels, FIRST_CONDITION.rows, FIRST_CONDITION.bias));
  const second = net.clip01(net.mix(pixels, SECOND_CONDITION.rows, SECOND_CONDITION.bias));
  const byColor = net.op('Mul', [first, second]);

  const differences = net.mix(
    pixels,
    [
      [1, -1, 0],
      [0, -1, 1],
    ],
    [0, 0],
  );
  const colorfulness = net.op('GlobalAveragePool', [net.op('Abs', [differences])]);
  const night = net.op('Relu', [net.mix(colorfulness, [[-1 / NIGHT.colorLimit, -1 / NIGHT.colorLimit]], [1])]);

  const third = NIGHT.brightnessSlope / 3;
  const smooth = net.pool('AveragePool', pixels, 5, 1);
  const bright = net.clip01(
    net.mix(
      smooth,
      [
        [third, third, third],
        [0, 0, 0],
        [0, 0, 0],
      ],
      [-NIGHT.brightnessSlope * NIGHT.brightnessFrom, 0, 0],
    ),
  );
  const masks = net.clip01(net.op('Add', [byColor, net.op('Mul', [bright, night])]));
  return { masks, night };
}
