import { CheckpointError } from '../checkpoint-error';
import { createInlineWeight } from '../onnx/inline-weight';
import type { GraphAttribute, GraphNode, GraphWeight } from '../onnx/onnx-graph';
import { weightFromTensor } from '../onnx/weight-from-tensor';
import type { TorchTensor } from '../torch/torch-tensor';
import type { GraphValue, GraphValueSource } from './graph-value';
import { checkElements, formatShape, type Shape, type Size } from './shape';

/** What a new node makes. */
export interface NodeResult {
  /** Path of the module that asks for it. */
  readonly module: string;
  readonly shape: Shape;
  readonly type?: 'float32' | 'int64';
  readonly numbers?: readonly Size[] | null;
}

/** The writer puts the halves of a weight under this name beside it. */
const HALVES = '/halves';
/** SpeciesNet has 860. */
const MOST_NODES = 50_000;

/** Collects the nodes and constants of a graph in the order of their making, which is an order they can be computed in. */
export class GraphBuilder {
  readonly #nodes: GraphNode[] = [];
  readonly #weights = new Map<string, GraphWeight>();
  readonly #taken = new Map<string, number>();

  /** `reserved` are names that the graph's inputs and outputs will have. */
  constructor(reserved: readonly string[]) {
    for (const name of reserved) this.#taken.set(name, 1);
  }

  get nodes(): readonly GraphNode[] {
    return this.#nodes;
  }

  /** The weights that nodes use, by name. */
  get weights(): ReadonlyMap<string, GraphWeight> {
    return this.#weights;
  }

  input(name: string, shape: Shape): GraphValue {
    return createValue(name, { module: name, shape }, { kind: 'input' });
  }

  /** A tensor of the file. It becomes part of the graph when a node uses it. */
  weight(module: string, tensor: TorchTensor, numbers: readonly number[] | null = null): GraphValue {
    const type = tensor.type === 'int64' ? 'int64' : 'float32';
    const result = { module, shape: tensor.dims, type, numbers } as const;
    return createValue(this.#uniqueName(module), result, { kind: 'weight', tensor });
  }

  /** A vector of whole numbers: axes, a shape. */
  numbers(module: string, values: readonly number[]): GraphValue {
    return this.#inline(module, 'int64', [values.length], BigInt64Array.from(values, BigInt));
  }

  scalar(module: string, value: number): GraphValue {
    return this.#inline(module, 'float32', [], Float32Array.of(value));
  }

  /** Adds an operator; null leaves an optional input out. @throws CheckpointError when its result would be too large. */
  node(
    op: string,
    inputs: readonly (GraphValue | null)[],
    result: NodeResult,
    attributes: Readonly<Record<string, GraphAttribute>> = {},
  ): GraphValue {
    checkElements(result.shape, result.module);
    if (this.#nodes.length >= MOST_NODES) {
      throw new CheckpointError('too-large', `expected at most ${MOST_NODES} operators`, result.module);
    }
    for (const input of inputs) if (input !== null) this.#use(input);
    const value = createValue(this.#uniqueName(result.module), result, { kind: 'node', op, inputs });
    const names = inputs.map((input) => input?.name ?? '');
    this.#nodes.push({ op, inputs: names, outputs: [value.name], attributes });
    return value;
  }

  /**
   * The same elements in another shape. When they had this shape before, that is the value again: a Squeeze and the
   * Reshape that undoes it leave no node that is needed.
   */
  reshape(value: GraphValue, shape: Shape, module: string): GraphValue {
    const before = value.forms.get(formatShape(shape));
    if (before !== undefined) return { ...before, module };
    const sizes = shape.map((size, axis) => (size !== 'batch' ? size : value.shape[axis] === 'batch' ? 0 : -1));
    if (sizes.filter((size) => size === -1).length > 1) {
      throw new CheckpointError('unsupported', `${formatShape(shape)} has more than one axis of pictures`, module);
    }
    const target = this.numbers(`${module}/shape`, sizes);
    const { name, source } = this.node('Reshape', [value, target], { module, shape });
    const reshaped: GraphValue = { name, source, module, shape, type: value.type, numbers: null, forms: value.forms };
    value.forms.set(formatShape(shape), reshaped);
    return reshaped;
  }

  #use(value: GraphValue): void {
    if (value.source.kind !== 'weight' || this.#weights.has(value.name)) return;
    this.#weights.set(value.name, weightFromTensor(value.name, value.source.tensor));
  }

  #inline(
    module: string,
    type: 'float32' | 'int64',
    shape: readonly number[],
    values: Float32Array | BigInt64Array,
  ): GraphValue {
    const name = this.#uniqueName(module);
    this.#weights.set(name, createInlineWeight(name, shape, values));
    return createValue(name, { module, shape, type }, { kind: 'numbers' });
  }

  /** A name that nothing else has, nor its halves. */
  #uniqueName(wanted: string): string {
    for (let name = wanted; ;) {
      const halves = `${name}${HALVES}`;
      if (!this.#taken.has(name) && !this.#taken.has(halves)) {
        this.#taken.set(name, 1).set(halves, 1);
        return name;
      }
      const times = (this.#taken.get(wanted) ?? 1) + 1;
      this.#taken.set(wanted, times);
      name = `${wanted}:${times}`;
    }
  }
}

function createValue(name: string, result: NodeResult, source: GraphValueSource): GraphValue {
  const { module, shape, type = 'float32', numbers = null } = result;
  const value: GraphValue = { name, shape, type, module, source, numbers, forms: new Map() };
  value.forms.set(formatShape(shape), value);
  return value;
}
