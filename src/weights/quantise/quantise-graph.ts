import { copyBuffer } from '../copy-buffer';
import { fromFloat16Bits } from '../float16';
import { createInlineWeight } from '../onnx/inline-weight';
import type { GraphNode, GraphWeight, OnnxGraph } from '../onnx/onnx-graph';
import { withoutUnused } from './calibration-graph';
import type { ConstantTensor, PlannedTensor, QuantisationPlan } from './plan-quantisation';
import {
  biasScale,
  quantisationOf,
  quantiseBias,
  quantiseWeights,
  type Quantisation,
  type ValueRange,
} from './quantisation-numbers';

/** Raised whenever the same detector and pictures would give another file. */
export const QUANTISER_VERSION = '1';
/** Key of the metadata that a quantised file carries: how a reader knows it. */
const QUANTISER_KEY = 'understory.quantiser';

/** SiLU of less is within 0.003 of zero: a range that reaches further down wastes steps. */
const LOWEST_BEFORE_SILU = -8;

/** What a quantised graph is made of besides the graph. */
export interface QuantiseOptions {
  readonly plan: QuantisationPlan;
  /** Of each tensor that was to be calibrated. */
  readonly ranges: ReadonlyMap<string, ValueRange>;
  /** Convolutions that are done, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * A detector that computes with whole numbers: int8 weights with a scale for each output channel, uint8 between the layers,
 * int32 biases, as pairs of QuantizeLinear and DequantizeLinear that engines recognise. Inputs, outputs and their names stay.
 * @throws Error when a range is missing
 */
export async function quantiseGraph(
  graph: OnnxGraph,
  { plan, ranges, onProgress }: QuantiseOptions,
): Promise<OnnxGraph> {
  const quantisations = new Map(
    plan.tensors.map((tensor) => [tensor.name, quantisationOfTensor(tensor, plan, ranges)]),
  );
  const weights: GraphWeight[] = [...graph.weights];
  const convolutions = new Map<
    GraphNode,
    { readonly nodes: readonly GraphNode[]; readonly inputs: readonly string[] }
  >();
  for (const [index, { node, weight, bias }] of plan.convolutions.entries()) {
    const input = quantisations.get(node.inputs[0]!);
    if (input === undefined) throw new Error(`quantise: expected a range of "${node.inputs[0]}"`);
    convolutions.set(node, await quantiseConvolution(node, { weight, bias, input }, weights));
    onProgress?.(index + 1, plan.convolutions.length);
  }
  const nodes: GraphNode[] = [];
  const quantised = (name: string): string => (quantisations.has(name) ? `${name}/real` : name);
  const addPair = (name: string): void => {
    const quantisation = quantisations.get(name);
    if (quantisation === undefined) return;
    weights.push(...parametersOf(name, quantisation));
    const parameters = [`${name}/scale`, `${name}/zero`];
    nodes.push(
      { op: 'QuantizeLinear', inputs: [name, ...parameters], outputs: [`${name}/steps`], attributes: {} },
      { op: 'DequantizeLinear', inputs: [`${name}/steps`, ...parameters], outputs: [`${name}/real`], attributes: {} },
    );
  };
  for (const { name } of graph.inputs) addPair(name);
  for (const node of graph.nodes) {
    const convolution = convolutions.get(node);
    const inputs =
      convolution === undefined ? node.inputs.map(quantised) : [quantised(node.inputs[0]!), ...convolution.inputs];
    nodes.push(...(convolution?.nodes ?? []), { ...node, inputs });
    for (const output of node.outputs) addPair(output);
  }
  return withoutUnused({
    ...graph,
    nodes,
    weights,
    metadata: { ...graph.metadata, [QUANTISER_KEY]: QUANTISER_VERSION },
  });
}

function quantisationOfTensor(
  { rangeOf }: PlannedTensor,
  { tensors }: QuantisationPlan,
  ranges: ReadonlyMap<string, ValueRange>,
): Quantisation {
  const root = tensors.find(({ name }) => name === rangeOf)!;
  if (root.known === 'unit') return quantisationOf({ min: 0, max: 1 });
  const range = ranges.get(rangeOf);
  if (range === undefined) throw new Error(`quantise: expected a range of "${rangeOf}"`);
  return quantisationOf(root.isBeforeSilu ? { ...range, min: Math.max(range.min, LOWEST_BEFORE_SILU) } : range);
}

async function quantiseConvolution(
  node: GraphNode,
  parts: { readonly weight: ConstantTensor; readonly bias: ConstantTensor | null; readonly input: Quantisation },
  weights: GraphWeight[],
): Promise<{ readonly nodes: readonly GraphNode[]; readonly inputs: readonly string[] }> {
  const { weight, bias, input } = parts;
  const [channels] = weight.dims;
  const name = node.outputs[0]!;
  const biases = bias === null ? null : await readFloats(bias);
  const { values, scales } = quantiseWeights(await readFloats(weight), channels!, input.scale, biases);
  const kernel = `${name}/kernel`;
  weights.push(
    createInlineWeight(`${kernel}-steps`, weight.dims, values),
    createInlineWeight(`${kernel}-scale`, [channels!], scales),
    createInlineWeight(`${kernel}-zero`, [channels!], new Int8Array(channels!)),
  );
  const nodes = [dequantise(kernel)];
  if (biases === null) return { nodes, inputs: [`${kernel}-real`] };
  const offset = `${name}/bias`;
  weights.push(
    createInlineWeight(`${offset}-steps`, [channels!], quantiseBias(biases, input.scale, scales)),
    createInlineWeight(
      `${offset}-scale`,
      [channels!],
      scales.map((scale) => biasScale(input.scale, scale)),
    ),
    createInlineWeight(`${offset}-zero`, [channels!], new Int32Array(channels!)),
  );
  return { nodes: [...nodes, dequantise(offset)], inputs: [`${kernel}-real`, `${offset}-real`] };
}

function dequantise(name: string): GraphNode {
  return {
    op: 'DequantizeLinear',
    inputs: [`${name}-steps`, `${name}-scale`, `${name}-zero`],
    outputs: [`${name}-real`],
    attributes: { axis: 0 },
  };
}

function parametersOf(name: string, { scale, zeroPoint }: Quantisation): readonly GraphWeight[] {
  return [
    createInlineWeight(`${name}/scale`, [], Float32Array.of(scale)),
    createInlineWeight(`${name}/zero`, [], Uint8Array.of(zeroPoint)),
  ];
}

async function readFloats({ weight }: ConstantTensor): Promise<Float32Array> {
  const bytes = copyBuffer(await weight.data.read());
  return weight.data.storedType === 'float16' ? fromFloat16Bits(new Uint16Array(bytes)) : new Float32Array(bytes);
}
