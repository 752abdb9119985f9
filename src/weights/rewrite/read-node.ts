import type { PbfReader } from 'pbf';

/** A value of an attribute, as far as a rewrite looks at it. */
type ReadAttribute = number | readonly number[] | string;

/** A node as far as a rewrite looks at it. */
export interface ReadNode {
  /** With its domain before it unless that is the standard one: 'com.microsoft.QuickGelu'. */
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers, lists of them, and texts; attributes of other kinds are left out. */
  readonly attributes: ReadonlyMap<string, ReadAttribute>;
}

/** Reads a NodeProto: input 1, output 2, op_type 4, attribute 5, domain 7 (onnx 1.17). */
export function readNode(reader: PbfReader): ReadNode {
  const node = {
    op: '',
    domain: '',
    inputs: [] as string[],
    outputs: [] as string[],
    attributes: new Map<string, ReadAttribute>(),
  };
  reader.readFields((tag, into, from) => {
    if (tag === 1) into.inputs.push(from.readString());
    if (tag === 2) into.outputs.push(from.readString());
    if (tag === 4) into.op = from.readString();
    if (tag === 5) readAttribute(from, into.attributes);
    if (tag === 7) into.domain = from.readString();
  }, node);
  const { op, domain, ...rest } = node;
  return { op: domain === '' || domain === 'ai.onnx' ? op : `${domain}.${op}`, ...rest };
}

/** AttributeProto: name 1, i 3, s 4, ints 8. */
function readAttribute(reader: PbfReader, attributes: Map<string, ReadAttribute>): void {
  const attribute = { name: '', ints: [] as number[], value: null as number | string | null };
  reader.readMessage((tag, into, from) => {
    if (tag === 1) into.name = from.readString();
    if (tag === 3) into.value = from.readVarint(true);
    if (tag === 4) into.value = from.readString();
    if (tag === 8) readWholeNumbers(from, into.ints);
  }, attribute);
  const { name, ints, value } = attribute;
  if (value !== null) attributes.set(name, value);
  else if (ints.length > 0) attributes.set(name, ints);
}

/** Some writers pack a list, others repeat the field. */
function readWholeNumbers(reader: PbfReader, into: number[]): void {
  if (reader.type === 2) reader.readPackedVarint(into, true);
  else into.push(reader.readVarint(true));
}
