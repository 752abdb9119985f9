import { CheckpointError } from '../checkpoint-error';
import { createInlineWeight } from '../onnx/inline-weight';
import type { GraphAttribute, GraphNode, GraphWeight } from '../onnx/onnx-graph';
import { weightFromTensor } from '../onnx/weight-from-tensor';
import type { TorchTensor } from '../torch/torch-tensor';

/** YOLOv5x6 has 700 nodes. A pickle can name one block a million times in a few megabytes. */
const MOST_NODES = 20_000;

/** Collects nodes and weights while the layers are read; every name begins with the path of its module. */
export class YoloGraph {
  readonly nodes: GraphNode[] = [];
  readonly weights: GraphWeight[] = [];
  readonly #used = new Map<string, number>();
  #upsampleScales: string | null = null;

  /** Adds an operator and returns the name of its output. @throws CheckpointError when the network is far too large. */
  add(
    path: string,
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, GraphAttribute>> = {},
    output = this.#unique(`${path}/${op}`),
  ): string {
    if (this.nodes.length >= MOST_NODES) {
      throw new CheckpointError('too-large', `the network has more than ${MOST_NODES} operators`, path);
    }
    this.nodes.push({ op, inputs, outputs: [output], attributes });
    return output;
  }

  /** A tensor of the checkpoint, by reference. */
  tensor(name: string, tensor: TorchTensor): string {
    const unique = this.#unique(name);
    this.weights.push(weightFromTensor(unique, tensor));
    return unique;
  }

  /** Values that were computed here. */
  values(name: string, dims: readonly number[], values: Float32Array | BigInt64Array): string {
    const unique = this.#unique(name);
    this.weights.push(createInlineWeight(unique, dims, values));
    return unique;
  }

  /** Factors of a Resize that doubles height and width; there is one for all of them. */
  upsampleScales(): string {
    this.#upsampleScales ??= this.values('upsample-scales', [4], Float32Array.of(1, 1, 2, 2));
    return this.#upsampleScales;
  }

  #unique(name: string): string {
    const times = (this.#used.get(name) ?? 0) + 1;
    this.#used.set(name, times);
    return times === 1 ? name : this.#unique(`${name}:${times}`);
  }
}
