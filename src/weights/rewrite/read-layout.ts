import type { ByteSource } from '../byte-source';
import { readOpset } from '../onnx-model';
import { ProtobufWalker } from '../protobuf-walk';
import { readNode, type ReadNode } from './read-node';

/** Bytes of the model file that stay as they are. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A field of the graph with its tag, and the node when it is one. */
export interface GraphField extends ByteRange {
  readonly node: ReadNode | null;
}

/** Where the parts of an ONNX file lie. The weights are not read. */
export interface ModelLayout {
  /** Version of the standard operator set; 0 when the file does not say. */
  readonly opset: number;
  /** The graph with its tag and length. */
  readonly graph: ByteRange;
  readonly fields: readonly GraphField[];
  /** Shape of every weight. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
  /** Names of the graph's inputs, in order; old files list weights among them. */
  readonly inputs: readonly string[];
}

/**
 * Reads the nodes of an ONNX file and where everything else lies (ModelProto: graph 7, opset_import 8; GraphProto: node 1,
 * initializer 5, input 11; onnx 1.17). @throws ProtobufError when it is cut off, Error when it holds no graph.
 */
export async function readLayout(source: ByteSource): Promise<ModelLayout> {
  const walker = new ProtobufWalker(source);
  let opset = 0;
  let graph: (ByteRange & { readonly from: number }) | null = null;
  for await (const field of walker.fields(0, source.size)) {
    if (field.kind === 'number') continue;
    if (field.tag === 7) graph = { start: field.at, end: field.end, from: field.start };
    if (field.tag === 8) opset = Math.max(opset, readOpset(await walker.read(field)));
  }
  if (graph === null) throw new Error('expected a graph in the ONNX file');
  const { start, end, from } = graph;
  return { opset, graph: { start, end }, ...(await readFields(walker, from, end)) };
}

async function readFields(walker: ProtobufWalker, from: number, end: number) {
  const fields: GraphField[] = [];
  const weights = new Map<string, readonly number[]>();
  const inputs: string[] = [];
  for await (const field of walker.fields(from, end)) {
    if (field.kind === 'number') throw new Error(`expected no number in the graph, got one at byte ${field.at}`);
    const node = field.tag === 1 ? readNode(await walker.read(field)) : null;
    if (field.tag === 5) await readWeight(walker, field, weights);
    if (field.tag === 11) inputs.push(await readName(walker, field));
    fields.push({ start: field.at, end: field.end, node });
  }
  return { fields, weights, inputs };
}

/** TensorProto: dims 1, name 8. Its numbers are jumped over. */
async function readWeight(walker: ProtobufWalker, field: ByteRange, weights: Map<string, readonly number[]>) {
  const dims: number[] = [];
  let name = '';
  for await (const part of walker.fields(field.start, field.end)) {
    if (part.kind === 'number' && part.tag === 1) dims.push(part.value);
    if (part.kind === 'bytes' && part.tag === 1) await readPackedDims(walker, part, dims);
    if (part.kind === 'bytes' && part.tag === 8) name = await walker.readText(part);
  }
  weights.set(name, dims);
}

async function readPackedDims(walker: ProtobufWalker, part: ByteRange, dims: number[]): Promise<void> {
  const reader = await walker.read(part);
  while (reader.pos < reader.length) dims.push(reader.readVarint());
}

/** ValueInfoProto: name 1. */
async function readName(walker: ProtobufWalker, field: ByteRange): Promise<string> {
  for await (const part of walker.fields(field.start, field.end)) {
    if (part.kind === 'bytes' && part.tag === 1) return walker.readText(part);
  }
  return '';
}
