import type { PbfWriter } from 'pbf';
import type { GraphAttribute, GraphDimension, GraphElementType, GraphNode, GraphPort } from './onnx-graph';

/**
 * The messages of an ONNX file, written field by field; the numbers are those of onnx.proto (onnx 1.17). Only the graph
 * and its tensors are missing here: they hold the weights, and write-onnx.ts lays them out without having them.
 */

export const ELEMENT_NUMBERS: Readonly<Record<GraphElementType, number>> = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
  float64: 11,
};

/** TensorProto.data_location: the numbers lie in another file. */
const EXTERNAL = 1;

/** NodeProto. A node has the name of its first output. */
export function writeNode({ op, inputs, outputs, attributes }: GraphNode, pbf: PbfWriter): void {
  for (const input of inputs) pbf.writeStringField(1, input);
  for (const output of outputs) pbf.writeStringField(2, output);
  pbf.writeStringField(3, outputs[0] ?? '');
  pbf.writeStringField(4, op);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'object' && 'raw' in value) pbf.writeBytesField(5, value.raw);
    else pbf.writeMessage(5, writeAttribute, [name, value] as const);
  }
}

type WrittenAttribute = Exclude<GraphAttribute, { readonly raw: Uint8Array }>;

/** AttributeProto: f 2, i 3, s 4, ints 8, type 20 (1 float, 2 int, 3 string, 7 ints). */
function writeAttribute([name, value]: readonly [string, WrittenAttribute], pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  if (typeof value === 'number') {
    pbf.writeVarintField(3, value);
    pbf.writeVarintField(20, 2);
  } else if ('float' in value) {
    pbf.writeFloatField(2, value.float);
    pbf.writeVarintField(20, 1);
  } else if ('text' in value) {
    pbf.writeStringField(4, value.text);
    pbf.writeVarintField(20, 3);
  } else {
    for (const item of value) pbf.writeVarintField(8, item);
    pbf.writeVarintField(20, 7);
  }
}

/** ValueInfoProto with a tensor type. */
export function writePort({ name, elementType, dims }: GraphPort, pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  pbf.writeMessage(
    2,
    (_type: null, type) =>
      type.writeMessage(
        1,
        (_tensor: null, tensor) => {
          tensor.writeVarintField(1, ELEMENT_NUMBERS[elementType]);
          tensor.writeMessage(2, writeShape, dims);
        },
        null,
      ),
    null,
  );
}

function writeShape(dims: readonly GraphDimension[], pbf: PbfWriter): void {
  for (const dim of dims) {
    pbf.writeMessage(
      1,
      (value: GraphDimension, out) => {
        if (typeof value === 'number') out.writeVarintField(1, value);
        else out.writeStringField(2, value);
      },
      dim,
    );
  }
}

/** What a TensorProto says before its numbers. */
export interface TensorHead {
  readonly name: string;
  readonly dims: readonly number[];
  readonly elementType: GraphElementType;
  /** Where the numbers lie when they are not in this file: offset and length in bytes. */
  readonly external: { readonly location: string; readonly offset: number; readonly length: number } | null;
}

/** TensorProto without raw_data: dims 1, data_type 2, name 8, external_data 13, data_location 14. */
export function writeTensorHead({ name, dims, elementType, external }: TensorHead, pbf: PbfWriter): void {
  for (const dim of dims) pbf.writeVarintField(1, dim);
  pbf.writeVarintField(2, ELEMENT_NUMBERS[elementType]);
  pbf.writeStringField(8, name);
  if (external === null) return;
  for (const [key, value] of Object.entries(external)) pbf.writeMessage(13, writeEntry, [key, String(value)] as const);
  pbf.writeVarintField(14, EXTERNAL);
}

/** OperatorSetIdProto of the standard operators. */
export function writeOpset(version: number, pbf: PbfWriter): void {
  pbf.writeVarintField(2, version);
}

/** StringStringEntryProto. */
export function writeEntry([key, value]: readonly [string, string], pbf: PbfWriter): void {
  pbf.writeStringField(1, key);
  pbf.writeStringField(2, value);
}
