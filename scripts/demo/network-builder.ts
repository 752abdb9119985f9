import { createInlineWeight } from '../../src/weights/onnx/inline-weight';
import type {
  GraphAttribute,
  GraphDimension,
  GraphNode,
  GraphWeight,
  OnnxGraph,
} from '../../src/weights/onnx/onnx-graph';

/** A float32 input or output. */
export interface Port {
  readonly name: string;
  readonly dims: readonly GraphDimension[];
}

/** Collects nodes and constants; each call returns the name of the new tensor. */
export interface NetworkBuilder {
  op(op: string, inputs: readonly string[], attributes?: Readonly<Record<string, GraphAttribute>>): string;
  floats(dims: readonly number[], data: readonly number[]): string;
  integers(data: readonly number[]): string;
  /** A 1x1 convolution: `rows[out][in]`, one bias per output. */
  mix(input: string, rows: readonly (readonly number[])[], bias: readonly number[]): string;
  /** Limits values to 0..1. */
  clip01(input: string): string;
  pool(kind: 'AveragePool' | 'MaxPool', input: string, size: number, stride: number): string;
  finish(
    name: string,
    input: Port,
    output: Port,
    result: string,
    metadata: Readonly<Record<string, string>>,
  ): OnnxGraph;
}

export function createNetworkBuilder(): NetworkBuilder {
  const nodes: GraphNode[] = [];
  const weights: GraphWeight[] = [];
  const builder: NetworkBuilder = {
    op(op, inputs, attributes = {}) {
      const output = `${op.toLowerCase()}_${nodes.length}`;
      nodes.push({ op, inputs, outputs: [output], attributes });
      return output;
    },
    floats(dims, data) {
      return addConstant(dims, Float32Array.from(data));
    },
    integers(data) {
      return addConstant([data.length], BigInt64Array.from(data, BigInt));
    },
    mix(input, rows, bias) {
      const weights = builder.floats([rows.length, rows[0]!.length, 1, 1], rows.flat());
      return builder.op('Conv', [input, weights, builder.floats([bias.length], bias)], { kernel_shape: [1, 1] });
    },
    clip01(input) {
      return builder.op('Clip', [input, builder.floats([], [0]), builder.floats([], [1])]);
    },
    pool(kind, input, size, stride) {
      const pad = stride === 1 ? (size - 1) / 2 : 0;
      return builder.op(kind, [input], {
        kernel_shape: [size, size],
        strides: [stride, stride],
        pads: [pad, pad, pad, pad],
      });
    },
    finish(name, input, output, result, metadata) {
      nodes.push({ op: 'Identity', inputs: [result], outputs: [output.name], attributes: {} });
      const inputs = [{ ...input, elementType: 'float32' as const }];
      const outputs = [{ ...output, elementType: 'float32' as const }];
      return { name, inputs, outputs, nodes, weights, metadata };
    },
  };
  function addConstant(dims: readonly number[], values: Float32Array | BigInt64Array): string {
    const name = `constant_${weights.length}`;
    weights.push(createInlineWeight(name, dims, values));
    return name;
  }
  return builder;
}
