import type { PickleValue } from '../pickle/pickle-value';
import { CONVOLUTION, CONVOLUTION_CLASS, convolve } from './convolution';
import type { GraphValue } from './graph-value';
import { LayerCall } from './layer-call';
import { checkMembers, type LayerKind } from './layer-kind';
import { PADDING, PADDING_CLASS, readZeroMargins } from './padding';
import { listed } from './shape';

const NO_NAMES: ReadonlyMap<string, GraphValue | null> = new Map();

/** torch.nn.Sequential. Zeros that are added only for the convolution that follows become part of it. */
export const SEQUENCE: LayerKind = { takes: ['input'], hasChildren: true, build: runInTurn };

async function runInTurn(call: LayerCall): Promise<GraphValue> {
  const names = [...call.layer.modules.keys()];
  if (names.length === 0 || names.some((name, index) => name !== String(index))) {
    throw call.refuse(`expected children 0, 1, 2, …, got ${names.length === 0 ? 'none' : listed(names)}`);
  }
  let value = call.given();
  for (let index = 0; index < names.length; index += 1) {
    const folded = await convolvePadded(call, index, value);
    if (folded !== null) index += 1;
    value = folded ?? (await call.context.run(...childOf(call, index), { inputs: [value], named: NO_NAMES }));
  }
  return value;
}

/** The result of a padding and the convolution after it as one convolution; null when the two are something else. */
async function convolvePadded(call: LayerCall, index: number, input: GraphValue): Promise<GraphValue | null> {
  const [first, second] = [index, index + 1].map((position) => {
    const [value, where] = childOf(call, position);
    return value === undefined ? null : new LayerCall(call.context, call.context.read(value, where), where, [input]);
  });
  if (first?.layer.className !== PADDING_CLASS || second?.layer.className !== CONVOLUTION_CLASS) return null;
  checkMembers(PADDING, first.layer, first.where);
  checkMembers(CONVOLUTION, second.layer, second.where);
  const margins = readZeroMargins(first);
  return margins === null ? null : convolve(second, margins);
}

function childOf(call: LayerCall, index: number): [PickleValue | undefined, string] {
  return [call.layer.modules.get(String(index)), `${call.where}.${index}`];
}
