import { intListOf, intOf } from '../torch/typed-value';
import { MOST_KNOWN_NUMBERS, type GraphValue } from './graph-value';
import type { LayerCall } from './layer-call';
import type { LayerKind } from './layer-kind';
import { countElements, formatShape, listed, reshape, resolveAxis, type Size } from './shape';

/** Layers that arrange numbers anew and compute nothing. */

export const TRANSPOSITION: LayerKind = { takes: ['input_tensor'], build: transpose };

/** OnnxReshape with a constant shape. */
export const RESHAPING: LayerKind = {
  takes: ['input_tensor', 'shape'],
  build: (call) => reshapeTo(call, call.knownNumbers(1)),
};

/** OnnxSqueezeDynamicAxes with constant axes. */
export const SQUEEZING: LayerKind = {
  takes: ['input_tensor', 'axes'],
  build: (call) => squeeze(call, call.knownNumbers(1)),
};

/** OnnxSqueezeStaticAxes. */
export const SQUEEZING_KNOWN_AXES: LayerKind = {
  takes: ['input_tensor'],
  build: (call) => squeeze(call, intListOf(...call.attribute('axes'))),
};

/** torch.nn.Flatten. */
export const FLATTENING: LayerKind = {
  takes: ['input'],
  build: (call) => {
    const { shape } = call.given();
    const start = resolveAxis(intOf(...call.attribute('start_dim')), shape.length, call.where);
    const end = resolveAxis(intOf(...call.attribute('end_dim')), shape.length, call.where);
    if (start > end) throw call.refuse(`expected start_dim before end_dim, got ${start} and ${end}`);
    return reshapeTo(call, [...shape.slice(0, start), -1, ...shape.slice(end + 1)]);
  },
};

/** onnx2torch's OnnxFlatten: a matrix of what is before the axis and what is from it on. */
export const FLATTENING_TO_MATRIX: LayerKind = {
  takes: ['x'],
  build: (call) => {
    const { shape } = call.given();
    const axis = resolveAxis(intOf(...call.attribute('axis')), shape.length, call.where);
    if (axis === 0) throw call.refuse('expected an axis after the first');
    const { each, batches } = countElements(shape.slice(axis));
    if (batches > 0) throw call.refuse(`expected the pictures before axis ${axis}, got ${formatShape(shape)}`);
    return reshapeTo(call, [-1, each]);
  },
};

/** OnnxConcat. */
export const CONCATENATION: LayerKind = { takes: 'any', build: concatenate };

/** onnx2torch's OnnxShape. */
export const SHAPE_READING: LayerKind = { takes: ['input_tensor'], build: readShape };

function transpose(call: LayerCall): GraphValue {
  const input = call.given();
  const rank = input.shape.length;
  const [value, where] = call.attribute('perm');
  const order = value === null ? input.shape.map((_, axis) => rank - 1 - axis) : intListOf(value, where);
  const axes = order.map((axis) => resolveAxis(axis, rank, where));
  if (axes.length !== rank || new Set(axes).size !== rank) {
    throw call.refuse(`expected an order of ${rank} axes, got ${listed(order)}`);
  }
  const shape = axes.map((axis) => input.shape[axis]!);
  const result = { module: call.where, shape, type: input.type };
  return call.context.builder.node('Transpose', [input], result, { perm: axes });
}

function reshapeTo(call: LayerCall, wanted: readonly Size[]): GraphValue {
  const input = call.given();
  return call.context.builder.reshape(input, reshape(input.shape, wanted, call.where), call.where);
}

function squeeze(call: LayerCall, wanted: readonly Size[]): GraphValue {
  const input = call.given();
  const axes = wanted.map((axis) => resolveAxis(axis === 'batch' ? NaN : axis, input.shape.length, call.where));
  const other = axes.find((axis) => input.shape[axis] !== 1);
  if (other !== undefined || axes.length === 0) {
    throw call.refuse(`expected axes of size 1 to remove, got ${listed(axes)} of ${formatShape(input.shape)}`);
  }
  const shape = input.shape.filter((_, axis) => !axes.includes(axis));
  return call.context.builder.reshape(input, shape, call.where);
}

function concatenate(call: LayerCall): GraphValue {
  const inputs = call.inputs.map((_, index) => call.given(index));
  const [first] = inputs;
  const { shape, type } = first!;
  const axis = resolveAxis(intOf(...call.attribute('axis')), shape.length, call.where);
  let total = 0;
  for (const input of inputs) {
    const size = input.shape[axis];
    const fits = input.shape.length === shape.length && input.shape.every((n, at) => at === axis || n === shape[at]);
    if (!fits || input.type !== type || typeof size !== 'number') {
      throw call.refuse(`${formatShape(input.shape)} can't be joined to ${formatShape(shape)} along axis ${axis}`);
    }
    total += size;
  }
  const areKnown = total <= MOST_KNOWN_NUMBERS && inputs.every(({ numbers }) => numbers !== null);
  const numbers = areKnown ? inputs.flatMap((input) => input.numbers!) : null;
  const result = { module: call.where, shape: shape.with(axis, total), type, numbers };
  return call.context.builder.node('Concat', inputs, result, { axis });
}

function readShape(call: LayerCall): GraphValue {
  const input = call.given();
  const bound = (name: string): number | undefined => {
    const attribute = call.layer.attributes.has(`_${name}`) ? `_${name}` : name;
    const [value, where] = call.attribute(attribute);
    return value === null || value === undefined ? undefined : intOf(value, where);
  };
  const numbers = input.shape.slice(bound('start'), bound('end'));
  if (numbers.length === 0) throw call.refuse(`expected a part of ${formatShape(input.shape)}, got nothing`);
  const start = bound('start') ?? 0;
  const end = bound('end') ?? input.shape.length;
  const result = { module: call.where, shape: [numbers.length], type: 'int64', numbers } as const;
  return call.context.builder.node('Shape', [input], result, { start, end });
}
