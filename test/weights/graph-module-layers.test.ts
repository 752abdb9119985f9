import * as ort from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { importGraphModule } from '../../src/weights/graph-module/import-graph-module';
import { collectBytes } from '../../src/weights/onnx/join-bytes';
import { writeOnnx } from '../../src/weights/onnx/write-onnx';
import type { PickleValue } from '../../src/weights/pickle/pickle-value';
import { globalOf, MadeGraphModule, torchFunction } from './made-up-graph-module';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';

const NN = 'torch.nn.modules';
const ONNX2TORCH = 'onnx2torch.node_converters';
/** Two pictures of 3 channels, 2 rows and 2 columns. */
const PICTURES = Float32Array.from({ length: 24 }, (_, index) => Math.sin(index) * 2);

/** A network under test: its modules besides the last two, and its forward without the last two lines. */
interface Trial {
  readonly modules: Readonly<Record<string, PickleValue>>;
  readonly lines: readonly string[];
  /** Numbers that `y` has for each picture. */
  readonly size: number;
}

/** Ends a network with a linear layer that changes nothing: the logits are the numbers of `y`. */
function withEnd(made: MadeGraphModule, { modules, lines, size }: Trial) {
  const identity = Array.from({ length: size * size }, (_, index) =>
    index % size === Math.floor(index / size) ? 1 : 0,
  );
  const end = {
    flat: made.layer(`${NN}.flatten.Flatten`, { start_dim: 1, end_dim: -1 }),
    linear: made.layer(
      `${NN}.linear.Linear`,
      { in_features: size, out_features: size },
      { tensors: { weight: made.floats([size, size], identity) } },
    ),
  };
  const last = ['y = self.flat(y)', 'y = self.linear(y)', 'return y'];
  return made.checkpoint({ ...modules, ...end }, [...lines, ...last]);
}

async function run(made: MadeGraphModule, trial: Trial): Promise<number[][]> {
  const { graph } = await importGraphModule(withEnd(made, trial), { height: 2, width: 2 });
  const onnx = await collectBytes(writeOnnx(graph, { kind: 'single-file', weights: 'as-stored' }));
  const session = await ort.InferenceSession.create(onnx);
  const dims = graph.inputs[0]!.dims.map((size) => (size === 'batch' ? 2 : Number(size)));
  const { logits } = await session.run({ input: new ort.Tensor('float32', PICTURES, dims) });
  await session.release();
  const numbers = Array.from(logits!.data as Float32Array);
  return [numbers.slice(0, trial.size), numbers.slice(trial.size)];
}

/** What a picture's numbers should become, for both pictures. */
function forBoth(change: (picture: readonly number[]) => readonly number[]): number[][] {
  return [0, 12].map((start) => [...change(Array.from(PICTURES.subarray(start, start + 12)))]);
}

function expectClose(got: readonly (readonly number[])[], want: readonly (readonly number[])[]): void {
  expect(got.map((row) => row.length)).toEqual(want.map((row) => row.length));
  got.forEach((row, picture) => row.forEach((value, at) => expect(value).toBeCloseTo(want[picture]![at]!, 4)));
}

const channelsOf = (picture: readonly number[]) => [picture.slice(0, 4), picture.slice(4, 8), picture.slice(8, 12)];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

/** A network of one layer `f`, and what it should make of a picture. */
interface LayerCase {
  readonly make: (made: MadeGraphModule) => PickleValue;
  /** Body of the forward; `c` are the constants. */
  readonly lines?: readonly string[];
  readonly others?: (made: MadeGraphModule) => Readonly<Record<string, PickleValue>>;
  readonly gives: (picture: readonly number[]) => readonly number[];
}

const arithmetic = (made: MadeGraphModule, name: string) =>
  made.layer(`${ONNX2TORCH}.binary_math_operations.OnnxBinaryMathOperation`, {
    broadcast: null,
    axis: null,
    math_op_function: torchFunction(name),
  });
const reduction = (
  made: MadeGraphModule,
  operation: string,
  name: string,
  axes: readonly number[],
  keepdims: boolean,
) =>
  made.layer(`${ONNX2TORCH}.reduce.OnnxReduceStaticAxes`, {
    operation_type: operation,
    math_op_function: torchFunction(name),
    axes,
    keepdims,
  });
const padding = (made: MadeGraphModule, pads: readonly number[], value: number) =>
  made.layer(`${ONNX2TORCH}.pad.OnnxPadStatic`, { mode: 'constant', pads, constant_value: value });
const convolution = (made: MadeGraphModule) =>
  made.layer(
    `${NN}.conv.Conv2d`,
    {
      in_channels: 3,
      out_channels: 3,
      kernel_size: [1, 1],
      stride: [1, 1],
      padding: [0, 0],
      dilation: [1, 1],
      groups: 3,
      padding_mode: 'zeros',
      transposed: false,
    },
    { tensors: { weight: made.floats([3, 1, 1, 1], [1, 10, 100]) } },
  );
/** Constants of the network by name: `self.c.two`. */
const constants =
  (make: (made: MadeGraphModule) => Readonly<Record<string, PickleValue>>) => (made: MadeGraphModule) => ({
    c: made.layer(`${NN}.module.Module`, {}, { tensors: make(made) }),
  });

const CASES: Readonly<Record<string, LayerCase>> = {
  ReLU: { make: (made) => made.layer(`${NN}.activation.ReLU`), gives: (p) => p.map((v) => Math.max(v, 0)) },
  SiLU: { make: (made) => made.layer(`${NN}.activation.SiLU`), gives: (p) => p.map((v) => v * sigmoid(v)) },
  Sigmoid: { make: (made) => made.layer(`${NN}.activation.Sigmoid`), gives: (p) => p.map(sigmoid) },
  Dropout: { make: (made) => made.layer(`${NN}.dropout.Dropout`, { p: 0.5 }), gives: (p) => p },
  Identity: { make: (made) => made.layer(`${NN}.linear.Identity`), gives: (p) => p },
  OnnxCopyIdentity: { make: (made) => made.layer(`${ONNX2TORCH}.identity.OnnxCopyIdentity`), gives: (p) => p },
  BatchNorm2d: {
    make: (made) =>
      made.layer(
        `${NN}.batchnorm.BatchNorm2d`,
        { num_features: 3, eps: 0.5 },
        {
          tensors: {
            weight: made.floats([3], [1, 2, 3]),
            bias: made.floats([3], [0.1, 0.2, 0.3]),
            running_mean: made.floats([3], [1, 0, -1]),
            running_var: made.floats([3], [0.5, 3.5, 8.5]),
          },
        },
      ),
    gives: (p) =>
      channelsOf(p).flatMap((channel, c) =>
        channel.map((v) => ((v - (1 - c)) / [1, 2, 3][c]!) * (c + 1) + (c + 1) / 10),
      ),
  },
  'a difference, in its order': {
    make: (made) => arithmetic(made, 'sub'),
    lines: ['two = self.c.two', 'y = self.f(two, x)'],
    others: constants((made) => ({ two: made.floats([], [2]) })),
    gives: (p) => p.map((v) => 2 - v),
  },
  'a quotient by names': {
    make: (made) => arithmetic(made, 'div'),
    lines: ['two = self.c.two', 'y = self.f(second = two, first = x)'],
    others: constants((made) => ({ two: made.floats([], [2]) })),
    gives: (p) => p.map((v) => v / 2),
  },
  'padding with ones on the left and below': {
    make: (made) => padding(made, [1, 0, 0, 1], 1),
    gives: (p) => channelsOf(p).flatMap(([a, b, c, d]) => [1, a!, b!, 1, c!, d!, 1, 1, 1]),
  },
  'padding with zeros before a convolution': {
    make: (made) => sequence(made, padding(made, [0, 1, 0, 0, 0, 0], 0), convolution(made)),
    gives: (p) => channelsOf(p).flatMap(([a, b, c, d], at) => [a!, b!, 0, c!, d!, 0].map((v) => v * 10 ** at)),
  },
  'padding with ones before a convolution': {
    make: (made) => sequence(made, padding(made, [0, 1, 0, 0], 1), convolution(made)),
    gives: (p) => channelsOf(p).flatMap(([a, b, c, d], at) => [a!, b!, 1, c!, d!, 1].map((v) => v * 10 ** at)),
  },
  'a mean without its axes': {
    make: (made) => reduction(made, 'ReduceMean', 'mean', [2, 3], false),
    gives: (p) => channelsOf(p).map((channel) => sum(channel) / 4),
  },
  'a sum that keeps its axes': {
    make: (made) => reduction(made, 'ReduceSum', 'sum', [-1, -2], true),
    gives: (p) => channelsOf(p).map(sum),
  },
  'a largest number': {
    make: (made) => reduction(made, 'ReduceMax', 'max', [1], false),
    gives: (p) => [0, 1, 2, 3].map((at) => Math.max(p[at]!, p[at + 4]!, p[at + 8]!)),
  },
  'an average without known shape': {
    make: (made) => made.layer(`${ONNX2TORCH}.global_average_pool.OnnxGlobalAveragePool`),
    gives: (p) => channelsOf(p).map((channel) => sum(channel) / 4),
  },
  'a transposition': {
    make: (made) => made.layer(`${ONNX2TORCH}.transpose.OnnxTranspose`, { perm: [0, 3, 1, 2] }),
    // Its input then has the channels last.
    gives: (p) => [0, 1, 2].flatMap((channel) => [0, 3, 6, 9].map((pixel) => p[pixel + channel]!)),
  },
  'inputs side by side': {
    make: (made) => made.layer(`${ONNX2TORCH}.concat.OnnxConcat`, { axis: -3 }),
    lines: ['y = self.f(x, x)'],
    gives: (p) => [...p, ...p],
  },
  'a matrix of pictures': {
    make: (made) => made.layer(`${ONNX2TORCH}.flatten.OnnxFlatten`, { axis: 1 }),
    gives: (p) => p,
  },
  'another shape': {
    make: (made) => made.layer(`${ONNX2TORCH}.reshape.OnnxReshape`),
    lines: ['shape = self.c.shape', 'y = self.f(x, shape)'],
    others: constants((made) => ({ shape: made.integers(0, 2, -1) })),
    gives: (p) => p,
  },
  'axes of one, removed': {
    make: (made) => made.layer(`${ONNX2TORCH}.squeeze.OnnxSqueezeStaticAxes`, { axes: [3, 2] }),
    lines: ['mean = self.mean(x)', 'y = self.f(mean)'],
    others: (made) => ({ mean: made.layer(`${ONNX2TORCH}.global_average_pool.OnnxGlobalAveragePool`) }),
    gives: (p) => channelsOf(p).map((channel) => sum(channel) / 4),
  },
  'a constant': {
    make: (made) =>
      made.layer(`${ONNX2TORCH}.constant.OnnxConstant`, {}, { tensors: { value: made.floats([1], [3]) } }),
    lines: ['three = self.f()', 'y = self.add(x, three)'],
    others: (made) => ({ add: arithmetic(made, 'add') }),
    gives: (p) => p.map((v) => v + 3),
  },
  'whole numbers as floating-point numbers': {
    make: (made) => made.layer(`${ONNX2TORCH}.cast.OnnxCast`, { torch_dtype: globalOf('torch.float32') }),
    lines: ['whole = self.c.whole', 'floats = self.f(whole)', 'y = self.add(x, floats)'],
    others: (made) => ({
      ...constants(() => ({ whole: made.integers(5, 7) }))(made),
      add: arithmetic(made, 'add'),
    }),
    gives: (p) => p.map((v, at) => v + (at % 2 === 0 ? 5 : 7)),
  },
  'the shape of another value': {
    make: (made) => made.layer(`${ONNX2TORCH}.shape.OnnxShape`, { _start: 0, _end: null }),
    lines: ['mean = self.mean(x)', 'shape = self.f(mean)', 'sums = self.sum(x)', 'y = self.reshape(sums, shape)'],
    others: (made) => ({
      mean: made.layer(`${ONNX2TORCH}.global_average_pool.OnnxGlobalAveragePool`),
      sum: reduction(made, 'ReduceSum', 'sum', [2, 3], false),
      reshape: made.layer(`${ONNX2TORCH}.reshape.OnnxReshape`),
    }),
    gives: (p) => channelsOf(p).map(sum),
  },
  'a product of matrices': {
    make: (made) => made.layer(`${ONNX2TORCH}.matmul.OnnxMatMul`),
    lines: ['matrix = self.c.matrix', 'y = self.f(x, matrix)'],
    others: constants((made) => ({ matrix: made.floats([2, 1], [10, 1]) })),
    gives: (p) => [0, 2, 4, 6, 8, 10].map((at) => p[at]! * 10 + p[at + 1]!),
  },
  'a general product': {
    make: (made) => made.layer(`${ONNX2TORCH}.gemm.OnnxGemm`, { alpha: 2, beta: 0.5, trans_a: false, trans_b: true }),
    lines: ['flat = self.flat(x)', 'b = self.c.b', 'c = self.c.c', 'y = self.f(flat, b, c)'],
    others: constants((made) => ({
      b: made.floats([1, 12], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
      c: made.floats([1], [8]),
    })),
    gives: (p) => [2 * sum(p.map((v, at) => v * (at + 1))) + 4],
  },
  'one layer twice': {
    make: (made) => made.layer(`${NN}.activation.SiLU`),
    lines: ['once = self.f(x)', 'y = self.f(once)'],
    gives: (p) => p.map((v) => v * sigmoid(v)).map((v) => v * sigmoid(v)),
  },
  'a softmax within the network': {
    make: (made) => made.layer(`${NN}.activation.Softmax`, { dim: -1 }),
    gives: (p) => p.map((v, at) => sigmoid(v - p[at % 2 === 0 ? at + 1 : at - 1]!)),
  },
};

function sequence(made: MadeGraphModule, ...children: readonly PickleValue[]): PickleValue {
  return made.layer(
    `${NN}.container.Sequential`,
    {},
    { modules: Object.fromEntries(children.map((child, index) => [String(index), child])) },
  );
}

describe('layers that no file at hand has', () => {
  it.each(Object.entries(CASES))('%s', async (_name, { make, lines = ['y = self.f(x)'], others, gives }) => {
    const made = new MadeGraphModule();
    const want = forBoth(gives);
    const modules = { ...others?.(made), f: make(made) };
    expectClose(await run(made, { modules, lines, size: want[0]!.length }), want);
  });

  it('gives the logits of a network that ends with a softmax', async () => {
    const made = new MadeGraphModule();
    const softmax = made.layer(`${ONNX2TORCH}.activations.OnnxSoftmaxV1V11`, { axis: 1, is_log: false });
    const linear = made.layer(
      `${NN}.linear.Linear`,
      { in_features: 12, out_features: 1 },
      {
        tensors: {
          weight: made.floats(
            [1, 12],
            Array.from({ length: 12 }, () => 1),
          ),
          bias: made.floats([1], [1]),
        },
      },
    );
    const flat = made.layer(`${NN}.flatten.Flatten`, { start_dim: 1, end_dim: -1 });
    const lines = ['flat = self.flat(x)', 'logits = self.linear(flat)', 'y = self.softmax(logits)', 'return y'];
    const checkpoint = made.checkpoint({ flat, linear, softmax }, lines);
    const { graph, embedding, classCount, warnings } = await importGraphModule(checkpoint, { height: 2, width: 2 });
    expect(warnings).toEqual(['softmax: the Softmax at the end is left out']);
    expect({ embedding, classCount }).toEqual({ embedding: { module: 'flat', size: 12 }, classCount: 1 });
    expect(graph.nodes.map(({ op, outputs }) => [op, ...outputs])).toEqual([
      ['Reshape', 'embedding'],
      ['Gemm', 'logits'],
    ]);
  });
});
