import { boolOf, intOf, intPairOf, textOf } from '../torch/typed-value';
import type { GraphValue } from './graph-value';
import type { LayerCall } from './layer-call';
import type { LayerKind } from './layer-kind';
import { slide } from './shape';

/** Zeros around a picture. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const NO_MARGINS: Margins = { left: 0, right: 0, top: 0, bottom: 0 };

/** Full name of the class. */
export const CONVOLUTION_CLASS = 'torch.nn.modules.conv.Conv2d';

/** torch.nn.Conv2d. */
export const CONVOLUTION: LayerKind = {
  takes: ['input'],
  tensors: ['weight', 'bias'],
  build: (call) => convolve(call, NO_MARGINS),
};

/** A Conv2d on a picture with additional zeros around it. @throws CheckpointError when its weights or input do not fit. */
export async function convolve(call: LayerCall, margins: Margins): Promise<GraphValue> {
  const input = call.floats(0, 4);
  const [batch, channels, height, width] = input.shape;
  const inChannels = intOf(...call.attribute('in_channels'));
  const outChannels = intOf(...call.attribute('out_channels'));
  const groups = intOf(...call.attribute('groups'));
  const kernel = positivePair(call, 'kernel_size');
  const strides = positivePair(call, 'stride');
  const dilations = positivePair(call, 'dilation');
  checkVariant(call);
  if (channels !== inChannels) throw call.refuse(`expected an input of ${inChannels} channels, got ${channels!}`);
  if (groups < 1 || inChannels % groups !== 0 || outChannels % groups !== 0) {
    throw call.refuse(`${inChannels} and ${outChannels} channels can't be divided into ${groups} groups`);
  }
  const weight = await call.weight('weight', [outChannels, inChannels / groups, ...kernel]);
  const bias = await call.optionalWeight('bias', [outChannels]);
  const [padY, padX] = intPairOf(...call.attribute('padding'));
  if (Math.min(padY, padX) < 0) throw call.refuse('expected padding of at least 0');
  const pads = {
    y: [margins.top + padY, margins.bottom + padY],
    x: [margins.left + padX, margins.right + padX],
  } as const;
  const [rows, columns] = [
    slide(height!, { kernel: kernel[0], stride: strides[0], dilation: dilations[0], pads: pads.y }, call.where),
    slide(width!, { kernel: kernel[1], stride: strides[1], dilation: dilations[1], pads: pads.x }, call.where),
  ];
  return call.node(
    'Conv',
    bias === null ? [input, weight] : [input, weight, bias],
    [batch!, outChannels, rows, columns],
    {
      kernel_shape: kernel,
      strides,
      dilations,
      group: groups,
      pads: [pads.y[0], pads.x[0], pads.y[1], pads.x[1]],
    },
  );
}

function checkVariant(call: LayerCall): void {
  const mode = textOf(...call.attribute('padding_mode'));
  if (mode !== 'zeros') throw call.refuse(`padding_mode "${mode}" is not supported, expected "zeros"`);
  if (boolOf(...call.attribute('transposed'))) throw call.refuse('transposed convolution is not supported');
}

function positivePair(call: LayerCall, name: string): readonly [number, number] {
  const pair = intPairOf(...call.attribute(name));
  if (Math.min(...pair) >= 1) return pair;
  throw call.refuse(`expected ${name} of at least 1, got ${pair.join(', ')}`);
}
