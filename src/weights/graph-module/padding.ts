import { intListOf, numberOf, textOf } from '../torch/typed-value';
import type { Margins } from './convolution';
import type { GraphValue } from './graph-value';
import type { LayerCall } from './layer-call';
import type { LayerKind } from './layer-kind';
import { listed } from './shape';

/** Full name of the class. */
export const PADDING_CLASS = 'onnx2torch.node_converters.pad.OnnxPadStatic';

/** A constant around the input. */
export const PADDING: LayerKind = { takes: ['input_tensor'], build: pad };

/** Numbers before and after each axis. torch counts from the last axis: left, right, top, bottom, … */
interface Pads {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly value: number;
}

/** The zeros around a picture when that is all that the layer adds, so that a convolution can do it itself; else null. */
export function readZeroMargins(call: LayerCall): Margins | null {
  const { before, after, value } = readPads(call, 4);
  const [firstBefore, secondBefore, top, left] = before;
  const [firstAfter, secondAfter, bottom, right] = after;
  const isAround = [firstBefore, secondBefore, firstAfter, secondAfter].every((count) => count === 0);
  return isAround && value === 0 ? { left: left!, right: right!, top: top!, bottom: bottom! } : null;
}

function pad(call: LayerCall): GraphValue {
  const input = call.floats();
  const { before, after, value } = readPads(call, input.shape.length);
  const shape = input.shape.map((size, axis) => {
    const added = before[axis]! + after[axis]!;
    if (size !== 'batch') return size + added;
    if (added === 0) return size;
    throw call.refuse('pads the batch, expected to pad pictures only');
  });
  const { builder } = call.context;
  const pads = builder.numbers(`${call.where}/pads`, [...before, ...after]);
  return call.node('Pad', [input, pads, builder.scalar(`${call.where}/value`, value)], shape);
}

function readPads(call: LayerCall, rank: number): Pads {
  const mode = textOf(...call.attribute('mode'));
  if (mode !== 'constant') throw call.refuse(`mode "${mode}" is not supported, expected "constant"`);
  const pads = intListOf(...call.attribute('pads'));
  if (pads.length % 2 !== 0 || pads.length > 2 * rank || pads.some((count) => count < 0)) {
    throw call.refuse(`expected pads of at least 0 for up to ${rank} axes, got ${listed(pads)}`);
  }
  const along = (side: 0 | 1) => Array.from({ length: rank }, (_, axis) => pads[2 * (rank - 1 - axis) + side] ?? 0);
  return { before: along(0), after: along(1), value: numberOf(...call.attribute('constant_value')) };
}
