import { PbfWriter } from 'pbf';
import { checkGraph, halvesName } from './check-graph';
import { joinBytes } from './join-bytes';
import type { GraphNode, OnnxGraph, WeightStorage } from './onnx-graph';
import { writeEntry, writeNode, writeOpset, writePort, writeTensorHead } from './onnx-messages';
import { storeWeight, type StoredWeight } from './stored-weight';

const IR_VERSION = 8;
const OPSET = 17;
const PRODUCER = 'understory';
/** ONNX calls the type of a Cast by its number. */
const CAST_TO_FLOAT32 = 1;
/** Wire type of texts, bytes and messages: a length comes first. */
const LENGTH_DELIMITED = 2;
/** Small pieces are handed on together once there are this many bytes. */
const GATHER_BYTES = 256 * 1024;

/** A piece of the file: bytes, or a weight whose bytes are still to be read. */
export type OnnxPiece = Uint8Array | StoredWeight;

/**
 * Writes a graph as an ONNX file (IR 8, opset 17), piece by piece: at most one weight is in memory at a time. The same
 * graph gives the same bytes. Halves that the nodes see as float32 are followed by a Cast; `float16` rounds float32
 * weights of 4096 elements and more. External weights are referred to by their byte range in the model file; those
 * without a range, and whole numbers, lie in the ONNX file all the same.
 * @throws Error when the graph is not well formed, or a weight turns out to have another size than it said.
 */
export async function* writeOnnx(graph: OnnxGraph, storage: WeightStorage): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let size = 0;
  for (const piece of planOnnx(graph, storage)) {
    const bytes = piece instanceof Uint8Array ? piece : await readWeight(piece);
    if (bytes.length >= GATHER_BYTES) {
      if (size > 0) yield joinBytes(gathered);
      gathered = [];
      size = 0;
      yield bytes;
      continue;
    }
    gathered.push(bytes);
    size += bytes.length;
    if (size >= GATHER_BYTES) {
      yield joinBytes(gathered);
      gathered = [];
      size = 0;
    }
  }
  if (size > 0) yield joinBytes(gathered);
}

/** The whole file as a list of pieces: all lengths are known before any weight is read. */
export function planOnnx(graph: OnnxGraph, storage: WeightStorage): readonly OnnxPiece[] {
  checkGraph(graph);
  const pieces = graphPieces(graph, storage);
  const head = new PbfWriter();
  head.writeVarintField(1, IR_VERSION);
  head.writeStringField(2, PRODUCER);
  head.writeTag(7, LENGTH_DELIMITED);
  head.writeVarint(pieces.reduce((sum, piece) => sum + sizeOf(piece), 0));
  const tail = new PbfWriter();
  tail.writeMessage(8, writeOpset, graph.opset ?? OPSET);
  for (const entry of Object.entries(graph.metadata)) tail.writeMessage(14, writeEntry, entry);
  return [head.finish(), ...pieces, tail.finish()];
}

/** GraphProto: node 1, name 2, initializer 5, input 11, output 12. */
function graphPieces(graph: OnnxGraph, storage: WeightStorage): readonly OnnxPiece[] {
  const weights = graph.weights.map((weight) => storeWeight(weight, storage));
  const nodes = new PbfWriter();
  for (const cast of weights.filter(needsCast).map(castOf)) nodes.writeMessage(1, writeNode, cast);
  for (const node of graph.nodes) nodes.writeMessage(1, writeNode, node);
  nodes.writeStringField(2, graph.name);
  const ports = new PbfWriter();
  for (const input of graph.inputs) ports.writeMessage(11, writePort, input);
  for (const output of graph.outputs) ports.writeMessage(12, writePort, output);
  return [nodes.finish(), ...weights.flatMap(tensorPieces), ports.finish()];
}

/** One initializer: its head, and its numbers (raw_data 9) unless they lie in another file. */
function tensorPieces(stored: StoredWeight): readonly OnnxPiece[] {
  const { weight, storedType, external, byteLength } = stored;
  const tensor = new PbfWriter();
  const name = needsCast(stored) ? halvesName(weight) : weight.name;
  writeTensorHead({ name, dims: weight.dims, elementType: storedType, external }, tensor);
  if (external === null) {
    tensor.writeTag(9, LENGTH_DELIMITED);
    tensor.writeVarint(byteLength);
  }
  const head = tensor.finish();
  const frame = new PbfWriter();
  frame.writeTag(5, LENGTH_DELIMITED);
  frame.writeVarint(head.length + byteLength);
  return external === null ? [frame.finish(), head, stored] : [frame.finish(), head];
}

function needsCast({ weight, storedType }: StoredWeight): boolean {
  return storedType !== weight.elementType;
}

function castOf({ weight }: StoredWeight): GraphNode {
  return { op: 'Cast', inputs: [halvesName(weight)], outputs: [weight.name], attributes: { to: CAST_TO_FLOAT32 } };
}

function sizeOf(piece: OnnxPiece): number {
  return piece instanceof Uint8Array ? piece.length : piece.byteLength;
}

async function readWeight({ weight, byteLength, encode }: StoredWeight): Promise<Uint8Array> {
  const bytes = encode(await weight.data.read());
  if (bytes.length !== byteLength) {
    throw new Error(`weight "${weight.name}": expected ${byteLength} bytes, got ${bytes.length}`);
  }
  return bytes;
}
