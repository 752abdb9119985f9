import type { PbfReader } from 'pbf';
import type { ByteSource } from './byte-source';
import { ProtobufError, ProtobufWalker } from './protobuf-walk';

/** Element types that concern us, by their number in onnx.proto (TensorProto.DataType, onnx 1.17). */
const ELEMENT_TYPES: Readonly<Record<number, string>> = {
  1: 'float32',
  2: 'uint8',
  3: 'int8',
  6: 'int32',
  7: 'int64',
  10: 'float16',
  11: 'float64',
  16: 'bfloat16',
};

/** A number, the name of a dynamic dimension, or null when nothing is said. */
export type OnnxDimension = number | string | null;

/** An input or output of the graph. */
export interface OnnxValue {
  readonly name: string;
  /** 'float32', 'float16', …; 'type N' for a number that is not in our table. */
  readonly elementType: string;
  /** Null when the file declares no shape. */
  readonly dims: readonly OnnxDimension[] | null;
}

/** What an ONNX file says about itself; the weights are not read. */
export interface OnnxModel {
  /** For example 'pytorch 2.1.0'. */
  readonly producer: string;
  /** Version of the standard operator set; 0 when the file does not say. */
  readonly opset: number;
  readonly metadata: ReadonlyMap<string, string>;
  /** Without the weights that old files list among the inputs. */
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  /** True when inputs, outputs or weights are float16: a graphics adapter then needs shader-f16. */
  readonly usesFloat16: boolean;
  /** True when weights lie in a second file. */
  readonly hasExternalData: boolean;
  /** Names of the files in which weights lie, each once, in the order in which they come up. */
  readonly externalLocations: readonly string[];
}

/** The bytes are not an ONNX model, or end before it does. */
export class OnnxError extends Error {
  override readonly name = 'OnnxError';
}

interface Graph {
  readonly inputs: OnnxValue[];
  readonly outputs: OnnxValue[];
  readonly weightNames: Set<string>;
  readonly externalLocations: Set<string>;
  usesFloat16: boolean;
  hasExternalData: boolean;
}

/**
 * Reads names, shapes and metadata of an ONNX file through slices: the weights are jumped over, so a file of 600 MB
 * costs some kilobytes. Field numbers are those of onnx.proto (onnx 1.17): ModelProto, GraphProto, TensorProto.
 * @throws OnnxError when it is no ONNX file or is cut off.
 */
export async function readOnnxModel(source: ByteSource): Promise<OnnxModel> {
  try {
    return await readModel(new ProtobufWalker(source), source.size);
  } catch (error) {
    if (!(error instanceof ProtobufError)) throw error;
    throw new OnnxError(`this is no whole ONNX file: ${error.message}`, { cause: error });
  }
}

async function readModel(walker: ProtobufWalker, size: number): Promise<OnnxModel> {
  let irVersion = 0;
  let opset = 0;
  const producer: string[] = [];
  const metadata = new Map<string, string>();
  let graph: Graph | null = null;
  for await (const field of walker.fields(0, size)) {
    if (field.kind === 'number') {
      if (field.tag === 1) irVersion = field.value;
      continue;
    }
    if (field.tag === 2 || field.tag === 3) producer.push(await walker.readText(field));
    if (field.tag === 7) graph = await readGraph(walker, field.start, field.end);
    if (field.tag === 8) opset = Math.max(opset, readOpset(await walker.read(field)));
    if (field.tag === 14) readStringEntry(await walker.read(field), metadata);
  }
  if (irVersion === 0 || graph === null) throw new OnnxError('this is no ONNX file: it holds no graph');
  const { weightNames } = graph;
  const inputs = graph.inputs.filter(({ name }) => !weightNames.has(name));
  const usesFloat16 =
    graph.usesFloat16 || [...inputs, ...graph.outputs].some(({ elementType }) => elementType === 'float16');
  return {
    producer: producer.join(' ').trim(),
    opset,
    metadata,
    inputs,
    outputs: graph.outputs,
    usesFloat16,
    hasExternalData: graph.hasExternalData,
    externalLocations: [...graph.externalLocations],
  };
}

async function readGraph(walker: ProtobufWalker, start: number, end: number): Promise<Graph> {
  const graph: Graph = {
    inputs: [],
    outputs: [],
    weightNames: new Set(),
    externalLocations: new Set(),
    usesFloat16: false,
    hasExternalData: false,
  };
  for await (const field of walker.fields(start, end)) {
    if (field.kind === 'number') continue;
    if (field.tag === 5) await readWeight(walker, field, graph);
    if (field.tag === 11) graph.inputs.push(readValue(await walker.read(field)));
    if (field.tag === 12) graph.outputs.push(readValue(await walker.read(field)));
  }
  return graph;
}

/** TensorProto: data_type 2, name 8, external_data 13, data_location 14 (1 = EXTERNAL); its numbers are jumped over. */
async function readWeight(walker: ProtobufWalker, field: { start: number; end: number }, graph: Graph): Promise<void> {
  const external = new Map<string, string>();
  let isExternal = false;
  for await (const part of walker.fields(field.start, field.end)) {
    if (part.kind === 'bytes') {
      if (part.tag === 8) graph.weightNames.add(await walker.readText(part));
      if (part.tag === 13) readStringEntry(await walker.read(part), external);
    } else {
      if (part.tag === 2 && part.value === 10) graph.usesFloat16 = true;
      if (part.tag === 14) isExternal = part.value === 1;
    }
  }
  if (!isExternal) return;
  graph.hasExternalData = true;
  const location = external.get('location');
  if (location !== undefined) graph.externalLocations.add(location);
}

/** OperatorSetIdProto; 0 for operator sets other than the standard one. */
export function readOpset(reader: PbfReader): number {
  const result = { domain: '', version: 0 };
  reader.readFields((tag, into, from) => {
    if (tag === 1) into.domain = from.readString();
    if (tag === 2) into.version = from.readVarint();
  }, result);
  return result.domain === '' || result.domain === 'ai.onnx' ? result.version : 0;
}

/** StringStringEntryProto: an entry of the metadata, or of external_data. */
export function readStringEntry(reader: PbfReader, into: Map<string, string>): void {
  const entry = { key: '', value: '' };
  reader.readFields((tag, result, from) => {
    if (tag === 1) result.key = from.readString();
    if (tag === 2) result.value = from.readString();
  }, entry);
  into.set(entry.key, entry.value);
}

/** ValueInfoProto: name 1, type 2 { tensor_type 1 { elem_type 1, shape 2 { dim 1 { dim_value 1, dim_param 2 } } } }. */
function readValue(reader: PbfReader): OnnxValue {
  const value: { name: string; elementType: string; dims: OnnxDimension[] | null } = {
    name: '',
    elementType: 'type 0',
    dims: null,
  };
  reader.readFields((tag, _, from) => {
    if (tag === 1) value.name = from.readString();
    if (tag === 2) from.readMessage(readType, value);
  }, value);
  return value;
}

function readType(tag: number, value: { elementType: string; dims: OnnxDimension[] | null }, reader: PbfReader): void {
  if (tag !== 1) return;
  reader.readMessage((innerTag, into, from) => {
    if (innerTag === 1) {
      const type = from.readVarint();
      into.elementType = ELEMENT_TYPES[type] ?? `type ${type}`;
    }
    if (innerTag === 2) into.dims = from.readMessage(readDimension, []);
  }, value);
}

function readDimension(tag: number, dims: OnnxDimension[], reader: PbfReader): void {
  if (tag !== 1) return;
  const dimension: { said: OnnxDimension } = { said: null };
  reader.readMessage((innerTag, into, from) => {
    if (innerTag === 1) into.said = from.readVarint();
    if (innerTag === 2) into.said = from.readString();
  }, dimension);
  dims.push(dimension.said);
}
