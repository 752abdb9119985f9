/** A dimension is a number, or a name when it may vary. */
export type GraphDimension = number | string;

/** Number types that we write, by the names of onnx-model.ts. */
export type GraphElementType = 'float32' | 'float16' | 'float64' | 'int64' | 'int32' | 'int8' | 'uint8' | 'bool';

/**
 * An attribute of a node: a whole number, a list of them, a float, or a text; `raw`: the attribute of a file that was read,
 * as it stands there, whatever it holds.
 */
export type GraphAttribute =
  number | readonly number[] | { readonly float: number } | { readonly text: string } | { readonly raw: Uint8Array };

/** One operator of the standard set (opset 17, unless the graph says another). */
export interface GraphNode {
  readonly op: string;
  /** '' leaves an optional input out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, GraphAttribute>>;
}

/** An input or output of the graph. */
export interface GraphPort {
  readonly name: string;
  readonly elementType: GraphElementType;
  readonly dims: readonly GraphDimension[];
}

/**
 * A constant of the graph. For the nodes that use it, it is of `elementType`; its bytes may be stored as float16 when the
 * nodes see float32: the writer then adds the Cast. All other types are stored as they are.
 */
export interface GraphWeight {
  readonly name: string;
  readonly elementType: GraphElementType;
  readonly dims: readonly number[];
  readonly data: GraphWeightData;
}

/** The bytes of a weight: row-major, little-endian, in `storedType`. */
export interface GraphWeightData {
  readonly storedType: GraphElementType;
  readonly byteLength: number;
  /** Where the bytes lie in the model file the graph was made from; null when they only exist here. */
  readonly range: { readonly start: number; readonly end: number } | null;
  read(): Promise<Uint8Array>;
}

/** A network on its way to an ONNX file. */
export interface OnnxGraph {
  readonly name: string;
  readonly inputs: readonly GraphPort[];
  readonly outputs: readonly GraphPort[];
  readonly nodes: readonly GraphNode[];
  readonly weights: readonly GraphWeight[];
  readonly metadata: Readonly<Record<string, string>>;
  /** Of a graph that was read from a file: the version of the operator set it is written in; absent = 17. */
  readonly opset?: number;
}

/**
 * Where the weights go.
 * - `external`: they stay in the model file they came from; `location` is its name as the runtime will know it.
 * - `single-file`: into the ONNX file; 'as-stored' keeps halves as halves, 'float32' widens them, 'float16' rounds
 *   large float32 weights to halves.
 */
export type WeightStorage =
  | { readonly kind: 'external'; readonly location: string }
  | { readonly kind: 'single-file'; readonly weights: 'as-stored' | 'float32' | 'float16' };
