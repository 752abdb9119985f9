import { PbfWriter } from 'pbf';

/** Writes the few parts of an ONNX file (onnx.proto3) that hand-built networks need. */

export type Attribute = number | readonly number[] | { readonly float: number };

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Constant {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

/** A dimension is a number, or a name when it may vary. */
export interface Port {
  readonly name: string;
  readonly dims: readonly (number | string)[];
}

export interface Network {
  readonly name: string;
  readonly input: Port;
  readonly output: Port;
  readonly nodes: readonly Node[];
  readonly constants: readonly Constant[];
  readonly metadata: Readonly<Record<string, string>>;
}

const IR_VERSION = 8;
const OPSET = 17;
const FLOAT = 1;
const INT64 = 7;

/** The file's bytes. Same network, same bytes. */
export function writeOnnx(network: Network): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, IR_VERSION);
  pbf.writeStringField(2, 'understory-demo');
  pbf.writeMessage(7, writeGraph, network);
  pbf.writeMessage(8, (opset: number, out) => out.writeVarintField(2, opset), OPSET);
  for (const entry of Object.entries(network.metadata)) pbf.writeMessage(14, writeMetadata, entry);
  return pbf.finish().slice();
}

function writeGraph(network: Network, pbf: PbfWriter): void {
  for (const node of network.nodes) pbf.writeMessage(1, writeNode, node);
  pbf.writeStringField(2, network.name);
  for (const constant of network.constants) pbf.writeMessage(5, writeConstant, constant);
  pbf.writeMessage(11, writePort, network.input);
  pbf.writeMessage(12, writePort, network.output);
}

function writeNode(node: Node, pbf: PbfWriter): void {
  for (const input of node.inputs) pbf.writeStringField(1, input);
  pbf.writeStringField(2, node.output);
  pbf.writeStringField(3, node.output);
  pbf.writeStringField(4, node.op);
  for (const entry of Object.entries(node.attributes)) pbf.writeMessage(5, writeAttribute, entry);
}

function writeAttribute([name, value]: readonly [string, Attribute], pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  if (typeof value === 'number') {
    pbf.writeVarintField(3, value);
    pbf.writeVarintField(20, 2);
  } else if ('float' in value) {
    pbf.writeFloatField(2, value.float);
    pbf.writeVarintField(20, 1);
  } else {
    for (const item of value) pbf.writeVarintField(8, item);
    pbf.writeVarintField(20, 7);
  }
}

function writeConstant({ name, dims, data }: Constant, pbf: PbfWriter): void {
  for (const dim of dims) pbf.writeVarintField(1, dim);
  pbf.writeVarintField(2, data instanceof Float32Array ? FLOAT : INT64);
  pbf.writeStringField(8, name);
  pbf.writeBytesField(9, littleEndian(data));
}

function littleEndian(data: Float32Array | BigInt64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(data.byteLength));
  if (data instanceof Float32Array) data.forEach((value, i) => view.setFloat32(i * 4, value, true));
  else data.forEach((value, i) => view.setBigInt64(i * 8, value, true));
  return new Uint8Array(view.buffer);
}

function writePort(port: Port, pbf: PbfWriter): void {
  pbf.writeStringField(1, port.name);
  pbf.writeMessage(2, writePortType, port);
}

function writePortType(port: Port, pbf: PbfWriter): void {
  pbf.writeMessage(
    1,
    (_port: Port, tensor) => {
      tensor.writeVarintField(1, FLOAT);
      tensor.writeMessage(2, writeShape, port);
    },
    port,
  );
}

function writeShape(port: Port, pbf: PbfWriter): void {
  for (const dim of port.dims) {
    pbf.writeMessage(
      1,
      (value: number | string, out) => {
        if (typeof value === 'number') out.writeVarintField(1, value);
        else out.writeStringField(2, value);
      },
      dim,
    );
  }
}

function writeMetadata([key, value]: readonly [string, string], pbf: PbfWriter): void {
  pbf.writeStringField(1, key);
  pbf.writeStringField(2, value);
}
