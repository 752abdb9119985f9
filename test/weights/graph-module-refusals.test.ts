import { describe, expect, it } from 'vitest';
import { CheckpointError } from '../../src/weights/checkpoint-error';
import { isGraphModule } from '../../src/weights/graph-module/find-graph-module';
import { importGraphModule } from '../../src/weights/graph-module/import-graph-module';
import { createDict } from '../../src/weights/pickle/pickle-records';
import type { PickleValue } from '../../src/weights/pickle/pickle-value';
import type { Checkpoint } from '../../src/weights/torch/checkpoint';
import { globalOf, MadeGraphModule, torchFunction } from './made-up-graph-module';

const NN = 'torch.nn.modules';
const ONNX2TORCH = 'onnx2torch.node_converters';

type MakeLayer = (made: MadeGraphModule) => PickleValue;

/** A network of one layer `f` on pictures of 3 channels, 4 rows and 4 columns; `c` are constants. */
function networkOf(make: MakeLayer, lines: readonly string[] = ['y = self.f(x)']): Checkpoint {
  const made = new MadeGraphModule();
  const tensors = { four: made.floats([4], [1, 2, 3, 4]), five: made.floats([5], [1, 2, 3, 4, 5]) };
  const wholes = { one: made.integers(1, 48), axes: made.integers(2, 3), many: made.integers(-1, -1) };
  const c = made.layer(`${NN}.module.Module`, {}, { tensors: { ...tensors, ...wholes } });
  return made.checkpoint({ c, f: make(made) }, [...lines, 'return y']);
}

async function refusalOf(checkpoint: Checkpoint): Promise<{ code: string; message: string }> {
  try {
    await importGraphModule(checkpoint, { height: 4, width: 4 });
  } catch (error) {
    if (error instanceof CheckpointError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('expected a refusal');
}

const layer =
  (className: string, attributes: Readonly<Record<string, PickleValue>> = {}): MakeLayer =>
  (made) =>
    made.layer(className, attributes);
const relu = layer(`${NN}.activation.ReLU`);
const pad = (pads: readonly number[], mode = 'constant') =>
  layer(`${ONNX2TORCH}.pad.OnnxPadStatic`, { mode, pads, constant_value: 0 });
const arithmetic = (attributes: Readonly<Record<string, PickleValue>>) =>
  layer(`${ONNX2TORCH}.binary_math_operations.OnnxBinaryMathOperation`, {
    broadcast: null,
    axis: null,
    math_op_function: torchFunction('add'),
    ...attributes,
  });
const convolution =
  (attributes: Readonly<Record<string, PickleValue>>, dims: readonly number[] = [2, 3, 3, 3]): MakeLayer =>
  (made) =>
    made.layer(
      `${NN}.conv.Conv2d`,
      {
        in_channels: 3,
        out_channels: 2,
        kernel_size: [3, 3],
        stride: [1, 1],
        padding: [0, 0],
        dilation: [1, 1],
        groups: 1,
        padding_mode: 'zeros',
        transposed: false,
        ...attributes,
      },
      { tensors: { weight: made.floats(dims, new Array<number>(dims.reduce((n, dim) => n * dim, 1)).fill(0)) } },
    );
const reduction = (attributes: Readonly<Record<string, PickleValue>>) =>
  layer(`${ONNX2TORCH}.reduce.OnnxReduceStaticAxes`, {
    operation_type: 'ReduceMean',
    math_op_function: torchFunction('mean'),
    axes: [1],
    keepdims: true,
    ...attributes,
  });
const transpose = (perm: readonly number[]) => layer(`${ONNX2TORCH}.transpose.OnnxTranspose`, { perm });
const reshape = layer(`${ONNX2TORCH}.reshape.OnnxReshape`);
const squeeze = layer(`${ONNX2TORCH}.squeeze.OnnxSqueezeDynamicAxes`);
const concat = (axis: number) => layer(`${ONNX2TORCH}.concat.OnnxConcat`, { axis });

const TWICE = ['y = self.f(x, x)'];

/** What is wrong, the layer, what the refusal says, and the forward. */
const REFUSALS: readonly [string, MakeLayer, string, string[]?][] = [
  ['an unknown class', layer('torch.nn.modules.rnn.LSTM'), 'f: torch.nn.modules.rnn.LSTM is not supported'],
  ['a class that ends alike', layer('evil.ReLU'), 'f: evil.ReLU is not supported by this importer'],
  ['no module', () => 'ReLU', 'f: expected a module, got the text "ReLU"'],
  ['a missing module', relu, 'g: expected a module, it is missing', ['y = self.g(x)']],
  ['a missing tensor', relu, 'c.six: expected a tensor, it is missing', ['y = self.c.six']],
  ['two inputs for one', relu, 'f: expected at most 1 inputs, got 2', ['y = self.f(x, x)']],
  ['no input', relu, 'f: expected 1 inputs, "input" is missing', ['y = self.f()']],
  ['None for an input', relu, 'f: expected 1 inputs, "input" is missing', ['y = self.f(None)']],
  ['an unknown name', relu, 'f: expected no input "z"', ['y = self.f(x, z = x)']],
  ['an input given twice', relu, 'f: expected no input "input"', ['y = self.f(x, input = x)']],
  [
    'whole numbers for a layer',
    relu,
    'f: expected floating-point numbers, got int64',
    ['o = self.c.one', 'y = self.f(o)'],
  ],
  ['a call of a container', relu, 'c: torch.nn.modules.module.Module is not supported', ['y = self.c(x)']],
  ['a look inside a layer', relu, "f: torch.nn.modules.activation.ReLU can't be taken apart", ['y = self.f.a']],
  [
    'an unknown child',
    (made) => made.layer(`${NN}.activation.ReLU`, {}, { modules: { a: relu(made) } }),
    'f: torch.nn.modules.activation.ReLU has a child "a" that this importer does not know',
  ],
  [
    'an unknown tensor',
    (made) => made.layer(`${NN}.activation.ReLU`, {}, { tensors: { slope: made.floats([1], [1]) } }),
    'f: torch.nn.modules.activation.ReLU has a tensor "slope"',
  ],
  ['a pad of the batch', pad([0, 0, 0, 0, 0, 0, 1, 0]), 'f: pads the batch'],
  ['a cut instead of a pad', pad([-1, 0]), 'f: expected pads of at least 0 for up to 4 axes, got -1, 0'],
  ['too many pads', pad(new Array<number>(10).fill(0)), 'f: expected pads of at least 0 for up to 4 axes'],
  ['another mode of padding', pad([1, 1], 'reflect'), 'f: mode "reflect" is not supported, expected "constant"'],
  ['a pad beyond all memory', pad([2 ** 40, 0]), 'f: expected at most 268435456 elements'],
  [
    'another function',
    arithmetic({ math_op_function: torchFunction('pow') }),
    'f: math_op_function: torch._C._',
    TWICE,
  ],
  [
    'a foreign function',
    arithmetic({ math_op_function: globalOf('os.system') }),
    'f: math_op_function: os.system is',
    TWICE,
  ],
  [
    'no function',
    arithmetic({ math_op_function: null }),
    'f: math_op_function: nothing (None) is not supported',
    TWICE,
  ],
  ['old broadcasting', arithmetic({ axis: 1 }), 'f: axis is the number 1, only None is supported', TWICE],
  [
    'shapes that do not fit',
    arithmetic({}),
    'f: expected shapes that fit each other, got [batch, 3, 4, 4] and [5]',
    ['five = self.c.five', 'y = self.f(x, five)'],
  ],
  ['another number of channels', convolution({ in_channels: 4 }), 'f: expected an input of 4 channels, got 3'],
  ['weights of another shape', convolution({}, [2, 3, 3, 1]), 'f: expected weight to be float32 [2, 3, 3, 3], got'],
  ['groups that do not divide', convolution({ groups: 2 }), "f: 3 and 2 channels can't be divided into 2 groups"],
  ['no groups', convolution({ groups: 0 }), "can't be divided into 0 groups"],
  ['a stride of 0', convolution({ stride: [0, 1] }), 'f: expected stride of at least 1, got 0, 1'],
  ['negative padding', convolution({ padding: [-1, 0] }), 'f: expected padding of at least 0'],
  ['padding by name', convolution({ padding: 'same' }), 'f.padding: expected a list, got the text "same"'],
  ['padding with what is there', convolution({ padding_mode: 'circular' }), 'f: padding_mode "circular" is not'],
  ['a transposed convolution', convolution({ transposed: true }), 'f: transposed convolution is not supported'],
  ['a kernel beyond the picture', convolution({ dilation: [2, 2] }), 'f: a window of 3 (dilation 2) does not fit 4'],
  ['a mean of the pictures', reduction({ axes: [0] }), 'f: expected axes of one picture, got 0 of [batch'],
  ['a mean of everything', reduction({ axes: [] }), 'f: expected axes of one picture, got '],
  ['a name with another function', reduction({ operation_type: 'ReduceMax' }), 'f: ReduceMax by torch._C._Variable'],
  ['an order of other axes', transpose([0, 1, 1, 2]), 'f: expected an order of 4 axes, got 0, 1, 1, 2'],
  ['pictures joined as one', concat(0), "f: [batch, 3, 4, 4] can't be joined to [batch, 3, 4, 4] along axis 0"],
  ['a shape for one picture', reshape, "can't be reshaped to [1, 48]", ['s = self.c.one', 'y = self.f(x, s)']],
  ['a shape of two unknowns', reshape, "can't be reshaped to [-1, -1]", ['s = self.c.many', 'y = self.f(x, s)']],
  ['a computed shape', reshape, 'expected input 2 to be a constant list of whole numbers', ['y = self.f(x, x)']],
  ['axes that are not 1', squeeze, 'f: expected axes of size 1 to remove', ['a = self.c.axes', 'y = self.f(x, a)']],
  ['a sequence of nothing', layer(`${NN}.container.Sequential`), 'f: expected children 0, 1, 2, …, got none'],
  ['no classifier', relu, 'f: the network ends with float32 [batch, 3, 4, 4], expected [batch, classes]'],
  [
    'no linear layer at the end',
    layer(`${NN}.flatten.Flatten`, { start_dim: 1, end_dim: -1 }),
    'f: expected a linear layer with constant weights at the end of the network',
  ],
  ['None as the result', relu, 'forward: the generated code returns None', ['z = self.f(x)', 'y = None']],
];

describe('networks that are refused', () => {
  it.each(REFUSALS)('%s', async (_what, make, problem, lines) => {
    expect((await refusalOf(networkOf(make, lines))).message).toContain(problem);
  });

  it('a module that is never called, also inside a container', async () => {
    const made = new MadeGraphModule();
    const list = made.layer(`${NN}.container.ModuleList`, {}, { modules: { 0: relu(made) } });
    const checkpoint = made.checkpoint({ list, f: relu(made) }, ['y = self.f(x)', 'return y']);
    expect((await refusalOf(checkpoint)).message).toBe(
      'list.0: torch.nn.modules.activation.ReLU is never called by the generated code',
    );
  });

  it('a sequence within itself', async () => {
    const made = new MadeGraphModule();
    const modules: Record<string, PickleValue> = {};
    const inner = made.layer(`${NN}.container.Sequential`, {}, { modules });
    const state = (inner as { state: { entries: Map<string, { entries: Map<string, PickleValue> }> } }).state;
    state.entries.get('_modules')!.entries.set('0', inner).set('1', inner);
    const checkpoint = made.checkpoint({ f: inner }, ['y = self.f(x)', 'return y']);
    expect((await refusalOf(checkpoint)).message).toContain('modules are nested more than 64 deep');
  });
});

describe('what a checkpoint must be', () => {
  const root = networkOf(relu).root;

  it('is a GraphModule, bare or as the model', () => {
    const dict = createDict();
    dict.entries.set('model', root);
    expect([root, dict, null, 'x', createDict()].map(isGraphModule)).toEqual([true, true, false, false, false]);
  });

  it.each<[string, PickleValue, string]>([
    [
      'a packaged one',
      { ...(root as object), target: globalOf('torch.fx.graph_module.reduce_package_graph_module') } as PickleValue,
      'expected a GraphModule of torch.fx, got a call of torch.fx.graph_module.reduce_package_graph_module',
    ],
    [
      'one without a state',
      { ...(root as object), args: [] } as unknown as PickleValue,
      'GraphModule: expected its state',
    ],
    [
      'one without code',
      { ...(root as object), args: [createDict(), ''] } as unknown as PickleValue,
      'GraphModule._code: expected a text',
    ],
    [
      'one with a second state',
      { ...(root as object), state: createDict() } as unknown as PickleValue,
      'GraphModule: expected no second state',
    ],
  ])('is not %s', async (_what, other, problem) => {
    expect((await refusalOf({ ...networkOf(relu), root: other })).message).toContain(problem);
  });
});

describe('crafted files', () => {
  it('can not let a list of whole numbers grow without end', async () => {
    const lines = Array.from({ length: 40 }, () => 'o = self.f(o, o)');
    const checkpoint = networkOf(concat(0), ['o = self.c.one', ...lines, 'y = self.f(x, o)']);
    expect(await refusalOf(checkpoint)).toMatchObject({ code: 'too-large' });
  });

  it('can not call a sequence so often that its layers fill the memory', async () => {
    const made = new MadeGraphModule();
    const children = Array.from({ length: 1000 }, (_, index) => [String(index), relu(made)] as const);
    const f = made.layer(`${NN}.container.Sequential`, {}, { modules: Object.fromEntries(children) });
    const lines = Array.from({ length: 1000 }, () => 'x = self.f(x)');
    expect(await refusalOf(made.checkpoint({ f }, [...lines, 'return x']))).toMatchObject({ code: 'too-large' });
  });

  it('can not fill messages', async () => {
    const many = new Array<number>(1_000_000).fill(1);
    const long = layer(`evil.${'x'.repeat(100_000)}`);
    for (const make of [pad(many), transpose(many), long]) {
      expect((await refusalOf(networkOf(make))).message.length).toBeLessThan(500);
    }
  });
});
