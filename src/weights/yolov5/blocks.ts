import type { PickleValue } from '../pickle/pickle-value';
import { readModule, type TorchModule } from '../torch/module-tree';
import { boolOf, intPairOf } from '../torch/typed-value';
import { addConv, type LayerContext } from './conv-layer';
import type { FeatureMap } from './feature-map';
import { numberedChildren, refusal, requireClass, requireParts } from './module-parts';

/** Adds a block of one input to the graph. `path` is the block's in the file ('model.4'). @throws CheckpointError */
export type AddBlock = (
  context: LayerContext,
  module: TorchModule,
  path: string,
  input: FeatureMap,
) => Promise<FeatureMap>;

/** `Bottleneck`: two convolutions, and the input added when the module says so. */
export const addBottleneck: AddBlock = async (context, module, path, input) => {
  requireParts(module, path, { modules: ['cv1', 'cv2'] });
  const inner = await addChildConv(context, module, 'cv1', path, input);
  const output = await addChildConv(context, module, 'cv2', path, inner);
  if (!boolOf(module.attributes.get('add'), `${path}.add`)) return output;
  if (output.channels !== input.channels || output.stride !== input.stride) {
    throw refusal(module, path, `adds ${output.channels} channels to ${input.channels}`);
  }
  return { ...output, name: context.graph.add(path, 'Add', [input.name, output.name]) };
};

/** `C3`: one branch through bottlenecks, one past them, joined by a third convolution. */
export const addC3: AddBlock = async (context, module, path, input) => {
  requireParts(module, path, { modules: ['cv1', 'cv2', 'cv3', 'm'] });
  const bottlenecksPath = `${path}.m`;
  const bottlenecks = readModule(module.modules.get('m'), bottlenecksPath);
  requireClass(bottlenecks, bottlenecksPath, 'torch.nn.modules.container.Sequential');
  let branch = await addChildConv(context, module, 'cv1', path, input);
  for (const [index, child] of numberedChildren(bottlenecks, bottlenecksPath).entries()) {
    const childPath = `${bottlenecksPath}.${index}`;
    const bottleneck = readModule(child, childPath);
    requireClass(bottleneck, childPath, 'models.common.Bottleneck');
    branch = await addBottleneck(context, bottleneck, childPath, branch);
  }
  const past = await addChildConv(context, module, 'cv2', path, input);
  return addChildConv(context, module, 'cv3', path, concatenate(context, module, path, [branch, past]));
};

/** `SPPF`: the same pooling three times in a row, all four stages joined. */
export const addSppf: AddBlock = async (context, module, path, input) => {
  requireParts(module, path, { modules: ['cv1', 'cv2', 'm'] });
  const stages = [await addChildConv(context, module, 'cv1', path, input)];
  for (let times = 0; times < 3; times++) {
    stages.push(addMaxPool(context, module.modules.get('m')!, `${path}.m`, stages.at(-1)!));
  }
  return addChildConv(context, module, 'cv2', path, concatenate(context, module, path, stages));
};

/** `SPP`: poolings of several sizes side by side, joined with their input. */
export const addSpp: AddBlock = async (context, module, path, input) => {
  requireParts(module, path, { modules: ['cv1', 'cv2', 'm'] });
  const poolingsPath = `${path}.m`;
  const poolings = readModule(module.modules.get('m'), poolingsPath);
  requireClass(poolings, poolingsPath, 'torch.nn.modules.container.ModuleList');
  const inner = await addChildConv(context, module, 'cv1', path, input);
  const pooled = numberedChildren(poolings, poolingsPath).map((child, index) =>
    addMaxPool(context, child, `${poolingsPath}.${index}`, inner),
  );
  return addChildConv(context, module, 'cv2', path, concatenate(context, module, path, [inner, ...pooled]));
};

/** `Focus`: four pictures of every second pixel, joined: rows 0 and 1 of the even columns, then of the odd ones. */
export const addFocus: AddBlock = async (context, module, path, input) => {
  requireParts(module, path, { modules: ['conv'] });
  const { graph } = context;
  const ends = graph.values(`${path}/ends`, [2], BigInt64Array.of(TO_THE_END, TO_THE_END));
  const axes = graph.values(`${path}/axes`, [2], BigInt64Array.of(2n, 3n));
  const steps = graph.values(`${path}/steps`, [2], BigInt64Array.of(2n, 2n));
  const stride = input.stride * 2;
  const parts = [
    [0n, 0n],
    [1n, 0n],
    [0n, 1n],
    [1n, 1n],
  ].map((first): FeatureMap => {
    const starts = graph.values(`${path}/starts`, [2], BigInt64Array.from(first));
    return { ...input, stride, name: graph.add(path, 'Slice', [input.name, starts, ends, axes, steps]) };
  });
  return addChildConv(context, module, 'conv', path, concatenate(context, module, path, parts));
};

/** torch's `Upsample`: every cell becomes two by two. */
export const addUpsample: AddBlock = (context, module, path, input) => {
  requireParts(module, path, {});
  const { attributes } = module;
  if (attributes.get('mode') !== 'nearest') throw refusal(module, path, 'expected the mode "nearest"');
  const factor = attributes.get('scale_factor');
  const factors = Array.isArray(factor) ? factor : [factor, factor];
  const isDoubling = factors.length === 2 && factors.every((value) => value === 2);
  if (!isDoubling || (attributes.get('size') ?? null) !== null) {
    throw refusal(module, path, 'expected a scale_factor of 2 and no size');
  }
  const options = {
    mode: { text: 'nearest' },
    coordinate_transformation_mode: { text: 'asymmetric' },
    nearest_mode: { text: 'floor' },
  };
  const name = context.graph.add(path, 'Resize', [input.name, '', context.graph.upsampleScales()], options);
  return Promise.resolve({ ...input, name, stride: input.stride / 2 });
};

/** Joins maps along their channels. @throws CheckpointError when their sizes differ. */
export function concatenate(
  { graph }: LayerContext,
  module: TorchModule,
  path: string,
  inputs: readonly FeatureMap[],
): FeatureMap {
  const strides = new Set(inputs.map(({ stride }) => stride));
  if (strides.size !== 1) throw refusal(module, path, `joins maps of the strides ${[...strides].join(' and ')}`);
  return {
    name: graph.add(
      path,
      'Concat',
      inputs.map(({ name }) => name),
      { axis: 1 },
    ),
    channels: inputs.reduce((sum, { channels }) => sum + channels, 0),
    stride: inputs[0]!.stride,
  };
}

/** The end of a Slice, beyond every size. */
const TO_THE_END = 2n ** 63n - 1n;

function addChildConv(
  context: LayerContext,
  parent: TorchModule,
  name: string,
  path: string,
  input: FeatureMap,
): Promise<FeatureMap> {
  const childPath = `${path}.${name}`;
  const module = readModule(parent.modules.get(name), childPath);
  requireClass(module, childPath, 'models.common.Conv');
  return addConv(context, module, childPath, input);
}

/** A pooling that keeps the size. */
function addMaxPool({ graph }: LayerContext, value: PickleValue, path: string, input: FeatureMap): FeatureMap {
  const module = readModule(value, path);
  requireClass(module, path, 'torch.nn.modules.pooling.MaxPool2d');
  requireParts(module, path, {});
  const pair = (name: string): readonly [number, number] => intPairOf(module.attributes.get(name), `${path}.${name}`);
  const kernel = pair('kernel_size');
  const padding = pair('padding');
  const keepsSize =
    pair('stride').every((step) => step === 1) &&
    pair('dilation').every((step) => step === 1) &&
    kernel.every((size, axis) => size >= 1 && size === 2 * padding[axis]! + 1) &&
    module.attributes.get('ceil_mode') === false;
  if (!keepsSize) throw refusal(module, path, 'expected stride 1 and a padding that keeps the size');
  const attributes = { kernel_shape: kernel, strides: [1, 1], pads: [...padding, ...padding] };
  return { ...input, name: graph.add(path, 'MaxPool', [input.name], attributes) };
}
