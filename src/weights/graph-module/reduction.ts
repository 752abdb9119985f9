import type { PickleValue } from '../pickle/pickle-value';
import { boolOf, intListOf, textOf } from '../torch/typed-value';
import { nameOfFunction } from './elementwise';
import type { GraphValue } from './graph-value';
import type { LayerCall } from './layer-call';
import type { LayerKind } from './layer-kind';
import { formatShape, listed, resolveAxis } from './shape';

/** onnx2torch's OnnxGlobalAveragePool. */
export const AVERAGE: LayerKind = { takes: ['input_tensor'], build: average };

/** The same with its axes written down: all after the first two. */
export const AVERAGE_KNOWN_SHAPE: LayerKind = {
  takes: ['input_tensor'],
  build: (call) => {
    const name = call.layer.attributes.has('_x_dims') ? '_x_dims' : 'x_dims';
    const axes = intListOf(...call.attribute(name));
    const { length } = call.floats().shape;
    if (axes.length !== length - 2 || axes.some((axis, index) => axis !== index + 2)) {
      throw call.refuse(`expected the average of the axes from 2 to ${length - 1}, got ${listed(axes)}`);
    }
    return average(call);
  },
};

/** onnx2torch's OnnxReduceStaticAxes. */
export const REDUCTION: LayerKind = { takes: ['input_tensor'], build: reduce };

/** torch's function of each operation, as it is pickled beside the operation's name. */
const FUNCTIONS: Readonly<Record<string, string | undefined>> = {
  ReduceMean: 'torch._C._VariableFunctionsClass.mean',
  ReduceSum: 'torch._C._VariableFunctionsClass.sum',
  ReduceMax: 'torch._C._VariableFunctionsClass.max',
  ReduceMin: 'torch._C._VariableFunctionsClass.min',
};

function average(call: LayerCall): GraphValue {
  const input = call.floats();
  if (input.shape.length < 3) throw call.refuse(`expected pictures to average, got ${formatShape(input.shape)}`);
  const shape = input.shape.map((size, axis) => (axis < 2 ? size : 1));
  return call.node('GlobalAveragePool', [input], shape);
}

function reduce(call: LayerCall): GraphValue {
  const input = call.floats();
  const op = textOf(...call.attribute('operation_type'));
  const [value] = call.attribute('math_op_function');
  if (FUNCTIONS[op] === undefined || value === undefined || nameOfFunction(value) !== FUNCTIONS[op]) {
    throw call.refuse(`${op} by ${describeFunction(value)} is not supported`);
  }
  const [list, where] = call.attribute('axes');
  const axes = intListOf(list, where).map((axis) => resolveAxis(axis, input.shape.length, where));
  if (axes.length === 0 || axes.some((axis) => input.shape[axis] === 'batch')) {
    throw call.refuse(`expected axes of one picture, got ${listed(axes)} of ${formatShape(input.shape)}`);
  }
  const keeps = boolOf(...call.attribute('keepdims'));
  const shape = input.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const kept = keeps ? shape : shape.filter((_, axis) => !axes.includes(axis));
  const keepdims = keeps ? 1 : 0;
  if (op !== 'ReduceSum') return call.node(op, [input], kept, { axes, keepdims });
  const axesInput = call.context.builder.numbers(`${call.where}/axes`, axes);
  return call.node(op, [input, axesInput], kept, { keepdims });
}

function describeFunction(value: PickleValue | undefined): string {
  return value === undefined ? 'nothing' : nameOfFunction(value);
}
