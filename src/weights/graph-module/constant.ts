import { isKind, nameOfGlobal } from '../pickle/pickle-records';
import { describeValue } from '../torch/describe-value';
import { unexpected } from '../torch/typed-value';
import type { GraphValue } from './graph-value';
import type { LayerCall } from './layer-call';
import type { LayerKind } from './layer-kind';

/** onnx2torch's OnnxConstant: a tensor of its own. */
export const CONSTANT: LayerKind = {
  takes: [],
  tensors: ['value'],
  build: (call) => {
    const value = call.layer.buffers.get('value');
    if (value === undefined) throw unexpected('a tensor', call.layer.attributes.get('value'), `${call.where}.value`);
    return call.context.constant(value, `${call.where}.value`);
  },
};

/** onnx2torch's OnnxCast. */
export const CONVERSION: LayerKind = { takes: ['input_tensor'], build: convert };

/** ONNX calls the types by number. */
const TYPES = {
  'torch.float32': { type: 'float32', number: 1 },
  'torch.int64': { type: 'int64', number: 7 },
} as const;

function convert(call: LayerCall): GraphValue {
  const input = call.given();
  const [value] = call.attribute('torch_dtype');
  const name = value !== undefined && isKind(value, 'global') ? nameOfGlobal(value) : '';
  if (name !== 'torch.float32' && name !== 'torch.int64') {
    const found = value === undefined ? 'nothing' : describeValue(value);
    throw call.refuse(`torch_dtype: expected torch.float32 or torch.int64, got ${found}`);
  }
  const { type, number } = TYPES[name];
  if (type === input.type) return input;
  return call.context.builder.node('Cast', [input], { module: call.where, shape: input.shape, type }, { to: number });
}
