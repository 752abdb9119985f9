import * as ort from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { createMemorySource } from '../byte-source';
import { createInlineWeight } from '../onnx/inline-weight';
import { collectBytes } from '../onnx/join-bytes';
import type { GraphNode, OnnxGraph } from '../onnx/onnx-graph';
import { readOnnxGraph } from '../onnx/read-graph';
import { upgradeOpset } from '../onnx/upgrade-opset';
import { writeOnnx } from '../onnx/write-onnx';
import { createCalibrationGraph, RangeCollector } from './calibration-graph';
import { planQuantisation } from './plan-quantisation';
import {
  biasScale,
  quantisationOf,
  quantiseBias,
  quantiseWeights,
  roundHalfEven,
  type Quantisation,
} from './quantisation-numbers';
import { quantiseGraph } from './quantise-graph';

ort.env.wasm.numThreads = 1;

const SINGLE = { kind: 'single-file', weights: 'as-stored' } as const;
const SIDE = 12;
const CHANNELS = 4;

const wave = (length: number, by: number) => Float32Array.from({ length }, (_, i) => Math.sin(i * by) * 0.4);
const node = (op: string, inputs: string[], output: string, attributes: GraphNode['attributes'] = {}): GraphNode => ({
  op,
  inputs,
  outputs: [output],
  attributes,
});
const PADDED = { kernel_shape: [3, 3], pads: [1, 1, 1, 1] };

/** x -> Conv -> SiLU -> MaxPool -> Concat -> Conv -> SiLU -> Conv: a detector in small, with a last layer that stays float. */
const graph: OnnxGraph = {
  name: 'small',
  inputs: [{ name: 'x', elementType: 'float32', dims: [1, 3, SIDE, SIDE] }],
  outputs: [{ name: 'y', elementType: 'float32', dims: [1, 2, SIDE, SIDE] }],
  nodes: [
    node('Conv', ['x', 'w1', 'b1'], 'c1', PADDED),
    node('Sigmoid', ['c1'], 's1'),
    node('Mul', ['c1', 's1'], 'm1'),
    node('MaxPool', ['m1'], 'p1', PADDED),
    node('Concat', ['m1', 'p1'], 'j', { axis: 1 }),
    node('Conv', ['j', 'w2'], 'c2', { kernel_shape: [1, 1] }),
    node('Sigmoid', ['c2'], 's2'),
    node('Mul', ['c2', 's2'], 'm2'),
    node('Conv', ['m2', 'w3', 'b3'], 'y', { kernel_shape: [1, 1] }),
  ],
  weights: [
    createInlineWeight('w1', [CHANNELS, 3, 3, 3], wave(CHANNELS * 27, 0.7)),
    createInlineWeight('b1', [CHANNELS], wave(CHANNELS, 1.9)),
    createInlineWeight('w2', [CHANNELS, 2 * CHANNELS, 1, 1], wave(CHANNELS * 2 * CHANNELS, 1.3)),
    createInlineWeight('w3', [2, CHANNELS, 1, 1], wave(2 * CHANNELS, 2.1)),
    createInlineWeight('b3', [2], Float32Array.of(0.1, -0.2)),
  ],
  metadata: { names: '["a"]' },
};

const picture = (seed: number) =>
  Float32Array.from({ length: 3 * SIDE * SIDE }, (_, i) => (Math.sin(i * 0.37 + seed) + 1) / 2);

async function run(bytes: Uint8Array, x: Float32Array, names?: readonly string[]): Promise<Float32Array[]> {
  const session = await ort.InferenceSession.create(bytes, { graphOptimizationLevel: 'all' });
  const outputs = await session.run({ x: new ort.Tensor('float32', x, [1, 3, SIDE, SIDE]) });
  const read = (names ?? session.outputNames).map((name) => outputs[name]!.data as Float32Array);
  await session.release();
  return read;
}

async function calibrate(pictures: readonly Float32Array[]) {
  const plan = planQuantisation(graph);
  const calibration = createCalibrationGraph(graph, plan);
  const collector = new RangeCollector(calibration.tensors);
  const bytes = await collectBytes(writeOnnx(calibration.graph, SINGLE));
  for (const x of pictures) collector.add((await run(bytes, x, calibration.outputNames)).map((one) => one[0]!));
  return { plan, calibration, ranges: collector.ranges() };
}

/** A value as uint8 and back, step by step as ONNX's operators define it. */
function there(value: number, { scale, zeroPoint }: Quantisation): number {
  const step = Math.min(255, Math.max(0, roundHalfEven(Math.fround(value / scale)) + zeroPoint));
  return Math.fround((step - zeroPoint) * scale);
}

describe('numbers', () => {
  it.each([
    [
      { min: -1, max: 1 },
      { scale: Math.fround(2 / 255), zeroPoint: 127 },
    ],
    [
      { min: 0.5, max: 1 },
      { scale: Math.fround(1 / 255), zeroPoint: 0 },
    ],
    [
      { min: -4, max: -1 },
      { scale: Math.fround(4 / 255), zeroPoint: 255 },
    ],
    [
      { min: 0, max: 0 },
      { scale: 1, zeroPoint: 0 },
    ],
  ])('a range %o always holds zero exactly', (range, expected) => {
    const found = quantisationOf(range);
    expect(found).toEqual(expected);
    expect(there(0, found)).toBe(0);
  });

  it('rounds ties to even', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.51].map(roundHalfEven)).toEqual([0, 2, 2, 0, -2, 3]);
  });

  it('gives each output channel its own scale, and the largest weight 127', () => {
    const { values, scales } = quantiseWeights(Float32Array.of(0.5, -1, 0.25, 0, 0, 0, 8, 4, -2), 3, 0.1, null);
    expect([...values]).toEqual([64, -127, 32, 0, 0, 0, 127, 64, -32]);
    expect([...scales]).toEqual([Math.fround(1 / 127), 1, Math.fround(8 / 127)]);
  });

  it('never cuts a bias: a channel of tiny weights gets a coarser scale', () => {
    const bias = Float32Array.of(50);
    const { scales } = quantiseWeights(Float32Array.of(1e-12), 1, 1e-3, bias);
    const [steps] = quantiseBias(bias, 1e-3, scales);
    expect(Math.abs(steps!)).toBeLessThanOrEqual(2 ** 30 * 1.001);
    expect(steps! * biasScale(1e-3, scales[0]!)).toBeCloseTo(50, 4);
  });
});

describe('plan', () => {
  it('leaves the last convolution and the answer float', () => {
    const { convolutions, tensors } = planQuantisation(graph);
    expect(convolutions.map(({ node: { outputs } }) => outputs[0])).toEqual(['c1', 'c2']);
    const names = tensors.map(({ name }) => name);
    expect(names).toEqual(['x', 'c1', 's1', 'm1', 'p1', 'j', 'c2', 's2', 'm2']);
    expect(names).not.toContain('y');
    expect(tensors.find(({ name }) => name === 'p1')!.rangeOf).toBe('m1');
    expect(tensors.find(({ name }) => name === 's1')!.known).toBe('unit');
  });

  it('refuses what it can not make', () => {
    const lone = { ...graph, nodes: [node('Conv', ['x', 'w1'], 'y', PADDED)] };
    expect(() => planQuantisation(lone)).toThrow('no convolution of it can be computed with whole numbers');
    const halves = { ...graph, inputs: [{ ...graph.inputs[0]!, elementType: 'float16' as const }] };
    expect(() => planQuantisation(halves)).toThrow('does not take float32 pictures');
  });
});

describe('calibration', () => {
  it('answers the ranges of the inner tensors', async () => {
    const { ranges, calibration } = await calibrate([picture(1), picture(2)]);
    expect(calibration.tensors).toEqual(['x', 'c1', 'm1', 'j', 'c2', 'm2']);
    const probes = await collectBytes(
      writeOnnx(
        { ...graph, outputs: [{ name: 'c1', elementType: 'float32', dims: [1, CHANNELS, SIDE, SIDE] }] },
        SINGLE,
      ),
    );
    const values = [...(await run(probes, picture(1)))[0]!, ...(await run(probes, picture(2)))[0]!];
    expect(ranges.get('c1')!.min).toBeCloseTo(Math.min(...values), 6);
    expect(ranges.get('c1')!.max).toBeCloseTo(Math.max(...values), 6);
  });

  it('does not accept numbers that are not finite, nor no picture', () => {
    const collector = new RangeCollector(['a']);
    expect(() => collector.ranges()).toThrow('at least one picture');
    expect(() => collector.add([NaN, 1])).toThrow('finite');
  });
});

describe('quantised graph', () => {
  it('equals a float simulation of its steps, within a step of each layer', async () => {
    const { plan, ranges } = await calibrate([picture(1), picture(2), picture(3)]);
    const quantised = await collectBytes(writeOnnx(await quantiseGraph(graph, { plan, ranges }), SINGLE));
    const x = picture(2.5);
    const [answer] = await run(quantised, x);
    const simulated = simulate(x, ranges);
    const step = quantisationOf(ranges.get('m2')!).scale;
    // Integer kernels round where the simulation rounds; a tie may fall to the other side and move a value by a step.
    const apart = answer!.map((value, index) => Math.abs(value - simulated[index]!));
    expect(Math.max(...apart)).toBeLessThan(3 * step);
    expect(apart.reduce((sum, one) => sum + one, 0) / apart.length).toBeLessThan(step / 4);
    const [float] = await run(await collectBytes(writeOnnx(graph, SINGLE)), x);
    const error = answer!.map((value, index) => Math.abs(value - float![index]!));
    expect(Math.max(...error)).toBeLessThan(0.05);
    expect(Math.max(...error)).toBeGreaterThan(0); // it does compute in steps
  });

  it('survives being written and read again, names and metadata included', async () => {
    const { plan, ranges } = await calibrate([picture(1)]);
    const made = await quantiseGraph(graph, { plan, ranges });
    const bytes = await collectBytes(writeOnnx(made, SINGLE));
    const read = await readOnnxGraph({ model: createMemorySource(bytes), weights: null });
    expect(read.metadata).toEqual({ names: '["a"]', 'understory.quantiser': '1' });
    expect(read.weights.filter(({ elementType }) => elementType === 'int8')).toHaveLength(4);
    const again = await collectBytes(writeOnnx(read, SINGLE));
    expect(await run(again, picture(4))).toEqual(await run(bytes, picture(4)));
  });
});

describe('upgradeOpset', () => {
  it('turns lists that became inputs, and leaves later sets alone', async () => {
    const old: OnnxGraph = { ...graph, opset: 12, nodes: [node('Unsqueeze', ['x'], 'y', { axes: [0, -1] })] };
    const { nodes, weights, opset } = upgradeOpset(old);
    expect(opset).toBe(13);
    expect(nodes[0]).toEqual({ op: 'Unsqueeze', inputs: ['x', 'y/axes'], outputs: ['y'], attributes: {} });
    const axes = weights.find(({ name }) => name === 'y/axes')!;
    expect(new BigInt64Array(new Uint8Array(await axes.data.read()).buffer)).toEqual(BigInt64Array.of(0n, -1n));
    expect(upgradeOpset({ ...graph, opset: 17 }).opset).toBe(17);
    expect(() => upgradeOpset({ ...old, opset: 9 })).toThrow('too old');
    expect(() => upgradeOpset({ ...old, nodes: [node('Softmax', ['x'], 'y')] })).toThrow('another Softmax');
  });
});

/** The same network with every tensor taken to its steps and back, in plain loops. */
function simulate(x: Float32Array, ranges: ReadonlyMap<string, { min: number; max: number }>): Float64Array {
  const steps = (name: string): Quantisation => quantisationOf(ranges.get(name)!);
  const before = (name: string): Quantisation => {
    const { min, max } = ranges.get(name)!;
    return quantisationOf({ min: Math.max(min, -8), max });
  };
  const unit = quantisationOf({ min: 0, max: 1 });
  const plane = SIDE * SIDE;
  const weights = (name: string) => {
    const values = { w1: wave(CHANNELS * 27, 0.7), w2: wave(CHANNELS * 2 * CHANNELS, 1.3) }[name]!;
    const { values: q, scales } = quantiseWeights(values, CHANNELS, 1, null);
    return Float64Array.from(q, (value, i) => value * scales[Math.floor((i * CHANNELS) / q.length)]!);
  };
  const silu = (c: Float64Array, name: string, out: string) =>
    c.map((value) => {
      const v = there(value, before(name));
      return there(v * there(1 / (1 + Math.exp(-v)), unit), steps(out));
    });
  const xs = Float64Array.from(x, (value) => there(value, steps('x')));
  const w1 = weights('w1');
  const b1 = wave(CHANNELS, 1.9);
  const at = (a: Float64Array, c: number, r: number, s: number) =>
    r < 0 || s < 0 || r >= SIDE || s >= SIDE ? null : a[c * plane + r * SIDE + s]!;
  const c1 = new Float64Array(CHANNELS * plane).map((_, i) => {
    const o = Math.floor(i / plane);
    const [r, s] = [Math.floor((i % plane) / SIDE), i % SIDE];
    let sum = b1[o]!;
    for (let c = 0; c < 3; c++)
      for (let k = 0; k < 9; k++)
        sum += (at(xs, c, r + Math.floor(k / 3) - 1, s + (k % 3) - 1) ?? 0) * w1[o * 27 + c * 9 + k]!;
    return sum;
  });
  const m1 = silu(c1, 'c1', 'm1');
  const p1 = m1.map((_, i) => {
    const [c, r, s] = [Math.floor(i / plane), Math.floor((i % plane) / SIDE), i % SIDE];
    let best = -Infinity;
    for (let k = 0; k < 9; k++) best = Math.max(best, at(m1, c, r + Math.floor(k / 3) - 1, s + (k % 3) - 1) ?? best);
    return best;
  });
  const j = Float64Array.from([...m1, ...p1], (value) => there(value, steps('j')));
  const point = (a: Float64Array, w: ArrayLike<number>, inputs: number, outputs: number, b: number[]) =>
    new Float64Array(outputs * plane).map((_, i) => {
      const o = Math.floor(i / plane);
      let sum = b[o] ?? 0;
      for (let c = 0; c < inputs; c++) sum += a[c * plane + (i % plane)]! * w[o * inputs + c]!;
      return sum;
    });
  const m2 = silu(point(j, weights('w2'), 2 * CHANNELS, CHANNELS, []), 'c2', 'm2');
  return point(m2, wave(2 * CHANNELS, 2.1), CHANNELS, 2, [0.1, -0.2]);
}
