import type { PickleValue } from '../pickle/pickle-value';
import { boolOf, intOf, numberOf } from '../torch/typed-value';
import type { GraphValue } from './graph-value';
import type { LayerCall } from './layer-call';
import type { LayerKind } from './layer-kind';
import { broadcast, formatShape, isSameShape } from './shape';

/** torch.nn.Linear. */
export const LINEAR: LayerKind = { takes: ['input'], tensors: ['weight', 'bias'], build: linear };

/** OnnxMatMul. */
export const MATRIX_PRODUCT: LayerKind = { takes: ['x', 'y'], build: multiply };

/** onnx2torch's OnnxGemm: alpha * A * B + beta * C. */
export const GENERAL_PRODUCT: LayerKind = { takes: ['input_a', 'input_b', 'input_c'], needs: 2, build: multiplyAndAdd };

async function linear(call: LayerCall): Promise<GraphValue> {
  const input = call.floats(0, 2);
  const inputs = intOf(...call.attribute('in_features'));
  const outputs = intOf(...call.attribute('out_features'));
  if (input.shape[1] !== inputs) throw call.refuse(`expected ${inputs} numbers, got ${formatShape(input.shape)}`);
  const weight = await call.weight('weight', [outputs, inputs]);
  const bias = await call.optionalWeight('bias', [outputs]);
  const operands = bias === null ? [input, weight] : [input, weight, bias];
  return call.node('Gemm', operands, [input.shape[0]!, outputs], { transB: 1 });
}

function multiply(call: LayerCall): GraphValue {
  const [first, second] = [call.floats(0), call.floats(1)];
  const [rows, inner] = first.shape.slice(-2);
  const [sameInner, columns] = second.shape.slice(-2);
  if (columns === undefined || rows === undefined || inner === undefined || inner === 'batch' || inner !== sameInner) {
    throw call.refuse(`${formatShape(first.shape)} can't be multiplied with ${formatShape(second.shape)}`);
  }
  const outer = broadcast(first.shape.slice(0, -2), second.shape.slice(0, -2), call.where);
  return call.node('MatMul', [first, second], [...outer, rows, columns]);
}

function multiplyAndAdd(call: LayerCall): GraphValue {
  const [first, second] = [call.floats(0, 2), call.floats(1, 2)];
  const [isFirstTurned, isSecondTurned] = [isTurned(call, 'trans_a'), isTurned(call, 'trans_b')];
  const [rows, inner] = isFirstTurned ? first.shape.toReversed() : first.shape;
  const [sameInner, columns] = isSecondTurned ? second.shape.toReversed() : second.shape;
  if (inner === 'batch' || inner !== sameInner) {
    throw call.refuse(`${formatShape(first.shape)} can't be multiplied with ${formatShape(second.shape)}`);
  }
  const shape = [rows!, columns!];
  const added = (call.inputs[2] ?? null) === null ? null : call.floats(2);
  if (added !== null && !isSameShape(broadcast(shape, added.shape, call.where), shape)) {
    throw call.refuse(`${formatShape(added.shape)} can't be added to ${formatShape(shape)}`);
  }
  return call.node('Gemm', added === null ? [first, second] : [first, second, added], shape, {
    alpha: { float: numberOf(...factor(call, 'alpha')) },
    beta: { float: numberOf(...factor(call, 'beta')) },
    transA: isFirstTurned ? 1 : 0,
    transB: isSecondTurned ? 1 : 0,
  });
}

/** onnx2torch 1.5 names these attributes with and without an underscore, by version. */
function factor(call: LayerCall, name: string): [PickleValue | undefined, string] {
  return call.layer.attributes.has(`_${name}`) ? call.attribute(`_${name}`) : call.attribute(name);
}

/** A flag, which onnx2torch takes over from ONNX as a number or makes a bool of. */
function isTurned(call: LayerCall, name: string): boolean {
  const [value, where] = factor(call, name);
  return typeof value === 'number' ? intOf(value, where) !== 0 : boolOf(value, where);
}
