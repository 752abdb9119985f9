import type { PbfReader } from 'pbf';
import type { ByteSource } from '../byte-source';
import { readStringEntry } from '../onnx-model';
import type { ProtobufWalker } from '../protobuf-walk';
import { ELEMENT_BYTES } from './check-graph';
import { GraphReadError } from './graph-read-error';
import { joinBytes } from './join-bytes';
import { ELEMENT_NUMBERS } from './onnx-messages';
import type { GraphElementType, GraphWeight } from './onnx-graph';

/** Where the bytes of a graph lie: the .onnx file, and the file beside it that holds weights; null = there is none. */
export interface GraphSources {
  readonly model: ByteSource;
  readonly weights: ByteSource | null;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const TYPE_OF_NUMBER = new Map(
  Object.entries(ELEMENT_NUMBERS).map(([type, number]) => [number, type as GraphElementType]),
);
/** Lists of numbers as they are in memory (float_data, double_data), and those of varints (int32_data, int64_data). */
const PLAIN_LISTS = new Set([4, 10]);
const VARINT_LISTS = new Set([5, 7]);

/**
 * TensorProto as a constant of a graph; its bytes are read when they are asked for. Field numbers are those of onnx.proto
 * (onnx 1.17): dims 1, data_type 2, name 8, raw_data 9, external_data 13, data_location 14.
 * @throws GraphReadError for a type that is not known, or for bytes that do not fit the shape
 */
export async function readTensor(
  walker: ProtobufWalker,
  field: Range,
  { model, weights }: GraphSources,
): Promise<GraphWeight> {
  const dims: number[] = [];
  const plain: Range[] = [];
  const varints: number[] = [];
  const external = new Map<string, string>();
  let name = '';
  let typeNumber = 0;
  let isExternal = false;
  for await (const part of walker.fields(field.start, field.end)) {
    if (part.kind === 'number') {
      if (part.tag === 1) dims.push(part.value);
      if (part.tag === 2) typeNumber = part.value;
      if (part.tag === 14) isExternal = part.value === 1;
      if (VARINT_LISTS.has(part.tag)) varints.push(part.value);
      continue;
    }
    if (part.tag === 1) dims.push(...varintsOf(await walker.read(part)));
    if (part.tag === 8) name = await walker.readText(part);
    if (part.tag === 9 || PLAIN_LISTS.has(part.tag)) plain.push({ start: part.start, end: part.end });
    if (VARINT_LISTS.has(part.tag)) varints.push(...varintsOf(await walker.read(part)));
    if (part.tag === 13) readStringEntry(await walker.read(part), external);
  }
  const elementType = TYPE_OF_NUMBER.get(typeNumber);
  if (elementType === undefined)
    throw new GraphReadError(`tensor "${name}": number type ${typeNumber} is not supported`);
  const source = isExternal ? weights : model;
  if (source === null) throw new GraphReadError(`tensor "${name}": its numbers lie in a file that is not here`);
  const ranges = isExternal ? [rangeOf(external, source.size)] : plain;
  const listed = varints.length > 0 && ranges.length === 0 ? bytesOfVarints(varints, elementType) : null;
  const byteLength = listed?.length ?? ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  const expected = dims.reduce((count, dim) => count * dim, 1) * ELEMENT_BYTES[elementType];
  if (byteLength !== expected) {
    throw new GraphReadError(
      `tensor "${name}": expected ${expected} bytes for [${dims.join(', ')}], got ${byteLength}`,
    );
  }
  const read = async (): Promise<Uint8Array> =>
    listed ?? joinBytes(await Promise.all(ranges.map(({ start, end }) => source.slice(start, end))));
  const range = isExternal ? ranges[0]! : null;
  return { name, elementType, dims, data: { storedType: elementType, byteLength, range, read } };
}

function varintsOf(reader: PbfReader): number[] {
  const values: number[] = [];
  while (reader.pos < reader.length) values.push(reader.readVarint(true));
  return values;
}

function rangeOf(external: ReadonlyMap<string, string>, size: number): Range {
  const start = Number(external.get('offset') ?? 0);
  const length = external.get('length');
  return { start, end: length === undefined ? size : start + Number(length) };
}

/** Numbers that the file lists one by one, in their type: int32_data also holds bools, bytes and the bits of halves. */
function bytesOfVarints(values: readonly number[], type: GraphElementType): Uint8Array {
  const array =
    type === 'int64'
      ? BigInt64Array.from(values, BigInt)
      : type === 'int32'
        ? Int32Array.from(values)
        : type === 'float16'
          ? Uint16Array.from(values)
          : type === 'float32'
            ? Float32Array.from(values)
            : type === 'float64'
              ? Float64Array.from(values)
              : Uint8Array.from(values, (value) => value & 255);
  return new Uint8Array(array.buffer);
}
