import type { ReadNode } from './read-node';

/** Operators that keep height and width; of several inputs that have any, these are those that all of them share. */
const KEEPS_SIZE = new Set([
  ...['Sigmoid', 'Relu', 'LeakyRelu', 'HardSwish', 'Clip', 'Tanh', 'Cast', 'Identity', 'BatchNormalization'],
  ...['Add', 'Sub', 'Mul', 'Div', 'Concat', 'com.microsoft.QuickGelu'],
]);

/**
 * For the maps of a network, a number by which their height and their width can be divided whatever the picture, as far as it
 * follows from the input's: 1 where nothing is known. Maps that are not mentioned count as 1.
 */
export function traceMultiples(
  nodes: readonly ReadNode[],
  weights: ReadonlyMap<string, unknown>,
  input: { readonly name: string; readonly multiple: number },
): ReadonlyMap<string, number> {
  const multiples = new Map<string, number>([[input.name, input.multiple]]);
  for (const node of nodes) {
    const [output] = node.outputs;
    if (output !== undefined) multiples.set(output, multipleOf(node, multiples, weights));
  }
  return multiples;
}

function multipleOf(
  node: ReadNode,
  multiples: ReadonlyMap<string, number>,
  weights: ReadonlyMap<string, unknown>,
): number {
  const first = multiples.get(node.inputs[0] ?? '') ?? 1;
  if (node.op === 'Conv' || node.op === 'MaxPool') return afterStride(node, first);
  // Only the turn from rows, columns, channels to channels, rows, columns: it happens once, at the input.
  if (node.op === 'Transpose') return isChannelsFirst(node) ? first : 1;
  if (!KEEPS_SIZE.has(node.op)) return 1;
  const maps = node.inputs.filter((name) => name !== '' && !weights.has(name));
  return maps.map((name) => multiples.get(name) ?? 1).reduce(greatestCommonDivisor, 0) || 1;
}

/** Steps of one or two that lose nothing but the step. */
function afterStride(node: ReadNode, multiple: number): number {
  const kernel = listOf(node, 'kernel_shape', []);
  const [down, across] = listOf(node, 'strides', [1, 1]);
  const pads = listOf(node, 'pads', [0, 0, 0, 0]);
  if (kernel.length !== 2 || down !== across || node.attributes.has('auto_pad')) return 1;
  const isKept = kernel.every((size, axis) => {
    const lost = size - 1 - pads[axis]! - pads[axis + 2]!;
    return lost === 0 || (down === 2 && lost === 1);
  });
  if (!isKept || listOf(node, 'dilations', [1, 1]).some((step) => step !== 1)) return 1;
  if (down === 1) return multiple;
  return down === 2 && multiple % 2 === 0 ? multiple / 2 : 1;
}

function isChannelsFirst(node: ReadNode): boolean {
  return listOf(node, 'perm', []).join() === '0,3,1,2';
}

/** An attribute that is a list of whole numbers. */
export function listOf(node: ReadNode, name: string, otherwise: readonly number[]): readonly number[] {
  const value = node.attributes.get(name);
  return Array.isArray(value) ? (value as readonly number[]) : otherwise;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
