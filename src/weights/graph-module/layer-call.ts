import { CheckpointError } from '../checkpoint-error';
import type { GraphAttribute } from '../onnx/onnx-graph';
import type { PickleValue } from '../pickle/pickle-value';
import type { TorchModule } from '../torch/module-tree';
import { unexpected } from '../torch/typed-value';
import type { GraphBuilder } from './graph-builder';
import type { GraphValue } from './graph-value';
import { formatShape, isSameShape, type Shape, type Size } from './shape';

/** What layers are built with. */
export interface LayerContext {
  readonly builder: GraphBuilder;
  /** A module; each is read once, however often it is called. @throws CheckpointError */
  read(layer: PickleValue | undefined, where: string): TorchModule;
  /** A tensor of the file as a constant. @throws CheckpointError */
  constant(value: PickleValue, where: string): Promise<GraphValue>;
  /** What a module makes of its inputs. @throws CheckpointError */
  run(layer: PickleValue | undefined, where: string, inputs: LayerInputs): Promise<GraphValue>;
}

/** What a layer is given: by position, and by name. */
export interface LayerInputs {
  readonly inputs: readonly (GraphValue | null)[];
  readonly named: ReadonlyMap<string, GraphValue | null>;
}

/** One layer and what it is given: reads its attributes, weights and inputs, and adds its nodes. */
export class LayerCall {
  constructor(
    readonly context: LayerContext,
    readonly layer: TorchModule,
    /** Path of the layer, for messages and as the name of its result. */
    readonly where: string,
    /** As many as its `forward` has parameters; null = not given. */
    readonly inputs: readonly (GraphValue | null)[],
  ) {}

  /** An attribute and its path, for the readers of typed-value.ts: `intOf(...call.attribute('groups'))`. */
  attribute(name: string): [PickleValue | undefined, string] {
    return [this.layer.attributes.get(name), `${this.where}.${name}`];
  }

  /** An input of floating-point numbers. @throws CheckpointError when it has another type or number of axes. */
  floats(index = 0, rank: number | null = null): GraphValue {
    const input = this.given(index);
    if (input.type !== 'float32') throw this.refuse(`expected floating-point numbers, got ${input.type}`);
    if (rank === null || input.shape.length === rank) return input;
    throw this.refuse(`expected an input of ${rank} axes, got ${formatShape(input.shape)}`);
  }

  /** An input of any type. @throws CheckpointError when it is not given. */
  given(index = 0): GraphValue {
    const input = this.inputs[index] ?? null;
    if (input === null) throw this.refuse(`expected input ${index + 1}, got None`);
    return input;
  }

  /** The whole numbers of a vector that is known without running the network. @throws CheckpointError */
  knownNumbers(index: number): readonly Size[] {
    const { numbers, shape } = this.given(index);
    if (numbers !== null && shape.length === 1) return numbers;
    throw this.refuse(`expected input ${index + 1} to be a constant list of whole numbers`);
  }

  /** A weight of this shape. @throws CheckpointError when it is absent or has another shape or type. */
  async weight(name: string, dims: readonly number[]): Promise<GraphValue> {
    const weight = await this.optionalWeight(name, dims);
    if (weight === null) throw unexpected('a tensor', undefined, `${this.where}.${name}`);
    return weight;
  }

  async optionalWeight(name: string, dims: readonly number[]): Promise<GraphValue | null> {
    const value = this.layer.parameters.get(name) ?? this.layer.buffers.get(name);
    if (value === undefined) return null;
    const weight = await this.context.constant(value, `${this.where}.${name}`);
    if (weight.type === 'float32' && isSameShape(weight.shape, dims)) return weight;
    throw this.refuse(
      `expected ${name} to be float32 ${formatShape(dims)}, got ${weight.type} ${formatShape(weight.shape)}`,
    );
  }

  node(
    op: string,
    inputs: readonly (GraphValue | null)[],
    shape: Shape,
    attributes: Readonly<Record<string, GraphAttribute>> = {},
  ): GraphValue {
    return this.context.builder.node(op, inputs, { module: this.where, shape }, attributes);
  }

  refuse(problem: string): CheckpointError {
    return new CheckpointError('unsupported', problem, this.where);
  }
}
