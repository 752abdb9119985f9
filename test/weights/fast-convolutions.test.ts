import { describe, expect, it } from 'vitest';
import { createMemorySource } from '../../src/weights/byte-source';
import { createInlineWeight } from '../../src/weights/onnx/inline-weight';
import { collectBytes, joinBytes } from '../../src/weights/onnx/join-bytes';
import type { GraphNode, OnnxGraph } from '../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../src/weights/onnx/write-onnx';
import { readOnnxModel } from '../../src/weights/onnx-model';
import { rewriteModel, type RewrittenModel } from '../../src/weights/rewrite/rewrite-model';
import { openNodeSession } from '../../scripts/weights/onnx-session';

const LIMITS = { fewestChannels: 4, moreBytes: 1e9 };
/** Largest rounding difference to sums in double precision, in parts of the largest result; plain float32 has 2e-7. */
const TOLERANCE = 1e-5;

interface Layer {
  readonly batch: number;
  readonly channelsIn: number;
  readonly channelsOut: number;
  readonly height: number;
  readonly width: number;
}

const whole: Layer = { batch: 1, channelsIn: 8, channelsOut: 12, height: 16, width: 24 };

describe('a 3 by 3 convolution in its fast form', () => {
  it.each<Layer & { readonly multiple: number; readonly hasBias: boolean }>([
    { ...whole, multiple: 8, hasBias: true },
    { ...whole, multiple: 8, hasBias: false },
    { ...whole, batch: 3, multiple: 8, hasBias: true },
    { ...whole, batch: 2, height: 15, width: 22, multiple: 1, hasBias: true },
    { ...whole, height: 1, width: 5, multiple: 1, hasBias: false },
    { ...whole, channelsIn: 64, channelsOut: 64, height: 20, width: 20, multiple: 4, hasBias: true },
  ])('gives the sums of double precision: $batch of $height x $width, bias $hasBias', async (layer) => {
    const { multiple, hasBias } = layer;
    const file = await writeLayer(layer, hasBias);
    const rewritten = await rewriteModel(createMemorySource(file), multiple, LIMITS);
    if (rewritten === null) throw new Error('expected a fast form');
    const fast = await run(join(file, rewritten), layer);
    const expected = convolve(layer, hasBias);
    expect(fast.length).toBe(expected.length);
    expect(largestDifference(fast, expected)).toBeLessThan(TOLERANCE);
    expect(largestDifference(await run(file, layer), expected)).toBeLessThan(1e-6);
  });

  it('keeps inputs, outputs and everything said about the file', async () => {
    const file = await writeLayer(whole, true);
    const rewritten = await rewriteModel(createMemorySource(file), 8, LIMITS);
    if (rewritten === null) throw new Error('expected a fast form');
    expect(rewritten.convolutions).toBe(1);
    expect(await readOnnxModel(createMemorySource(join(file, rewritten)))).toEqual(
      await readOnnxModel(createMemorySource(file)),
    );
  });

  it('is not there for few channels, nor beyond the bytes that weights may need', async () => {
    const source = createMemorySource(await writeLayer(whole, true));
    expect(await rewriteModel(source, 8, { ...LIMITS, fewestChannels: 9 })).toBeNull();
    expect(await rewriteModel(source, 8, { ...LIMITS, moreBytes: 8 * 12 * 27 * 4 - 1 })).toBeNull();
    expect(await rewriteModel(source, 8, { ...LIMITS, moreBytes: 8 * 12 * 27 * 4 })).not.toBeNull();
  });

  it.each<readonly [string, GraphNode['attributes']]>([
    ['steps of two', { kernel_shape: [3, 3], pads: [1, 1, 1, 1], strides: [2, 2] }],
    ['holes', { kernel_shape: [3, 3], pads: [1, 1, 1, 1], dilations: [2, 2] }],
    ['other borders', { kernel_shape: [3, 3], pads: [0, 0, 0, 0] }],
    ['borders that the runtime works out', { kernel_shape: [3, 3], auto_pad: { text: 'SAME_UPPER' } }],
  ])('is not there for %s', async (_, attributes) => {
    const file = await writeLayer(whole, true, attributes);
    expect(await rewriteModel(createMemorySource(file), 8, LIMITS)).toBeNull();
  });
});

async function writeLayer(
  { channelsIn, channelsOut }: Layer,
  hasBias: boolean,
  attributes: GraphNode['attributes'] = { kernel_shape: [3, 3], pads: [1, 1, 1, 1] },
): Promise<Uint8Array<ArrayBuffer>> {
  const weights = createInlineWeight(
    'weight',
    [channelsOut, channelsIn, 3, 3],
    numbers(channelsOut * channelsIn * 9, 2),
  );
  const graph: OnnxGraph = {
    name: 'layer',
    inputs: [{ name: 'map', elementType: 'float32', dims: ['batch', channelsIn, 'height', 'width'] }],
    outputs: [{ name: 'result', elementType: 'float32', dims: ['batch', channelsOut, 'down', 'across'] }],
    nodes: [{ op: 'Conv', inputs: ['map', 'weight', ...(hasBias ? ['bias'] : [])], outputs: ['result'], attributes }],
    weights: hasBias ? [weights, createInlineWeight('bias', [channelsOut], numbers(channelsOut, 3))] : [weights],
    metadata: { kept: 'yes' },
  };
  return collectBytes(writeOnnx(graph, { kind: 'single-file', weights: 'as-stored' }));
}

function join(file: Uint8Array, { pieces }: RewrittenModel): Uint8Array {
  return joinBytes(
    pieces.map((piece) => (piece instanceof Uint8Array ? piece : file.subarray(piece.start, piece.end))),
  );
}

async function run(file: Uint8Array, layer: Layer): Promise<Float32Array> {
  const session = await openNodeSession(file, null);
  try {
    const dims = [layer.batch, layer.channelsIn, layer.height, layer.width];
    return (await session.run(inputOf(layer), dims))[0]!.data;
  } finally {
    await session.close();
  }
}

function inputOf({ batch, channelsIn, height, width }: Layer): Float32Array {
  return numbers(batch * channelsIn * height * width, 1);
}

/** The sums, in double precision. */
function convolve(layer: Layer, hasBias: boolean): Float64Array {
  const { batch, channelsIn, channelsOut, height, width } = layer;
  const map = inputOf(layer);
  const weights = numbers(channelsOut * channelsIn * 9, 2);
  const bias = hasBias ? numbers(channelsOut, 3) : new Float32Array(channelsOut);
  const result = new Float64Array(batch * channelsOut * height * width);
  let at = 0;
  for (let image = 0; image < batch; image++)
    for (let out = 0; out < channelsOut; out++)
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          let sum = bias[out]!;
          for (let from = 0; from < channelsIn; from++)
            for (let tap = 0; tap < 9; tap++) {
              const row = y + Math.floor(tap / 3) - 1;
              const column = x + (tap % 3) - 1;
              if (row < 0 || row >= height || column < 0 || column >= width) continue;
              sum +=
                map[((image * channelsIn + from) * height + row) * width + column]! *
                weights[(out * channelsIn + from) * 9 + tap]!;
            }
          result[at++] = sum;
        }
  return result;
}

/** Made-up numbers from -0.5 to 0.5, the same for the same seed. */
function numbers(count: number, seed: number): Float32Array {
  let state = 12_345 * seed + 7;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}

function largestDifference(found: Float32Array, expected: Float64Array): number {
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return expected.reduce((worst, value, index) => Math.max(worst, Math.abs(value - found[index]!)), 0) / largest;
}
