import { createInlineWeight } from '../onnx/inline-weight';
import type { GraphAttribute, GraphNode, GraphWeight } from '../onnx/onnx-graph';

/** Nodes and constants that go into a graph. */
export interface GraphPart {
  readonly nodes: readonly GraphNode[];
  readonly weights: readonly GraphWeight[];
}

/** Collects a part of a graph; every name in it begins with the part's own. */
export interface PartBuilder {
  /** A node of one output. @returns the output's name */
  add(
    op: string,
    name: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, GraphAttribute>>,
  ): string;
  /** A constant list of whole numbers. @returns its name */
  numbers(name: string, values: readonly number[]): string;
  readonly part: GraphPart;
}

/** Begins a part. */
export function createPart(prefix: string): PartBuilder {
  const nodes: GraphNode[] = [];
  const weights: GraphWeight[] = [];
  return {
    part: { nodes, weights },
    add(op, name, inputs, attributes = {}) {
      const output = `${prefix}/${name}`;
      nodes.push({ op, inputs, outputs: [output], attributes });
      return output;
    },
    numbers(name, values) {
      const full = `${prefix}/${name}`;
      weights.push(createInlineWeight(full, [values.length], BigInt64Array.from(values, BigInt)));
      return full;
    },
  };
}
