import type { Attribute, Constant, Network, Node, Port } from './onnx-writer';

/** Collects nodes and constants; each call returns the name of the new tensor. */
export interface NetworkBuilder {
  op(op: string, inputs: readonly string[], attributes?: Readonly<Record<string, Attribute>>): string;
  floats(dims: readonly number[], data: readonly number[]): string;
  integers(data: readonly number[]): string;
  /** A 1x1 convolution: `rows[out][in]`, one bias per output. */
  mix(input: string, rows: readonly (readonly number[])[], bias: readonly number[]): string;
  /** Limits values to 0..1. */
  clip01(input: string): string;
  pool(kind: 'AveragePool' | 'MaxPool', input: string, size: number, stride: number): string;
  finish(name: string, input: Port, output: Port, result: string, metadata: Readonly<Record<string, string>>): Network;
}

export function createNetworkBuilder(): NetworkBuilder {
  const nodes: Node[] = [];
  const constants: Constant[] = [];
  const builder: NetworkBuilder = {
    op(op, inputs, attributes = {}) {
      const output = `${op.toLowerCase()}_${nodes.length}`;
      nodes.push({ op, inputs, output, attributes });
      return output;
    },
    floats(dims, data) {
      return addConstant({ dims, data: Float32Array.from(data) });
    },
    integers(data) {
      return addConstant({ dims: [data.length], data: BigInt64Array.from(data, BigInt) });
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
      nodes.push({ op: 'Identity', inputs: [result], output: output.name, attributes: {} });
      return { name, input, output, nodes, constants, metadata };
    },
  };
  function addConstant(constant: Omit<Constant, 'name'>): string {
    const name = `constant_${constants.length}`;
    constants.push({ name, ...constant });
    return name;
  }
  return builder;
}
