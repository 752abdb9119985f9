import { PbfWriter } from 'pbf';

/** A few field numbers of onnx.proto, enough to write the small networks that tests need. */
export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Whole numbers and lists of them; ONNX knows which it wants by the attribute. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface OnnxPort {
  readonly name: string;
  readonly type: 'float32' | 'float16';
  readonly dims: readonly (number | string)[];
}

export interface OnnxWeight {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data: Float32Array | BigInt64Array | Uint16Array;
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
  readonly weights: readonly OnnxWeight[];
  readonly metadata?: Readonly<Record<string, string>>;
}

const OPSET = 13;

/** Writes an ONNX file: ir_version 8, opset 13. */
export function buildOnnx(graph: OnnxGraph): Uint8Array<ArrayBuffer> {
  const writer = new PbfWriter();
  writer.writeVarintField(1, 8);
  writer.writeStringField(2, 'understory tests');
  writer.writeMessage(7, writeGraph, graph);
  writer.writeMessage(8, (_, opset: PbfWriter) => opset.writeVarintField(2, OPSET), null);
  for (const [key, value] of Object.entries(graph.metadata ?? {})) {
    writer.writeMessage(14, (_, entry: PbfWriter) => writePair(entry, key, value), null);
  }
  return new Uint8Array(writer.finish());
}

function writePair(writer: PbfWriter, key: string, value: string): void {
  writer.writeStringField(1, key);
  writer.writeStringField(2, value);
}

function writeGraph(graph: OnnxGraph, writer: PbfWriter): void {
  for (const node of graph.nodes) writer.writeMessage(1, writeNode, node);
  writer.writeStringField(2, 'graph');
  for (const weight of graph.weights) writer.writeMessage(5, writeWeight, weight);
  for (const input of graph.inputs) writer.writeMessage(11, writePort, input);
  for (const output of graph.outputs) writer.writeMessage(12, writePort, output);
}

function writeNode(node: OnnxNode, writer: PbfWriter): void {
  for (const input of node.inputs) writer.writeStringField(1, input);
  writer.writeStringField(2, node.output);
  writer.writeStringField(3, node.output);
  writer.writeStringField(4, node.op);
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    writer.writeMessage(
      5,
      (_, attribute: PbfWriter) => {
        attribute.writeStringField(1, name);
        if (typeof value === 'number') attribute.writeVarintField(3, value);
        else for (const item of value) attribute.writeVarintField(8, item);
        attribute.writeVarintField(20, typeof value === 'number' ? 2 : 7);
      },
      null,
    );
  }
}

function writeWeight(weight: OnnxWeight, writer: PbfWriter): void {
  for (const dim of weight.dims) writer.writeVarintField(1, dim);
  writer.writeVarintField(2, weight.data instanceof Float32Array ? 1 : weight.data instanceof Uint16Array ? 10 : 7);
  writer.writeStringField(8, weight.name);
  const { buffer, byteOffset, byteLength } = weight.data;
  writer.writeBytesField(9, new Uint8Array(buffer, byteOffset, byteLength));
}

function writePort(port: OnnxPort, writer: PbfWriter): void {
  writer.writeStringField(1, port.name);
  const writeDims = (_: null, shape: PbfWriter) => {
    for (const dim of port.dims) {
      shape.writeMessage(
        1,
        (_unused: null, into: PbfWriter) => {
          if (typeof dim === 'number') into.writeVarintField(1, dim);
          else into.writeStringField(2, dim);
        },
        null,
      );
    }
  };
  const writeTensorType = (_: null, type: PbfWriter) => {
    type.writeVarintField(1, port.type === 'float32' ? 1 : 10);
    type.writeMessage(2, writeDims, null);
  };
  writer.writeMessage(2, (_: null, type: PbfWriter) => type.writeMessage(1, writeTensorType, null), null);
}
