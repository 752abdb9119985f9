import { GraphReadError } from './graph-read-error';
import { createInlineWeight } from './inline-weight';
import type { GraphNode, GraphWeight, OnnxGraph } from './onnx-graph';
import { listAttribute } from './raw-attribute';

/** The first operator set in which a scale for each channel can be said. */
const WANTED = 13;
/** Between this one and 13 only the operators below mean something else. */
const OLDEST = 11;

/** Their list became an input: which attribute, and which input it is now (onnx 1.17, Changelog: version 13). */
const LISTS_THAT_BECAME_INPUTS: Readonly<Record<string, string>> = {
  Squeeze: 'axes',
  Unsqueeze: 'axes',
  ReduceSum: 'axes',
  Split: 'split',
};
/** Their default axis means something else since 13. */
const CHANGED_OPS = new Set(['Softmax', 'LogSoftmax', 'Hardmax']);

/**
 * The same graph in operator set 13, where it was written in 11 or 12, as most exports of YOLOv5 are; later ones stay.
 * @throws GraphReadError for older ones, and for operators that can't be said in 13 without knowing shapes
 */
export function upgradeOpset(graph: OnnxGraph): OnnxGraph {
  const { opset = WANTED } = graph;
  if (opset >= WANTED) return graph;
  if (opset < OLDEST) throw new GraphReadError(`operator set ${opset} is too old: ${OLDEST} or later is needed`);
  const weights: GraphWeight[] = [...graph.weights];
  const nodes = graph.nodes.map((node): GraphNode => {
    if (CHANGED_OPS.has(node.op)) throw new GraphReadError(`operator set ${opset} has another ${node.op} than 13`);
    const attribute = LISTS_THAT_BECAME_INPUTS[node.op];
    const list = attribute === undefined ? null : listAttribute(node, attribute);
    if (attribute === undefined || list === null) return node;
    const name = `${node.outputs[0]}/${attribute}`;
    weights.push(createInlineWeight(name, [list.length], BigInt64Array.from(list, BigInt)));
    const attributes = Object.fromEntries(Object.entries(node.attributes).filter(([key]) => key !== attribute));
    return { ...node, inputs: [...node.inputs, name], attributes };
  });
  return { ...graph, nodes, weights, opset: WANTED };
}
