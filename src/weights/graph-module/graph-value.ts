import type { TorchTensor } from '../torch/torch-tensor';
import type { Shape, Size } from './shape';

/** Shapes and axes have a handful of numbers; longer lists are not kept. */
export const MOST_KNOWN_NUMBERS = 64;

/** A tensor of the network while its graph is being built. */
export interface GraphValue {
  /** Its name in the graph. */
  readonly name: string;
  readonly shape: Shape;
  /** What the nodes see: halves of a file are float32 here. */
  readonly type: 'float32' | 'int64';
  /** Path of the module that made it. */
  readonly module: string;
  readonly source: GraphValueSource;
  /** The whole numbers in it, when they are known: shapes and axes. */
  readonly numbers: readonly Size[] | null;
  /** The same elements in other shapes, by shape; shared by all of them. */
  readonly forms: Map<string, GraphValue>;
}

/** Where a tensor comes from. */
export type GraphValueSource =
  | { readonly kind: 'input' }
  | { readonly kind: 'weight'; readonly tensor: TorchTensor }
  | { readonly kind: 'numbers' }
  | { readonly kind: 'node'; readonly op: string; readonly inputs: readonly (GraphValue | null)[] };
