/**
 * What the generated `forward` of a GraphModule does, as data: calls of its own modules, one after the other. There is
 * nothing else in it, so nothing has to be executed to know it.
 */
export interface ForwardProgram {
  readonly calls: readonly ModuleCall[];
  readonly result: ForwardValue;
}

/** One call of a module of the network. */
export interface ModuleCall {
  /** Names from the root to the module: ['SpeciesNet/dense/MatMul']. */
  readonly path: readonly string[];
  readonly inputs: readonly ForwardValue[];
  /** Keyword arguments. */
  readonly named: ReadonlyMap<string, ForwardValue>;
  /** Line of the code, from 1. */
  readonly line: number;
}

/** What a name of the code stands for. */
export type ForwardValue =
  | { readonly kind: 'input' }
  /** The result of `calls[index]`. */
  | { readonly kind: 'result'; readonly index: number }
  /** A tensor that lies in a module: ['initializers', 'onnx_initializer_7']. */
  | { readonly kind: 'attribute'; readonly path: readonly string[] }
  | { readonly kind: 'none' };
