import type { ReadNode } from './read-node';
import { listOf } from './trace-multiples';

/** A convolution of 3 by 3 weights that moves by one pixel and keeps height and width. */
export interface PlainConvolution {
  readonly node: ReadNode;
  readonly channelsIn: number;
  readonly channelsOut: number;
}

/** Which of them are worth a rewrite. */
export interface ConvolutionLimits {
  /** The fewest channels, in and out. Below it, turning maps into tiles costs more than the products saved. */
  readonly fewestChannels: number;
  /** Bytes that all transformed weights may need beyond the plain ones. */
  readonly moreBytes: number;
}

/** Transformed weights: 36 numbers instead of 9, as float32. */
const MORE_BYTES = 4 * (36 - 9);

/**
 * The convolutions of a network that may be rewritten, the smallest weights first until the limit is reached: those stand
 * where the maps are large, so that a byte of weights saves most there.
 */
export function findConvolutions(
  nodes: readonly ReadNode[],
  weights: ReadonlyMap<string, readonly number[]>,
  { fewestChannels, moreBytes }: ConvolutionLimits,
): readonly PlainConvolution[] {
  const shapes = constantShapes(nodes, weights);
  const found = nodes
    .map((node) => asPlain(node, shapes))
    .filter((plain) => plain !== null)
    .filter(({ channelsIn, channelsOut }) => Math.min(channelsIn, channelsOut) >= fewestChannels)
    .sort((a, b) => a.channelsIn * a.channelsOut - b.channelsIn * b.channelsOut);
  let bytes = 0;
  return found.filter(({ channelsIn, channelsOut }) => {
    bytes += channelsIn * channelsOut * MORE_BYTES;
    return bytes <= moreBytes;
  });
}

/** Weights, and what our importer makes of stored halves: widened, and scaled by the batch norm. */
function constantShapes(
  nodes: readonly ReadNode[],
  weights: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, readonly number[]> {
  const shapes = new Map(weights);
  for (const { op, inputs, outputs } of nodes) {
    const known = inputs.map((name) => shapes.get(name));
    const [first] = known;
    if (first === undefined || known.includes(undefined)) continue;
    const isScale = op === 'Mul' && known.length === 2 && known[1]!.slice(1).every((size) => size === 1);
    if (op === 'Cast' || op === 'Identity' || isScale) shapes.set(outputs[0]!, first);
  }
  return shapes;
}

function asPlain(node: ReadNode, shapes: ReadonlyMap<string, readonly number[]>): PlainConvolution | null {
  const [channelsOut, channelsIn, ...kernel] = shapes.get(node.inputs[1] ?? '') ?? [];
  if (node.op !== 'Conv' || channelsOut === undefined || channelsIn === undefined) return null;
  const group = node.attributes.get('group') ?? 1;
  const isPlain =
    group === 1 &&
    !node.attributes.has('auto_pad') &&
    kernel.join() === '3,3' &&
    listOf(node, 'strides', [1, 1]).every((step) => step === 1) &&
    listOf(node, 'dilations', [1, 1]).every((step) => step === 1) &&
    listOf(node, 'pads', [0, 0, 0, 0]).every((pad) => pad === 1);
  return isPlain ? { node, channelsIn, channelsOut } : null;
}
