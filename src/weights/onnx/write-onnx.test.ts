import * as ort from 'onnxruntime-web';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMemorySource } from '../byte-source';
import { encodeFloat16, fromFloat16Bits } from '../float16';
import { readOnnxModel } from '../onnx-model';
import { createInlineWeight } from './inline-weight';
import { collectBytes } from './join-bytes';
import type { GraphNode, GraphWeight, OnnxGraph, WeightStorage } from './onnx-graph';
import { writeOnnx } from './write-onnx';

const COUNT = 8192;
const halves = encodeFloat16(Float32Array.from({ length: COUNT }, (_, i) => Math.sin(i)));
const floats = Float32Array.from({ length: COUNT }, (_, i) => Math.cos(i));

/** A model file of other bytes, the halves at an odd place, and the floats. A Buffer, as Node reads files. */
const modelFile = Buffer.alloc(101 + 2 * COUNT + 4 * COUNT);
modelFile.set(new Uint8Array(halves.buffer), 101);
modelFile.set(new Uint8Array(floats.buffer), 101 + 2 * COUNT);

function fromFile(name: string, storedType: 'float16' | 'float32', start: number): GraphWeight {
  const end = start + COUNT * (storedType === 'float16' ? 2 : 4);
  const read = () => Promise.resolve(modelFile.subarray(start, end));
  return {
    name,
    elementType: 'float32',
    dims: [2, 4096],
    data: { storedType, byteLength: end - start, range: { start, end }, read },
  };
}

/** y = reshape(x + halves + floats) * 3, as [8192]: weights of every kind, attributes of every kind. */
const graph: OnnxGraph = {
  name: 'sum',
  inputs: [{ name: 'x', elementType: 'float32', dims: ['batch', 4096] }],
  outputs: [{ name: 'y', elementType: 'float32', dims: ['all'] }],
  nodes: [
    node('Add', ['x', 'halves'], 'a'),
    node('Add', ['a', 'floats'], 'b'),
    node('LeakyRelu', ['b'], 'c', { alpha: { float: 1 } }),
    node('DepthToSpace', ['planes'], 'unused', { blocksize: 1, mode: { text: 'CRD' } }),
    node('Transpose', ['planes'], 'unused2', { perm: [3, 2, 1, 0] }),
    node('Reshape', ['c', 'flat'], 'd', { allowzero: 0 }),
    node('Mul', ['d', 'three'], 'y'),
  ],
  weights: [
    fromFile('halves', 'float16', 101),
    fromFile('floats', 'float32', 101 + 2 * COUNT),
    createInlineWeight('three', [], Float32Array.of(3)),
    createInlineWeight('flat', [1], BigInt64Array.of(-1n)),
    createInlineWeight('planes', [1, 1, 1, 1], new Float32Array(1)),
  ],
  metadata: { names: '["a"]', note: 'ä' },
};

function node(op: string, inputs: string[], output: string, attributes: GraphNode['attributes'] = {}): GraphNode {
  return { op, inputs, outputs: [output], attributes };
}

const external: WeightStorage = { kind: 'external', location: 'weights.pt' };
const single = (weights: 'as-stored' | 'float32' | 'float16'): WeightStorage => ({ kind: 'single-file', weights });

const written = (storage: WeightStorage) => collectBytes(writeOnnx(graph, storage));

async function run(storage: WeightStorage): Promise<Float32Array> {
  const session = await ort.InferenceSession.create(await written(storage), {
    externalData: storage.kind === 'external' ? [{ path: storage.location, data: modelFile }] : [],
  });
  const results = await session.run({ x: new ort.Tensor('float32', new Float32Array(COUNT).fill(0.5), [2, 4096]) });
  await session.release();
  return (await results['y']!.getData()) as Float32Array;
}

describe('writeOnnx', () => {
  beforeAll(() => {
    ort.env.wasm.numThreads = 1;
    ort.env.logLevel = 'error';
  });

  it('writes what the reader reads', async () => {
    expect(await readOnnxModel(createMemorySource(await written(external)))).toEqual({
      producer: 'understory',
      opset: 17,
      metadata: new Map([
        ['names', '["a"]'],
        ['note', 'ä'],
      ]),
      inputs: [{ name: 'x', elementType: 'float32', dims: ['batch', 4096] }],
      outputs: [{ name: 'y', elementType: 'float32', dims: ['all'] }],
      usesFloat16: true,
      hasExternalData: true,
      externalLocations: ['weights.pt'],
    });
    const inside = await readOnnxModel(createMemorySource(await written(single('float32'))));
    expect(inside).toMatchObject({ usesFloat16: false, hasExternalData: false, externalLocations: [] });
  });

  it('gives the same network in every storage that keeps the weights', async () => {
    const wide = fromFloat16Bits(halves);
    const expected = Float32Array.from(wide, (value, i) => (value + floats[i]! + 0.5) * 3);
    for (const storage of [external, single('as-stored'), single('float32')]) {
      const result = await run(storage);
      expect(Math.max(...result.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(2e-6);
    }
  });

  it('rounds large float32 weights to halves when asked, and no small ones', async () => {
    const rounded = fromFloat16Bits(encodeFloat16(floats));
    const expected = Float32Array.from(fromFloat16Bits(halves), (value, i) => (value + rounded[i]! + 0.5) * 3);
    const result = await run(single('float16'));
    expect(Math.max(...result.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(2e-6);
    const sizes = await Promise.all(
      [external, single('float16'), single('as-stored'), single('float32')].map(
        async (storage) => (await written(storage)).length,
      ),
    );
    expect(sizes.map((size) => Math.round((size - sizes[0]!) / 1024))).toEqual([0, 32, 48, 64]);
  });

  it('reads one weight at a time, and none of the external ones', async () => {
    let reading = 0;
    let reads = 0;
    const big = (name: string): GraphWeight => ({
      name,
      elementType: 'float32',
      dims: [100_000],
      data: {
        storedType: 'float32',
        byteLength: 400_000,
        range: { start: 0, end: 400_000 },
        read: async () => {
          reads += 1;
          reading += 1;
          expect(reading).toBe(1);
          await Promise.resolve();
          reading -= 1;
          return new Uint8Array(400_000);
        },
      },
    });
    const large: OnnxGraph = { ...graph, weights: [...graph.weights, ...['a1', 'a2', 'a3', 'a4'].map(big)] };
    const pieces: number[] = [];
    for await (const piece of writeOnnx(large, single('as-stored'))) pieces.push(piece.length);
    expect(reads).toBe(4);
    expect(Math.max(...pieces)).toBe(400_000);
    await collectBytes(writeOnnx(large, external));
    expect(reads).toBe(4);
  });

  const add = node('Add', ['x', 'w'], 'y');
  const w = createInlineWeight('w', [1], Float32Array.of(1));
  it.each<[string, Partial<OnnxGraph>, string]>([
    ['an input that nobody defines', { weights: [] }, 'Add "y": its input "w" is not defined before it'],
    [
      'a node before its input',
      { nodes: [node('Neg', ['y'], 'z'), add] },
      'Neg "z": its input "y" is not defined before it',
    ],
    ['a name used twice', { nodes: [add, add] }, 'Add "y": "y" is defined a second time'],
    ['a weight named like an input', { inputs: [port('x'), port('w')] }, 'weight: "w" is defined a second time'],
    ['a missing output', { outputs: [port('q')] }, 'output "q" is not defined by any node'],
    ['an empty name', { inputs: [port('x'), port('')] }, 'input: expected a name, got none'],
    [
      'a shape that does not fit',
      { weights: [createInlineWeight('w', [3], Float32Array.of(1))] },
      'weight "w": expected 12 bytes for [3], got 4',
    ],
  ])('refuses %s', async (_, part, message) => {
    const broken: OnnxGraph = {
      ...{ name: 'g', inputs: [port('x')], outputs: [port('y')], nodes: [add], weights: [w], metadata: {} },
      ...part,
    };
    await expect(collectBytes(writeOnnx(broken, external))).rejects.toThrow(message);
  });

  it('refuses a weight that gives other bytes than it said', async () => {
    const short = { ...w, data: { ...w.data, read: () => Promise.resolve(new Uint8Array(3)) } };
    const broken = { ...graph, weights: [...graph.weights, short] };
    await expect(collectBytes(writeOnnx(broken, external))).rejects.toThrow('weight "w": expected 4 bytes, got 3');
  });
});

function port(name: string) {
  return { name, elementType: 'float32' as const, dims: [1] };
}
