import { CheckpointError } from '../checkpoint-error';
import { isList } from '../pickle/pickle-records';
import type { PickleValue } from '../pickle/pickle-value';
import { readModule, type TorchModule } from '../torch/module-tree';
import { intOf } from '../torch/typed-value';
import { addBottleneck, addC3, addFocus, addSpp, addSppf, addUpsample, concatenate, type AddBlock } from './blocks';
import { addConv, type LayerContext } from './conv-layer';
import { addDetect, type DetectHead } from './detect-head';
import type { FeatureMap } from './feature-map';
import { classOf, numberedChildren, refusal, requireClass, requireParts } from './module-parts';
import { unsupportedClass } from './unsupported-class';

/** Blocks that have one input, by class. */
const BLOCKS: Readonly<Record<string, AddBlock>> = {
  'models.common.Conv': addConv,
  'models.common.Bottleneck': addBottleneck,
  'models.common.C3': addC3,
  'models.common.SPP': addSpp,
  'models.common.SPPF': addSppf,
  'models.common.Focus': addFocus,
  'torch.nn.modules.upsampling.Upsample': addUpsample,
};

const DETECT = 'models.yolo.Detect';

/**
 * Adds all layers of a model ('model.0', 'model.1', …). Each says by `f` which earlier layers it reads: their numbers,
 * or negative ones that count backwards from itself. The last one is the head.
 * @throws CheckpointError
 */
export async function addLayers(
  context: LayerContext,
  value: PickleValue | undefined,
  path: string,
  images: FeatureMap,
): Promise<DetectHead> {
  const list = readModule(value, path);
  requireClass(list, path, 'torch.nn.modules.container.Sequential');
  const layers = numberedChildren(list, path);
  if (layers.length === 0) throw refusal(list, path, 'expected layers, got none');
  const maps: FeatureMap[] = [];
  for (const [index, layer] of layers.slice(0, -1).entries()) {
    const layerPath = `${path}.${index}`;
    const module = readModule(layer, layerPath);
    maps.push(await addLayer(context, module, layerPath, readInputs(module, layerPath, index, maps, images)));
  }
  const headPath = `${path}.${layers.length - 1}`;
  const last = readModule(layers.at(-1), headPath);
  if (classOf(last) !== DETECT) {
    if (BLOCKS[classOf(last)] === undefined) throw unsupportedClass(last.className, headPath);
    throw refusal(last, headPath, `expected ${DETECT} as the last layer`);
  }
  const inputs = readInputs(last, headPath, layers.length - 1, maps, images);
  return addDetect(context, last, headPath, inputs.maps);
}

/** What a layer reads; `isList` tells a list of one from a single layer. */
interface LayerInputs {
  readonly maps: readonly FeatureMap[];
  readonly isList: boolean;
}

function readInputs(
  { attributes }: TorchModule,
  path: string,
  index: number,
  maps: readonly FeatureMap[],
  images: FeatureMap,
): LayerInputs {
  const position = attributes.get('i');
  if (position !== undefined && position !== index) {
    throw new CheckpointError('unsupported', `expected ${index}, got another number`, `${path}.i`);
  }
  const from = attributes.get('f');
  const isMany = from !== undefined && isList(from);
  const sources = isMany ? from : [from];
  const found = sources.map((source) => {
    const number = intOf(source, `${path}.f`);
    if (index === 0 && number === -1) return images;
    const map = maps[number < 0 ? index + number : number];
    if (map !== undefined) return map;
    throw new CheckpointError('unsupported', `reads layer ${number}, which does not come before it`, `${path}.f`);
  });
  return { maps: found, isList: isMany };
}

async function addLayer(
  context: LayerContext,
  module: TorchModule,
  path: string,
  inputs: LayerInputs,
): Promise<FeatureMap> {
  const className = classOf(module);
  if (className === 'models.common.Concat') {
    requireParts(module, path, {});
    if (!inputs.isList || inputs.maps.length === 0) throw refusal(module, path, 'expected a list of layers to join');
    if (intOf(module.attributes.get('d'), `${path}.d`) !== 1) throw refusal(module, path, 'expected to join channels');
    return concatenate(context, module, path, inputs.maps);
  }
  const isSequence = className === 'torch.nn.modules.container.Sequential';
  if (!isSequence && BLOCKS[className] === undefined) throw unsupportedClass(module.className, path);
  const [input] = inputs.maps;
  if (inputs.isList || input === undefined) throw refusal(module, path, 'expected one layer to read from, got a list');
  if (!isSequence) return addBlock(context, module, path, input);
  let map = input;
  const children = numberedChildren(module, path);
  if (children.length === 0) throw refusal(module, path, 'expected layers, got none');
  for (const [index, child] of children.entries()) {
    const childPath = `${path}.${index}`;
    map = await addBlock(context, readModule(child, childPath), childPath, map);
  }
  return map;
}

function addBlock(context: LayerContext, module: TorchModule, path: string, input: FeatureMap): Promise<FeatureMap> {
  const add = BLOCKS[classOf(module)];
  if (add === undefined) throw unsupportedClass(module.className, path);
  return add(context, module, path, input);
}
