import { PbfReader } from 'pbf';
import type { GraphNode } from './onnx-graph';

/** What a text attribute says; null when the node has none of that name. */
export function textAttribute(node: GraphNode, name: string): string | null {
  const value = node.attributes[name];
  if (value !== undefined && typeof value === 'object' && 'text' in value) return value.text;
  return readRaw(node, name).text;
}

/** The numbers of a list attribute; null when the node has none of that name. */
export function listAttribute(node: GraphNode, name: string): readonly number[] | null {
  const value = node.attributes[name];
  if (Array.isArray(value)) return value as readonly number[];
  return readRaw(node, name).list;
}

/** AttributeProto: s 4, ints 8, packed or one by one. */
function readRaw({ attributes }: GraphNode, name: string) {
  const found: { text: string | null; list: number[] | null } = { text: null, list: null };
  const value = attributes[name];
  if (value === undefined || typeof value !== 'object' || !('raw' in value)) return found;
  new PbfReader(value.raw).readFields((tag, into, from) => {
    if (tag === 4) into.text = from.readString();
    if (tag !== 8) return;
    into.list ??= [];
    if (from.type === 2) from.readPackedVarint(into.list, true);
    else into.list.push(from.readVarint(true));
  }, found);
  return found;
}
