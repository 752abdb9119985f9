import { isKind } from '../../src/weights/pickle/pickle-records';
import type { PickleObject, PickleValue } from '../../src/weights/pickle/pickle-value';
import { dictRecord, moduleRecord, tensorRecord, type ModuleContent } from './module-records';

/** Modules of YOLOv5 as records; values are zeros and ones. */

const zeros = (dims: readonly number[]) => tensorRecord(dims, new Float32Array(dims.reduce((a, b) => a * b, 1)));
const ones = (count: number) => tensorRecord([count], new Float32Array(count).fill(1));

export function conv2d(
  from: number,
  to: number,
  kernel: number,
  stride: number,
  more: Readonly<Record<string, PickleValue>> = {},
): PickleObject {
  return moduleRecord('torch.nn.modules.conv.Conv2d', {
    parameters: { weight: zeros([to, from, kernel, kernel]) },
    attributes: {
      in_channels: from,
      out_channels: to,
      kernel_size: [kernel, kernel],
      stride: [stride, stride],
      padding: [Math.floor((kernel - 1) / 2), Math.floor((kernel - 1) / 2)],
      dilation: [1, 1],
      groups: 1,
      transposed: false,
      padding_mode: 'zeros',
      ...more,
    },
  });
}

function batchNorm(channels: number): PickleObject {
  return moduleRecord('torch.nn.modules.batchnorm.BatchNorm2d', {
    parameters: { weight: ones(channels), bias: zeros([channels]) },
    buffers: { running_mean: zeros([channels]), running_var: ones(channels) },
    attributes: { eps: 1e-3, track_running_stats: true },
  });
}

export const silu = moduleRecord('torch.nn.modules.activation.SiLU');

/** `Conv` with an odd kernel. */
export function conv(
  from: number,
  to: number,
  kernel = 1,
  stride = 1,
  parts: { readonly conv?: PickleValue; readonly act?: PickleValue } = {},
): PickleObject {
  const modules = { conv: conv2d(from, to, kernel, stride), bn: batchNorm(to), act: silu, ...parts };
  return moduleRecord('models.common.Conv', { modules });
}

export function sequence(layers: readonly PickleValue[], kind = 'Sequential'): PickleObject {
  const modules = Object.fromEntries(layers.map((layer, index) => [String(index), layer]));
  return moduleRecord(`torch.nn.modules.container.${kind}`, { modules });
}

/** A layer of the model: a block that says which layers it reads. */
export function layer(block: PickleObject, from: PickleValue = -1): PickleObject {
  const { state } = block;
  if (!isKind(state, 'dict')) throw new Error('expected the state of a module');
  const entries = new Map<string | number, PickleValue>([...state.entries, ['f', from]]);
  return { ...block, state: { kind: 'dict', entries, otherKeys: 0 } };
}

/** A head of one level with one anchor of 2 x 3 strides and one class. */
export function detect(channels: number, stride: number, from: PickleValue = [-1]): PickleObject {
  const head = conv2d(channels, 6, 1, 1);
  return layer(
    moduleRecord('models.yolo.Detect', {
      modules: { m: sequence([head], 'ModuleList') },
      buffers: { anchors: tensorRecord([1, 1, 2], Float32Array.of(2, 3)) },
      attributes: { nc: 1, na: 1, stride: tensorRecord([1], Float32Array.of(stride)) },
    }),
    from,
  );
}

/** Three convolutions down to an eighth of the size, `layers` in between, and a head. */
export function model(layers: readonly PickleValue[], head = detect(4, 8), content: ModuleContent = {}): PickleObject {
  const stem = [layer(conv(3, 4, 3, 2)), layer(conv(4, 4, 3, 2)), layer(conv(4, 4, 3, 2))];
  return moduleRecord('models.yolo.DetectionModel', {
    modules: { model: sequence([...stem, ...layers, head]) },
    attributes: { names: dictRecord({}) },
    ...content,
  });
}
