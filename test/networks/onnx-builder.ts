import { joinBytes } from '../../src/weights/onnx/join-bytes';
import { createInlineWeight } from '../../src/weights/onnx/inline-weight';
import type { GraphNode, GraphPort } from '../../src/weights/onnx/onnx-graph';
import { planOnnx } from '../../src/weights/onnx/write-onnx';

/** A node with one output and, at most, whole numbers and lists of them as attributes. */
export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: GraphNode['attributes'];
}

export interface OnnxPort {
  readonly name: string;
  readonly type: 'float32' | 'float16';
  readonly dims: GraphPort['dims'];
}

/** `Uint16Array` holds the bits of halves that the nodes see as float32. */
export interface OnnxWeight {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data: Float32Array | BigInt64Array | Uint16Array;
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
  readonly weights: readonly OnnxWeight[];
  readonly metadata?: Readonly<Record<string, string>>;
}

/** The small networks that tests need, written by the app's own writer: at once, because their weights are in memory. */
export function buildOnnx(graph: OnnxGraph): Uint8Array<ArrayBuffer> {
  const bytesByName = new Map(
    graph.weights.map(({ name, data }) => [name, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]),
  );
  const pieces = planOnnx(
    {
      name: 'graph',
      inputs: graph.inputs.map(portOf),
      outputs: graph.outputs.map(portOf),
      nodes: graph.nodes.map(({ op, inputs, output, attributes }) => ({
        op,
        inputs,
        outputs: [output],
        attributes: attributes ?? {},
      })),
      weights: graph.weights.map(({ name, dims, data }) => createInlineWeight(name, dims, data)),
      metadata: graph.metadata ?? {},
    },
    { kind: 'single-file', weights: 'as-stored' },
  );
  return joinBytes(pieces.map((piece) => (piece instanceof Uint8Array ? piece : bytesByName.get(piece.weight.name)!)));
}

function portOf({ name, type, dims }: OnnxPort): GraphPort {
  return { name, elementType: type, dims };
}
