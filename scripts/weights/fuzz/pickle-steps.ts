/** One opcode of a pickle with its argument. */
export interface PickleStep {
  /** The opcode's byte. */
  readonly opcode: number;
  /** The step as bytes: opcode, length and argument. */
  readonly bytes: Uint8Array;
}

/** How long the argument of an opcode is: bytes, a length that comes first, or lines of text. */
type Argument = { readonly bytes: number } | { readonly lengthBytes: number } | { readonly lines: number };

/** Opcodes of protocol 2 and before (Python's pickletools.py, 3.11); the others have no argument. */
const ARGUMENTS: ReadonlyMap<number, Argument> = new Map<number, Argument>([
  ...opcodes('Khq\x80\x82', { bytes: 1 }),
  ...opcodes('M\x83', { bytes: 2 }),
  ...opcodes('Jjr\x84', { bytes: 4 }),
  ...opcodes('G', { bytes: 8 }),
  ...opcodes('U\x8a', { lengthBytes: 1 }),
  ...opcodes('XT\x8b', { lengthBytes: 4 }),
  ...opcodes('ILFSVPgp', { lines: 1 }),
  ...opcodes('ci', { lines: 2 }),
]);

const NEW_LINE = 0x0a;

/** Cuts an undamaged pickle of protocol 2 into its steps. */
export function readPickleSteps(pickle: Uint8Array): PickleStep[] {
  const steps: PickleStep[] = [];
  for (let at = 0; at < pickle.byteLength;) {
    const end = at + 1 + argumentBytes(pickle, at);
    steps.push({ opcode: pickle[at]!, bytes: pickle.subarray(at, end) });
    at = end;
  }
  return steps;
}

/** Puts steps together again. */
export function joinPickleSteps(steps: readonly PickleStep[]): Uint8Array {
  return new Uint8Array(Buffer.concat(steps.map(({ bytes }) => bytes)));
}

/** The text of a BINUNICODE step. */
export function textOfStep(step: PickleStep): string {
  return new TextDecoder().decode(step.bytes.subarray(5));
}

export function isTextStep(step: PickleStep): boolean {
  return step.opcode === 'X'.charCodeAt(0);
}

export function textStep(text: string): PickleStep {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return stepOf('X', Buffer.concat([length, bytes]));
}

export function numberStep(value: number): PickleStep {
  const argument = Buffer.alloc(4);
  argument.writeInt32LE(value | 0);
  return stepOf('J', argument);
}

export function floatStep(value: number): PickleStep {
  const argument = Buffer.alloc(8);
  argument.writeDoubleBE(value);
  return stepOf('G', argument);
}

export function globalStep(module: string, name: string): PickleStep {
  return stepOf('c', Buffer.from(`${module}\n${name}\n`));
}

export function stepOf(opcode: string, argument: Uint8Array = new Uint8Array()): PickleStep {
  return { opcode: opcode.charCodeAt(0), bytes: new Uint8Array([opcode.charCodeAt(0), ...argument]) };
}

function argumentBytes(pickle: Uint8Array, at: number): number {
  const argument = ARGUMENTS.get(pickle[at]!);
  if (argument === undefined) return 0;
  if ('bytes' in argument) return argument.bytes;
  if ('lengthBytes' in argument) {
    const buffer = Buffer.from(pickle.buffer, pickle.byteOffset, pickle.byteLength);
    return argument.lengthBytes + buffer.readUIntLE(at + 1, argument.lengthBytes);
  }
  let end = at + 1;
  for (let lines = argument.lines; lines > 0; lines--) end = pickle.indexOf(NEW_LINE, end) + 1;
  return end - at - 1;
}

function opcodes(letters: string, argument: Argument): [number, Argument][] {
  return Array.from(letters).map((letter) => [letter.charCodeAt(0), argument]);
}
