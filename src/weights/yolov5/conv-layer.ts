import type { PickleValue } from '../pickle/pickle-value';
import type { Checkpoint } from '../torch/checkpoint';
import { readModule, type TorchModule } from '../torch/module-tree';
import type { TorchTensor } from '../torch/torch-tensor';
import { boolOf, intOf, intPairOf } from '../torch/typed-value';
import { addActivation } from './activation';
import { readBatchNorm } from './batch-norm';
import type { FeatureMap } from './feature-map';
import { refusal, requireClass, requireParts } from './module-parts';
import { floatTensor, readFloats } from './read-floats';
import type { YoloGraph } from './yolo-graph';

/** What a layer needs besides its module and its input. */
export interface LayerContext {
  readonly checkpoint: Checkpoint;
  readonly graph: YoloGraph;
}

/**
 * YOLOv5's `Conv`: convolution, batch norm, activation. The weights stay in the file as they are; the batch norm's scale
 * is multiplied onto them inside the graph, in float32, which an engine does once when it loads the network. A Conv
 * without `bn` was folded before it was saved.
 * @throws CheckpointError
 */
export async function addConv(
  context: LayerContext,
  module: TorchModule,
  path: string,
  input: FeatureMap,
): Promise<FeatureMap> {
  requireParts(module, path, { modules: ['conv', 'act'], optionalModules: ['bn'] });
  const conv = readConv2d(context.checkpoint, module.modules.get('conv'), `${path}.conv`, input);
  const hasBatchNorm = module.modules.has('bn');
  const { graph } = context;
  let weight = graph.tensor(`${path}.conv.weight`, conv.weight);
  let bias = await conv.readBias();
  if (hasBatchNorm) {
    const { scale, shift } = await readBatchNorm(
      context.checkpoint,
      module.modules.get('bn'),
      conv.channels,
      `${path}.bn`,
    );
    weight = graph.add(path, 'Mul', [weight, graph.values(`${path}.bn/scale`, [conv.channels, 1, 1, 1], scale)]);
    const before = bias;
    bias = before === null ? shift : shift.map((value, i) => Math.fround(scale[i]! * before[i]!) + value);
  }
  const output = addConvNode(graph, conv, `${path}.conv`, input, weight, bias);
  return { ...output, name: addActivation(graph, module.modules.get('act'), `${path}.act`, output.name) };
}

/** A head's bare convolution, whose output is one of the network's. @throws CheckpointError */
export async function addHeadConv(
  context: LayerContext,
  value: PickleValue,
  path: string,
  input: FeatureMap,
  output: string,
): Promise<FeatureMap> {
  const conv = readConv2d(context.checkpoint, value, path, input);
  const weight = context.graph.tensor(`${path}.weight`, conv.weight);
  return addConvNode(context.graph, conv, path, input, weight, await conv.readBias(), output);
}

/** A convolution whose numbers fit each other. */
interface Convolution {
  readonly weight: TorchTensor;
  /** Output channels. */
  readonly channels: number;
  /** The same in both directions. */
  readonly stride: number;
  readonly attributes: Readonly<Record<string, number | readonly number[]>>;
  readonly readBias: () => Promise<Float32Array | null>;
}

function readConv2d(
  checkpoint: Checkpoint,
  value: PickleValue | undefined,
  path: string,
  input: FeatureMap,
): Convolution {
  const module = readModule(value, path);
  requireClass(module, path, 'torch.nn.modules.conv.Conv2d');
  const bias = module.parameters.get('bias');
  requireParts(module, path, { parameters: bias === undefined ? ['weight'] : ['weight', 'bias'] });
  const { attributes } = module;
  const mode = attributes.get('padding_mode');
  if (mode !== 'zeros') throw refusal(module, path, 'expected padding_mode "zeros"');
  if (attributes.has('transposed') && boolOf(attributes.get('transposed'), `${path}.transposed`)) {
    throw refusal(module, path, 'transposed convolutions are not supported');
  }
  const inChannels = intOf(attributes.get('in_channels'), `${path}.in_channels`);
  const channels = intOf(attributes.get('out_channels'), `${path}.out_channels`);
  const groups = intOf(attributes.get('groups'), `${path}.groups`);
  if (inChannels !== input.channels) {
    throw refusal(module, path, `expects ${inChannels} channels, the layer before gives ${input.channels}`);
  }
  if (groups < 1 || inChannels % groups !== 0 || channels % groups !== 0 || channels < 1) {
    throw refusal(module, path, `${inChannels} and ${channels} channels do not fit ${groups} groups`);
  }
  const pair = (name: string): readonly [number, number] => intPairOf(attributes.get(name), `${path}.${name}`);
  const kernel = pair('kernel_size');
  const [strides, padding, dilation] = [pair('stride'), pair('padding'), pair('dilation')];
  const dims = [channels, inChannels / groups, ...kernel];
  return {
    weight: floatTensor(checkpoint, module.parameters.get('weight')!, dims, `${path}.weight`),
    channels,
    stride: requireWholeCells(module, path, { kernel, strides, padding, dilation }),
    attributes: {
      kernel_shape: kernel,
      strides,
      pads: [...padding, ...padding],
      dilations: dilation,
      group: groups,
    },
    readBias: () =>
      bias === undefined ? Promise.resolve(null) : readFloats(checkpoint, bias, [channels], `${path}.bias`),
  };
}

/** Height and width, in this order. */
type Pair = readonly [number, number];

/**
 * The stride, when the output has exactly one cell for each `stride` cells of the input: the output's size is
 * floor((size + 2 padding - dilation (kernel - 1) - 1) / stride) + 1, so the part that is added to the size must
 * come out as -1 of these divisions. Anything else would not fit where two layers meet.
 */
function requireWholeCells(
  module: TorchModule,
  path: string,
  numbers: { readonly kernel: Pair; readonly strides: Pair; readonly padding: Pair; readonly dilation: Pair },
): number {
  const { kernel, strides, padding, dilation } = numbers;
  const [stride] = strides;
  const isWhole = [0, 1].every((axis) => {
    const added = 2 * padding[axis]! - dilation[axis]! * (kernel[axis]! - 1) - 1;
    return (
      kernel[axis]! >= 1 && padding[axis]! >= 0 && dilation[axis]! >= 1 && Math.floor(added / strides[axis]!) === -1
    );
  });
  if (isWhole && stride >= 1 && strides[1] === stride) return stride;
  throw refusal(
    module,
    path,
    `kernel ${kernel.join('x')}, stride ${strides.join('x')}, padding ${padding.join('x')} and dilation ` +
      `${dilation.join('x')} do not divide the picture into whole cells`,
  );
}

function addConvNode(
  graph: YoloGraph,
  conv: Convolution,
  path: string,
  input: FeatureMap,
  weight: string,
  bias: Float32Array | null,
  output?: string,
): FeatureMap {
  const inputs = [input.name, weight];
  if (bias !== null) inputs.push(graph.values(`${path}/bias`, [conv.channels], bias));
  return {
    name: graph.add(path, 'Conv', inputs, conv.attributes, output),
    channels: conv.channels,
    stride: input.stride * conv.stride,
  };
}
