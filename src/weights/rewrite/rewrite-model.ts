import { PbfWriter } from 'pbf';
import type { ByteSource } from '../byte-source';
import type { GraphWeight } from '../onnx/onnx-graph';
import { writeNode, writeTensorHead } from '../onnx/onnx-messages';
import { fastConvolution, sharedWeights } from './fast-convolution';
import { findConvolutions, type ConvolutionLimits, type PlainConvolution } from './find-convolutions';
import { TILE } from './minimal-filtering';
import { readLayout, type ByteRange, type ModelLayout } from './read-layout';
import { traceMultiples } from './trace-multiples';

/** A piece of the new file: bytes of the given one, or new ones. */
export type ModelPiece = ByteRange | Uint8Array<ArrayBuffer>;

/** The new file, and how many convolutions were rewritten. */
export interface RewrittenModel {
  readonly pieces: readonly ModelPiece[];
  readonly convolutions: number;
}

/** Every operator of a rewritten convolution has had its present form since then. */
const FEWEST_OPSET = 11;
/** Newer sets may change an operator's meaning. */
const LAST_OPSET = 22;
const LENGTH_DELIMITED = 2;

/**
 * Writes a network again with its plain 3 by 3 convolutions in a form that needs fewer products: same inputs, outputs, weights
 * and names, results equal but for rounding. Everything else stays byte for byte.
 *
 * `multiple`: what height and width of every picture can be divided by.
 * @returns null when there is nothing to gain: no such convolution, or an operator set that is not known.
 * @throws ProtobufError or Error when the file is no ONNX file.
 */
export async function rewriteModel(
  source: ByteSource,
  multiple: number,
  limits: ConvolutionLimits,
): Promise<RewrittenModel | null> {
  const layout = await readLayout(source);
  if (layout.opset < FEWEST_OPSET || layout.opset > LAST_OPSET) return null;
  const nodes = layout.fields.flatMap(({ node }) => node ?? []);
  const plain = findConvolutions(nodes, layout.weights, limits);
  const input = layout.inputs.find((name) => !layout.weights.has(name));
  if (plain.length === 0 || input === undefined) return null;
  const multiples = traceMultiples(nodes, layout.weights, { name: input, multiple });
  const isWhole = ({ node }: PlainConvolution) => (multiples.get(node.inputs[0]!) ?? 1) % TILE === 0;
  const parts = new Map(
    plain.map((convolution) => [convolution.node, fastConvolution(convolution, isWhole(convolution))]),
  );

  const graph: ModelPiece[] = [];
  for (const { node, ...range } of layout.fields) {
    const part = node === null ? undefined : parts.get(node);
    if (part === undefined) addRange(graph, range);
    else graph.push(messages(1, writeNode, part.nodes));
  }
  const weights = [...sharedWeights(), ...[...parts.values()].flatMap((part) => part.weights)];
  graph.push(messages(5, writeWeight, await Promise.all(weights.map(readWeight))));
  return { pieces: inModel(source.size, layout, graph), convolutions: plain.length };
}

function inModel(size: number, { graph }: ModelLayout, pieces: readonly ModelPiece[]): readonly ModelPiece[] {
  const head = new PbfWriter();
  head.writeTag(7, LENGTH_DELIMITED);
  head.writeVarint(pieces.reduce((sum, piece) => sum + sizeOf(piece), 0));
  const whole = [{ start: 0, end: graph.start }, copied(head), ...pieces, { start: graph.end, end: size }];
  return whole.filter((piece) => sizeOf(piece) > 0);
}

/** Ranges that touch become one. */
function addRange(pieces: ModelPiece[], { start, end }: ByteRange): void {
  const last = pieces.at(-1);
  if (last !== undefined && !(last instanceof Uint8Array) && last.end === start) {
    pieces[pieces.length - 1] = { start: last.start, end };
  } else pieces.push({ start, end });
}

function messages<Value>(
  tag: number,
  write: (value: Value, pbf: PbfWriter) => void,
  values: readonly Value[],
): Uint8Array<ArrayBuffer> {
  const pbf = new PbfWriter();
  for (const value of values) pbf.writeMessage(tag, write, value);
  return copied(pbf);
}

interface ReadWeight {
  readonly weight: GraphWeight;
  readonly bytes: Uint8Array;
}

async function readWeight(weight: GraphWeight): Promise<ReadWeight> {
  return { weight, bytes: await weight.data.read() };
}

/** TensorProto with its numbers: raw_data 9. */
function writeWeight({ weight, bytes }: ReadWeight, pbf: PbfWriter): void {
  const { name, dims, elementType } = weight;
  writeTensorHead({ name, dims, elementType, external: null }, pbf);
  pbf.writeBytesField(9, bytes);
}

function copied(pbf: PbfWriter): Uint8Array<ArrayBuffer> {
  return new Uint8Array(pbf.finish());
}

function sizeOf(piece: ModelPiece): number {
  return piece instanceof Uint8Array ? piece.length : piece.end - piece.start;
}
