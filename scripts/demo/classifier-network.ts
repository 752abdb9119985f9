import type { OnnxGraph } from '../../src/weights/onnx/onnx-graph';
import { BLUR, CELL, CROP, SHAPE_CELL, TINY, WEIGHTS } from './classifier-features';
import { buildMasks } from './color-masks';
import { demoLabels } from './demo-taxonomy';
import { createNetworkBuilder } from './network-builder';
import type { Prototype } from './prototypes';

/** How sharply the nearest prototype wins: factor of the squared distance. */
const SHARPNESS = 2.6;
/** Below every probability that matters; keeps the logarithm finite. */
const SMALLEST = 1e-6;

/**
 * A classifier without training: features of the crop (see classifier-features.ts), squared distances to the
 * prototypes, a softmax over them, and each prototype's answers mixed by it. Input NHWC 0..1, output logits.
 */
export function createClassifierNetwork(prototypes: readonly Prototype[]): OnnxGraph {
  const net = createNetworkBuilder();
  const planar = net.op('Transpose', ['images'], { perm: [0, 3, 1, 2] });
  const pixels = net.pool('AveragePool', planar, CELL, CELL);
  const { masks, night } = buildMasks(net, pixels);
  const animal = net.mix(masks, [[1, 0, 0]], [0]);

  const shape = net.pool('AveragePool', animal, SHAPE_CELL, SHAPE_CELL);
  const area = net.op('Add', [net.op('GlobalAveragePool', [animal]), net.floats([], [TINY])]);
  const color = net.op('Div', [net.op('GlobalAveragePool', [net.op('Mul', [pixels, animal])]), area]);
  const grey = net.mix(pixels, [[1 / 3, 1 / 3, 1 / 3]], [0]);
  const detail = net.op('Abs', [net.op('Sub', [grey, net.pool('AveragePool', grey, BLUR, 1)])]);
  const contrast = net.op('Div', [net.op('GlobalAveragePool', [net.op('Mul', [detail, animal])]), area]);
  const cover = net.mix(
    net.op('GlobalAveragePool', [masks]),
    [
      [0, 1, 0],
      [0, 0, 1],
    ],
    [0, 0],
  );
  const scene = net.op('GlobalAveragePool', [pixels]);
  const groups: [string, number][] = [
    [shape, WEIGHTS.shape],
    [color, WEIGHTS.color],
    [cover, WEIGHTS.cover],
    [night, WEIGHTS.night],
    [contrast, WEIGHTS.contrast],
    [scene, WEIGHTS.scene],
  ];
  const flat = groups.map(([group, weight]) =>
    net.op('Mul', [net.op('Flatten', [group], { axis: 1 }), net.floats([], [weight])]),
  );
  const features = net.op('Concat', flat, { axis: 1 });

  // -|f - p|² without the part that all prototypes share: 2 f·p - |p|².
  const width = prototypes[0]!.features.length;
  const towards = net.floats(
    [width, prototypes.length],
    Array.from({ length: width }, (_, i) => prototypes.map(({ features: p }) => 2 * SHARPNESS * p[i]!)).flat(),
  );
  const lengths = prototypes.map(({ features: p }) => -SHARPNESS * p.reduce((sum, value) => sum + value * value, 0));
  const nearness = net.op('Gemm', [features, towards, net.floats([prototypes.length], lengths)]);
  const shares = net.op('Softmax', [nearness], { axis: 1 });
  const answers = net.floats(
    [prototypes.length, demoLabels.length],
    prototypes.flatMap((prototype) => prototype.answers),
  );
  const probabilities = net.op('MatMul', [shares, answers]);
  const logits = net.op('Log', [net.op('Add', [probabilities, net.floats([], [SMALLEST])])]);
  return net.finish(
    'understory-demo-classifier',
    { name: 'images', dims: ['batch', CROP, CROP, 3] },
    { name: 'logits', dims: ['batch', demoLabels.length] },
    logits,
    { author: 'Understory demonstration, built by a script' },
  );
}
