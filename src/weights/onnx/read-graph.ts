import { PbfReader } from 'pbf';
import { OnnxError, readOnnxModel, type OnnxValue } from '../onnx-model';
import { ProtobufError, ProtobufWalker } from '../protobuf-walk';
import { ELEMENT_BYTES } from './check-graph';
import { GraphReadError } from './graph-read-error';
import type { GraphAttribute, GraphElementType, GraphNode, GraphPort, GraphWeight, OnnxGraph } from './onnx-graph';
import { readTensor, type GraphSources } from './read-tensor';

/**
 * The graph of an ONNX file, ready to be changed and written again: attributes stay as they stand in the file, weights are
 * read when they are asked for. Shapes of inner tensors are left out, because an engine finds them by itself.
 * @throws OnnxError when it is no whole ONNX file, GraphReadError when it holds what can't be written again: operators of
 *   other sets than the standard one, number types that are not known
 */
export async function readOnnxGraph(sources: GraphSources): Promise<OnnxGraph> {
  const { model } = sources;
  const { inputs, outputs, opset, metadata } = await readOnnxModel(model);
  const walker = new ProtobufWalker(model);
  const nodes: GraphNode[] = [];
  const weights: GraphWeight[] = [];
  let name = 'graph';
  try {
    for await (const part of walker.fields(0, model.size)) {
      if (part.kind === 'number' || part.tag !== 7) continue;
      for await (const field of walker.fields(part.start, part.end)) {
        if (field.kind === 'number') continue;
        if (field.tag === 1) nodes.push(readNode(await walker.read(field)));
        if (field.tag === 2) name = await walker.readText(field);
        if (field.tag === 5) weights.push(await readTensor(walker, field, sources));
      }
    }
  } catch (error) {
    if (!(error instanceof ProtobufError)) throw error;
    throw new OnnxError(`this is no whole ONNX file: ${error.message}`, { cause: error });
  }
  return {
    name,
    inputs: inputs.map(portOf),
    outputs: outputs.map(portOf),
    nodes,
    weights,
    metadata: Object.fromEntries(metadata),
    opset,
  };
}

/** NodeProto: input 1, output 2, name 3, op_type 4, attribute 5, domain 7. */
function readNode(reader: PbfReader): GraphNode {
  const node = {
    op: '',
    domain: '',
    inputs: [] as string[],
    outputs: [] as string[],
    attributes: {} as Record<string, GraphAttribute>,
  };
  reader.readFields((tag, into, from) => {
    if (tag === 1) into.inputs.push(from.readString());
    if (tag === 2) into.outputs.push(from.readString());
    if (tag === 4) into.op = from.readString();
    if (tag === 5) {
      const raw = from.readBytes();
      into.attributes[attributeName(raw)] = { raw };
    }
    if (tag === 7) into.domain = from.readString();
  }, node);
  const { op, domain, inputs, outputs, attributes } = node;
  if (domain !== '' && domain !== 'ai.onnx') throw new GraphReadError(`operator ${domain}.${op} is no standard one`);
  while (outputs.at(-1) === '') outputs.pop(); // the last ones may be left out
  return { op, inputs, outputs, attributes };
}

function attributeName(raw: Uint8Array): string {
  const found = { name: '' };
  new PbfReader(raw).readFields((tag, into, from) => {
    if (tag === 1) into.name = from.readString();
  }, found);
  return found.name;
}

function portOf({ name, elementType, dims }: OnnxValue): GraphPort {
  if (!(elementType in ELEMENT_BYTES))
    throw new GraphReadError(`"${name}": number type ${elementType} is not supported`);
  if (dims === null) throw new GraphReadError(`"${name}": the file declares no shape for it`);
  return {
    name,
    elementType: elementType as GraphElementType,
    dims: dims.map((dim, index) => dim ?? `${name}_${index}`),
  };
}
