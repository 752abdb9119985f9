import type { GraphNode, OnnxGraph } from '../onnx/onnx-graph';
import type { QuantisationPlan } from './plan-quantisation';
import type { ValueRange } from './quantisation-numbers';

/** A network that answers the ranges of its own inner tensors. */
export interface CalibrationGraph {
  readonly graph: OnnxGraph;
  /** Tensors by their name, in the order of the answers: the smallest value of each, then the largest of each. */
  readonly tensors: readonly string[];
  /** Names of the answers, each a single number. */
  readonly outputNames: readonly string[];
}

/**
 * A copy of a graph whose answers are the smallest and the largest value of each tensor that is to be calibrated: nothing of
 * a picture's size is kept, whatever the network. What only leads to the old answers is left out.
 */
export function createCalibrationGraph(graph: OnnxGraph, plan: QuantisationPlan): CalibrationGraph {
  const tensors = plan.tensors
    .filter(({ name, rangeOf, known }) => rangeOf === name && known === null)
    .map(({ name }) => name);
  const asked = (['min', 'max'] as const).flatMap((end) =>
    tensors.map((name) => ({
      name,
      output: `${name}/calibration-${end}`,
      op: end === 'min' ? 'ReduceMin' : 'ReduceMax',
    })),
  );
  const nodes: readonly GraphNode[] = [
    ...graph.nodes,
    ...asked.map(({ name, output, op }) => ({ op, inputs: [name], outputs: [output], attributes: { keepdims: 0 } })),
  ];
  const outputs = asked.map(({ output }) => ({ name: output, elementType: 'float32', dims: [] }) as const);
  return {
    graph: withoutUnused({ ...graph, nodes, outputs, metadata: {} }),
    tensors,
    outputNames: asked.map(({ output }) => output),
  };
}

/** Ranges of tensors, picture by picture. */
export class RangeCollector {
  readonly #tensors: readonly string[];
  readonly #ranges: { min: number; max: number }[];
  #pictures = 0;

  constructor(tensors: readonly string[]) {
    this.#tensors = tensors;
    this.#ranges = tensors.map(() => ({ min: Infinity, max: -Infinity }));
  }

  /** The answers of a calibration graph to one picture. @throws Error for a number that is not finite */
  add(answers: readonly number[]): void {
    const count = this.#tensors.length;
    for (const [index, range] of this.#ranges.entries()) {
      const min = answers[index];
      const max = answers[count + index];
      if (min === undefined || max === undefined || !Number.isFinite(min) || !Number.isFinite(max)) {
        throw new Error(`calibration: expected finite numbers of "${this.#tensors[index]}", got ${min} to ${max}`);
      }
      range.min = Math.min(range.min, min);
      range.max = Math.max(range.max, max);
    }
    this.#pictures++;
  }

  /** By the name of the tensor. @throws Error before the first picture */
  ranges(): ReadonlyMap<string, ValueRange> {
    if (this.#pictures === 0) throw new Error('calibration: expected at least one picture');
    return new Map(this.#tensors.map((name, index) => [name, this.#ranges[index]!]));
  }
}

/** A graph without operators and weights that its outputs do not need. */
export function withoutUnused(graph: OnnxGraph): OnnxGraph {
  const needed = new Set(graph.outputs.map(({ name }) => name));
  const nodes: GraphNode[] = [];
  for (const node of graph.nodes.toReversed()) {
    if (!node.outputs.some((output) => needed.has(output))) continue;
    for (const input of node.inputs) needed.add(input);
    nodes.push(node);
  }
  return { ...graph, nodes: nodes.reverse(), weights: graph.weights.filter(({ name }) => needed.has(name)) };
}
