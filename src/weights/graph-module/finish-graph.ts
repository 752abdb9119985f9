import { METADATA_KEYS, IMPORTER_VERSION } from '../imported-network';
import type { GraphNode, GraphPort, OnnxGraph } from '../onnx/onnx-graph';
import type { GraphBuilder } from './graph-builder';
import type { GraphValue } from './graph-value';

/** Names of the input and the outputs that a finished graph has. */
export const PORTS = { input: 'input', logits: 'logits', embedding: 'embedding' } as const;

/** The graph of what the two outputs need, with the outputs under their own names. Nodes that nothing needs are left out. */
export function finishGraph(
  builder: GraphBuilder,
  input: GraphValue,
  outputs: { readonly logits: GraphValue; readonly embedding: GraphValue },
): OnnxGraph {
  const renamed = new Map([
    [outputs.logits.name, PORTS.logits],
    [outputs.embedding.name, PORTS.embedding],
  ]);
  const rename = (name: string): string => renamed.get(name) ?? name;
  const needed = new Set(renamed.keys());
  const nodes: GraphNode[] = [];
  for (const node of builder.nodes.toReversed()) {
    if (!node.outputs.some((name) => needed.has(name))) continue;
    for (const name of node.inputs) needed.add(name);
    nodes.push({ ...node, inputs: node.inputs.map(rename), outputs: node.outputs.map(rename) });
  }
  return {
    name: 'graph-module',
    inputs: [portOf(PORTS.input, input)],
    outputs: [portOf(PORTS.logits, outputs.logits), portOf(PORTS.embedding, outputs.embedding)],
    nodes: nodes.reverse(),
    weights: [...builder.weights.values()].filter(({ name }) => needed.has(name)),
    metadata: { [METADATA_KEYS.importer]: IMPORTER_VERSION },
  };
}

function portOf(name: string, { shape, type }: GraphValue): GraphPort {
  return { name, elementType: type, dims: shape };
}
