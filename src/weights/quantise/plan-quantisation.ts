import { GraphReadError } from '../onnx/graph-read-error';
import type { GraphNode, GraphWeight, OnnxGraph } from '../onnx/onnx-graph';
import { textAttribute } from '../onnx/raw-attribute';

/** A convolution that will compute with whole numbers. */
export interface PlannedConvolution {
  readonly node: GraphNode;
  readonly weight: ConstantTensor;
  readonly bias: ConstantTensor | null;
}

/** A float tensor that never changes: its weight, directly or through a Cast from halves. */
export interface ConstantTensor {
  readonly dims: readonly number[];
  readonly weight: GraphWeight;
}

/** What of a graph is quantised. */
export interface QuantisationPlan {
  readonly convolutions: readonly PlannedConvolution[];
  /** Tensors between the layers that become uint8, in the order of the graph. */
  readonly tensors: readonly PlannedTensor[];
}

/** A tensor that becomes uint8. */
export interface PlannedTensor {
  readonly name: string;
  /** The tensor whose range it shares, because an operator only moves its values; its own name when it has a range itself. */
  readonly rangeOf: string;
  /** Known without looking: a Sigmoid gives 0 to 1. Null = it must be calibrated. */
  readonly known: 'unit' | null;
  /** What follows is SiLU, x * sigmoid(x): below -8 it is within 0.003 of zero, so that the range need not go further down. */
  readonly isBeforeSilu: boolean;
}

/** Operators that an engine computes with whole numbers when uint8 goes in and comes out (onnxruntime 1.30, QDQ). */
const WHOLE_NUMBER_OPS = new Set([
  'Conv',
  'Add',
  'Mul',
  'Sigmoid',
  'Concat',
  'MaxPool',
  'AveragePool',
  'GlobalAveragePool',
  'Resize',
  'LeakyRelu',
]);
/** Operators that only move values: what comes out has the range of what goes in. */
const MOVING_OPS = new Set(['MaxPool']);
/** Their answer says something of a tensor, but is none of its kind. */
const ASKING_OPS = new Set([
  'Shape',
  'Size',
  'ArgMax',
  'ArgMin',
  'NonMaxSuppression',
  'Cast',
  'Equal',
  'Greater',
  'Less',
]);
/** Operators of several pictures: whichever input is one makes the output one. */
const JOINING_OPS = new Set(['Add', 'Sub', 'Mul', 'Div', 'Concat', 'Max', 'Min', 'Where', 'Sum']);

/** ONNX calls the type of a Cast by its number; it stands in the attribute `to`. */
const HALVES_TO_FLOATS = { from: 'float16', to: 'float32' } as const;

/**
 * Plans int8 for a detector: every convolution after which another one comes, and what lies between them. The last ones,
 * and all that makes boxes of their answers, stay float: a step of a uint8 is a hundredth of the size of a box there.
 * @throws GraphReadError when nothing would be left to do
 */
export function planQuantisation(graph: OnnxGraph): QuantisationPlan {
  if (graph.inputs.some(({ elementType }) => elementType !== 'float32')) {
    throw new GraphReadError('the network does not take float32 pictures');
  }
  const constants = findConstants(graph);
  const pictures = findPictures(graph, constants);
  const before = findBeforeLast(graph, pictures);
  const convolutions = graph.nodes.flatMap((node): PlannedConvolution[] => {
    const weight = constants.get(node.inputs[1] ?? '');
    if (node.op !== 'Conv' || !before.has(node) || weight?.dims.length !== 4) return [];
    const biasName = node.inputs[2] ?? '';
    const bias = biasName === '' ? null : constants.get(biasName);
    return bias === undefined ? [] : [{ node, weight, bias }];
  });
  if (convolutions.length === 0) throw new GraphReadError('no convolution of it can be computed with whole numbers');
  return { convolutions, tensors: planTensors(graph, { pictures, before, convolutions }) };
}

function planTensors(
  graph: OnnxGraph,
  {
    pictures,
    before,
    convolutions,
  }: {
    readonly pictures: ReadonlySet<string>;
    readonly before: ReadonlySet<GraphNode>;
    readonly convolutions: readonly PlannedConvolution[];
  },
): readonly PlannedTensor[] {
  const answers = new Set(graph.outputs.map(({ name }) => name));
  const planned = new Set(convolutions.map(({ node }) => node));
  const silus = findSiluInputs(graph);
  const tensors = new Map<string, PlannedTensor>();
  const add = (name: string, how: Partial<PlannedTensor> = {}): void => {
    if (answers.has(name) || !pictures.has(name) || tensors.has(name)) return;
    tensors.set(name, { name, rangeOf: name, known: null, isBeforeSilu: silus.has(name), ...how });
  };
  for (const node of graph.nodes) {
    if (!before.has(node) || !WHOLE_NUMBER_OPS.has(node.op) || (node.op === 'Conv' && !planned.has(node))) continue;
    for (const input of node.op === 'Conv' || node.op === 'Resize' ? node.inputs.slice(0, 1) : node.inputs) add(input);
    const [output] = node.outputs;
    const [input] = node.inputs;
    if (output === undefined || input === undefined) continue;
    if (node.op === 'Sigmoid') add(output, { known: 'unit' });
    else if (onlyMoves(node)) add(output, { rangeOf: tensors.get(input)?.rangeOf ?? output });
    else add(output);
  }
  return [...tensors.values()];
}

/** An operator that takes each of its values from its input. */
function onlyMoves(node: GraphNode): boolean {
  return (
    MOVING_OPS.has(node.op) ||
    (node.op === 'Resize' && textAttribute(node, 'mode') !== 'linear' && textAttribute(node, 'mode') !== 'cubic')
  );
}

/** Weights by name, and what a Cast makes floats of. */
function findConstants({ weights, nodes }: OnnxGraph): ReadonlyMap<string, ConstantTensor> {
  const byName = new Map(weights.map((weight) => [weight.name, weight]));
  const constants = new Map<string, ConstantTensor>();
  for (const weight of weights) {
    if (weight.elementType === HALVES_TO_FLOATS.to) constants.set(weight.name, { dims: weight.dims, weight });
  }
  for (const { op, inputs, outputs } of nodes) {
    const weight = byName.get(inputs[0] ?? '');
    const [output] = outputs;
    if (op !== 'Cast' || output === undefined || weight?.elementType !== HALVES_TO_FLOATS.from) continue;
    constants.set(output, { dims: weight.dims, weight });
  }
  return constants;
}

/** Tensors that are made of the picture, without those that only say something about one. */
function findPictures(graph: OnnxGraph, constants: ReadonlyMap<string, ConstantTensor>): ReadonlySet<string> {
  const pictures = new Set(graph.inputs.map(({ name }) => name));
  for (const { op, inputs, outputs } of graph.nodes) {
    if (ASKING_OPS.has(op)) continue;
    const sources = JOINING_OPS.has(op) ? inputs : inputs.slice(0, 1);
    if (!sources.some((name) => pictures.has(name) && !constants.has(name))) continue;
    for (const output of outputs) pictures.add(output);
  }
  return pictures;
}

/** Operators after which a convolution of the picture comes. */
function findBeforeLast({ nodes }: OnnxGraph, pictures: ReadonlySet<string>): ReadonlySet<GraphNode> {
  const needed = new Set<string>();
  const before = new Set<GraphNode>();
  for (const node of nodes.toReversed()) {
    const leads = node.outputs.some((output) => needed.has(output));
    if (leads) before.add(node);
    const isConvolution = node.op === 'Conv' && pictures.has(node.inputs[0] ?? '');
    if (!leads && !isConvolution) continue;
    for (const input of node.inputs) if (pictures.has(input)) needed.add(input);
  }
  return before;
}

/** Tensors x that go nowhere but into x * sigmoid(x). */
function findSiluInputs({ nodes }: OnnxGraph): ReadonlySet<string> {
  const users = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    for (const input of new Set(node.inputs)) users.set(input, [...(users.get(input) ?? []), node]);
  }
  const silus = new Set<string>();
  for (const [name, nodesOf] of users) {
    const sigmoid = nodesOf.find(({ op }) => op === 'Sigmoid');
    const product = nodesOf.find(({ op }) => op === 'Mul');
    if (nodesOf.length !== 2 || sigmoid === undefined || product === undefined) continue;
    if (product.inputs.includes(sigmoid.outputs[0] ?? '')) silus.add(name);
  }
  return silus;
}
