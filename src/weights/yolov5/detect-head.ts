import { CheckpointError } from '../checkpoint-error';
import type { YoloLevel } from '../imported-network';
import { readModule, type TorchModule } from '../torch/module-tree';
import { intOf } from '../torch/typed-value';
import { addHeadConv, type LayerContext } from './conv-layer';
import type { FeatureMap } from './feature-map';
import { numberedChildren, refusal, requireClass, requireParts } from './module-parts';
import { readFloats } from './read-floats';

/** The strides that YOLOv5's detectors have. */
const STRIDES: readonly number[] = [8, 16, 32, 64];

/** The end of a detector. */
export interface DetectHead {
  readonly classCount: number;
  /** One for each level, in the order of the outputs `head0`, `head1`, …. */
  readonly levels: readonly YoloLevel[];
  readonly outputs: readonly FeatureMap[];
}

/**
 * `Detect`: one 1x1 convolution for each level. Its outputs stay raw; stride and anchors tell how to decode them. The
 * anchors of the file are in units of the stride.
 * @throws CheckpointError
 */
export async function addDetect(
  context: LayerContext,
  module: TorchModule,
  path: string,
  inputs: readonly FeatureMap[],
): Promise<DetectHead> {
  requireParts(module, path, { modules: ['m'], buffers: ['anchors'] });
  const attribute = (name: string): number => intOf(module.attributes.get(name), `${path}.${name}`);
  const classCount = attribute('nc');
  const anchorCount = attribute('na');
  if (classCount < 1 || anchorCount < 1) {
    throw refusal(module, path, `expected classes and anchors, got ${classCount} and ${anchorCount}`);
  }
  const convsPath = `${path}.m`;
  const list = readModule(module.modules.get('m'), convsPath);
  requireClass(list, convsPath, 'torch.nn.modules.container.ModuleList');
  const convs = numberedChildren(list, convsPath);
  if (convs.length !== inputs.length || convs.length === 0) {
    throw refusal(module, path, `${convs.length} convolutions do not fit ${inputs.length} inputs`);
  }
  const levels = await readLevels(context, module, path, inputs, anchorCount);
  const outputs: FeatureMap[] = [];
  for (const [index, conv] of convs.entries()) {
    const convPath = `${convsPath}.${index}`;
    const output = await addHeadConv(context, conv, convPath, inputs[index]!, `head${index}`);
    const expected = anchorCount * (5 + classCount);
    if (output.channels !== expected || output.stride !== inputs[index]!.stride) {
      throw refusal(module, convPath, `expected ${expected} channels of the input's size, got ${output.channels}`);
    }
    outputs.push(output);
  }
  return { classCount, levels, outputs };
}

async function readLevels(
  { checkpoint }: LayerContext,
  module: TorchModule,
  path: string,
  inputs: readonly FeatureMap[],
  anchorCount: number,
): Promise<readonly YoloLevel[]> {
  const stride = module.attributes.get('stride') ?? module.buffers.get('stride');
  if (stride === undefined) throw refusal(module, path, 'the stride is missing');
  const strides = await readFloats(checkpoint, stride, [inputs.length], `${path}.stride`);
  const dims = [inputs.length, anchorCount, 2];
  const anchors = await readFloats(checkpoint, module.buffers.get('anchors')!, dims, `${path}.anchors`);
  return inputs.map((input, level) => {
    const said = strides[level]!;
    if (!STRIDES.includes(said) || said !== input.stride) {
      const expected = `expected one of ${STRIDES.join(', ')} that fits the layers (${input.stride})`;
      throw new CheckpointError('unsupported', `${expected}, got ${said}`, `${path}.stride[${level}]`);
    }
    const pairs = Array.from({ length: anchorCount }, (_, anchor): readonly [number, number] => {
      const at = (level * anchorCount + anchor) * 2;
      return [Math.fround(anchors[at]! * said), Math.fround(anchors[at + 1]! * said)];
    });
    if (!pairs.flat().every((pixels) => pixels > 0 && pixels < Infinity)) {
      throw new CheckpointError('damaged', 'expected sizes above 0', `${path}.anchors[${level}]`);
    }
    return { stride: said, anchors: pairs };
  });
}
