import { isKind, isList, nameOfGlobal } from '../pickle/pickle-records';
import type { PickleValue } from '../pickle/pickle-value';
import { describeValue } from '../torch/describe-value';
import { boolOf, intOf, numberOf } from '../torch/typed-value';
import type { GraphValue } from './graph-value';
import type { LayerCall } from './layer-call';
import type { LayerKind } from './layer-kind';
import { broadcast, resolveAxis } from './shape';

/** torch.nn.Sigmoid. */
export const SIGMOID: LayerKind = { takes: ['input'], build: (call) => apply(call, 'Sigmoid') };
/** torch.nn.ReLU. */
export const RELU: LayerKind = { takes: ['input'], build: (call) => apply(call, 'Relu') };
/** torch.nn.SiLU: x times its sigmoid. */
export const SILU: LayerKind = {
  takes: ['input'],
  build: (call) => {
    const input = call.floats();
    return call.node('Mul', [input, call.node('Sigmoid', [input], input.shape)], input.shape);
  },
};

/** Layers that change nothing when a network is used, not trained. */
export const IDENTITY: LayerKind = { takes: ['input'], build: (call) => call.given() };
/** Modules that give what they get. */
export const COPY: LayerKind = { takes: ['x'], build: (call) => call.given() };

/** onnx2torch's OnnxBinaryMathOperation: a sum, a difference, a product or a quotient. */
export const ARITHMETIC: LayerKind = { takes: ['first', 'second'], build: calculate };

/** torch.nn.BatchNorm2d in eval mode. */
export const NORMALIZATION: LayerKind = {
  takes: ['input'],
  tensors: ['weight', 'bias', 'running_mean', 'running_var', 'num_batches_tracked'],
  build: normalize,
};

/** torch.nn.Softmax. */
export const SOFTMAX: LayerKind = { takes: ['input'], build: (call) => softmax(call, 'dim') };

/** Softmax before opset 13 flattens the axes from `axis` on; with the last axis that is the same. */
export const FLAT_SOFTMAX: LayerKind = {
  takes: ['input_tensor'],
  build: (call) => {
    if (boolOf(...call.attribute('is_log'))) throw call.refuse('LogSoftmax is not supported');
    return softmax(call, 'axis');
  },
};

function apply(call: LayerCall, op: string): GraphValue {
  const input = call.floats();
  return call.node(op, [input], input.shape);
}

function calculate(call: LayerCall): GraphValue {
  for (const name of ['broadcast', 'axis']) {
    const value = call.layer.attributes.get(name) ?? null;
    if (value !== null) throw call.refuse(`${name} is ${describeValue(value)}, only None is supported`);
  }
  const [functionValue] = call.attribute('math_op_function');
  const op = functionValue === undefined ? undefined : OPERATORS[nameOfFunction(functionValue)];
  if (op === undefined) {
    const named = functionValue === undefined ? 'nothing' : nameOfFunction(functionValue);
    throw call.refuse(`math_op_function: ${named} is not supported, expected torch's add, sub, mul or div`);
  }
  const [first, second] = [call.floats(0), call.floats(1)];
  return call.node(op, [first, second], broadcast(first.shape, second.shape, call.where));
}

const TORCH = 'torch._C._VariableFunctionsClass';
/** The functions by the names under which Python pickles them: protocols 2 and 4, and onnx2torch's own division. */
const OPERATORS: Readonly<Record<string, string | undefined>> = {
  [`${TORCH}.add`]: 'Add',
  [`${TORCH}.sub`]: 'Sub',
  [`${TORCH}.mul`]: 'Mul',
  [`${TORCH}.div`]: 'Div',
  'onnx2torch.node_converters.binary_math_operations._onnx_div': 'Div',
};

/** `getattr(torch._C._VariableFunctionsClass, 'add')` as a name. It is compared, never called. */
export function nameOfFunction(value: PickleValue): string {
  if (isKind(value, 'global')) return nameOfGlobal(value);
  if (isKind(value, 'call') && isKind(value.target, 'global') && isList(value.args) && value.args.length === 2) {
    const [owner, name] = value.args;
    const target = nameOfGlobal(value.target);
    const isGetattr = target === '__builtin__.getattr' || target === 'builtins.getattr';
    if (isGetattr && isKind(owner!, 'global') && typeof name === 'string') return `${nameOfGlobal(owner)}.${name}`;
  }
  return describeValue(value);
}

async function normalize(call: LayerCall): Promise<GraphValue> {
  const input = call.floats(0, 4);
  const channels = intOf(...call.attribute('num_features'));
  if (input.shape[1] !== channels) throw call.refuse(`expected ${channels} channels, got ${input.shape[1]!}`);
  const [scale, shift, mean, variance] = [
    await call.weight('weight', [channels]),
    await call.weight('bias', [channels]),
    await call.weight('running_mean', [channels]),
    await call.weight('running_var', [channels]),
  ];
  const epsilon = { float: numberOf(...call.attribute('eps')) };
  return call.node('BatchNormalization', [input, scale, shift, mean, variance], input.shape, { epsilon });
}

function softmax(call: LayerCall, axisName: string): GraphValue {
  const input = call.floats();
  const rank = input.shape.length;
  const axis = resolveAxis(intOf(...call.attribute(axisName)), rank, call.where);
  if (axis !== rank - 1) throw call.refuse(`expected the last of ${rank} axes, got axis ${axis}`);
  return call.node('Softmax', [input], input.shape, { axis: -1 });
}
