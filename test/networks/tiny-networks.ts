import { encodeFloat16 } from '../../src/weights/float16';
import { buildOnnx } from './onnx-builder';

/**
 * Two networks of some thousand weights that have the shapes of the real ones: small enough for a software graphics
 * adapter. The weights are a fixed pseudo-random sequence: they find nothing, but every input gives another output.
 */
export function buildTinyDetector(
  options: { names?: string; size?: number; halfWeights?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const side = options.size;
  const weights = pseudoRandom(8 * 3 * 8 * 8, 0.4);
  // 8 channels: box (4), objectness, three classes; one row for each 32 x 32 pixels. Logistic outputs, boxes in pixels.
  return buildOnnx({
    nodes: [
      {
        op: 'Conv',
        inputs: ['images', 'weights'],
        output: 'cells',
        attributes: { kernel_shape: [8, 8], strides: [32, 32], pads: [0, 0, 24, 24] },
      },
      { op: 'Sigmoid', inputs: ['cells'], output: 'unit' },
      { op: 'Mul', inputs: ['unit', 'scale'], output: 'scaled' },
      { op: 'Reshape', inputs: ['scaled', 'flat'], output: 'channels' },
      { op: 'Transpose', inputs: ['channels'], output: 'rows', attributes: { perm: [0, 2, 1] } },
    ],
    inputs: [
      {
        name: 'images',
        type: 'float32',
        dims: side === undefined ? ['batch', 3, 'height', 'width'] : [1, 3, side, side],
      },
    ],
    outputs: [{ name: 'rows', type: 'float32', dims: ['batch', 'anchors', 8] }],
    weights: [
      { name: 'weights', dims: [8, 3, 8, 8], data: options.halfWeights === true ? encodeFloat16(weights) : weights },
      { name: 'scale', dims: [8, 1, 1], data: Float32Array.of(640, 640, 64, 64, 1, 1, 1, 1) },
      { name: 'flat', dims: [3], data: BigInt64Array.of(0n, 8n, -1n) },
    ],
    ...(options.names === undefined ? {} : { metadata: { names: options.names } }),
  });
}

export function buildTinyClassifier(classes: number, options: { softmax?: boolean } = {}): Uint8Array<ArrayBuffer> {
  return buildOnnx({
    nodes: [
      { op: 'Transpose', inputs: ['input'], output: 'planes', attributes: { perm: [0, 3, 1, 2] } },
      {
        op: 'Conv',
        inputs: ['planes', 'weights'],
        output: 'cells',
        attributes: { kernel_shape: [8, 8], strides: [48, 48] },
      },
      { op: 'GlobalMaxPool', inputs: ['cells'], output: 'pooled' },
      { op: 'Flatten', inputs: ['pooled'], output: 'logits', attributes: { axis: 1 } },
      ...(options.softmax === true ? [{ op: 'Softmax', inputs: ['logits'], output: 'probabilities' }] : []),
    ],
    inputs: [{ name: 'input', type: 'float32', dims: ['batch', 480, 480, 3] }],
    outputs: [
      { name: options.softmax === true ? 'probabilities' : 'logits', type: 'float32', dims: ['batch', classes] },
    ],
    weights: [{ name: 'weights', dims: [classes, 3, 8, 8], data: pseudoRandom(classes * 3 * 8 * 8, 0.4) }],
  });
}

/** Evenly spread in -amplitude..amplitude; the multiplicative generator of Park and Miller. */
function pseudoRandom(length: number, amplitude: number): Float32Array<ArrayBuffer> {
  let state = 1;
  return Float32Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return (state / 1073741823.5 - 1) * amplitude;
  });
}
