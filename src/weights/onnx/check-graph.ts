import type { GraphElementType, GraphWeight, OnnxGraph } from './onnx-graph';

/** Bytes of one element. */
export const ELEMENT_BYTES: Readonly<Record<GraphElementType, number>> = {
  float16: 2,
  float32: 4,
  float64: 8,
  int64: 8,
  int32: 4,
  int8: 1,
  uint8: 1,
  bool: 1,
};

/** The name under which the halves of a weight lie in the file when its nodes see float32. */
export function halvesName(weight: GraphWeight): string {
  return `${weight.name}/halves`;
}

/**
 * Makes sure that a graph can be written: every tensor is defined once and before it is used, every output exists, and
 * the bytes of every weight fit its shape. A graph that fails is a bug of its builder.
 * @throws Error that names the node, the tensor or the weight.
 */
export function checkGraph(graph: OnnxGraph): void {
  const defined = new Set<string>();
  const define = (name: string, by: string): void => {
    if (name === '') throw new Error(`${by}: expected a name, got none`);
    if (defined.has(name)) throw new Error(`${by}: "${name}" is defined a second time`);
    defined.add(name);
  };
  for (const input of graph.inputs) define(input.name, 'input');
  for (const weight of graph.weights) {
    checkWeight(weight);
    define(weight.name, 'weight');
    define(halvesName(weight), 'weight');
  }
  for (const { op, inputs, outputs } of graph.nodes) {
    const missing = inputs.find((name) => name !== '' && !defined.has(name));
    const by = `${op} "${outputs[0] ?? ''}"`;
    if (missing !== undefined) throw new Error(`${by}: its input "${missing}" is not defined before it`);
    if (outputs.length === 0) throw new Error(`${by}: expected an output, got none`);
    for (const output of outputs) define(output, by);
  }
  const missing = graph.outputs.find(({ name }) => !defined.has(name));
  if (missing !== undefined) throw new Error(`output "${missing.name}" is not defined by any node`);
}

function checkWeight({ name, dims, elementType, data }: GraphWeight): void {
  const expected = dims.reduce((count, dim) => count * dim, 1) * ELEMENT_BYTES[data.storedType];
  if (data.byteLength !== expected) {
    throw new Error(`weight "${name}": expected ${expected} bytes for [${dims.join(', ')}], got ${data.byteLength}`);
  }
  const inFile = data.range === null ? expected : data.range.end - data.range.start;
  if (inFile !== expected) throw new Error(`weight "${name}": expected a range of ${expected} bytes, got ${inFile}`);
  const isHalved = elementType === 'float32' && data.storedType === 'float16';
  if (elementType !== data.storedType && !isHalved) {
    throw new Error(`weight "${name}": ${elementType} can't be stored as ${data.storedType}`);
  }
}
