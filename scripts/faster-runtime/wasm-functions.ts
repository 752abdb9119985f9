import { joinBytes } from '../../src/weights/onnx/join-bytes.ts';

/** Where something stands in a WebAssembly file. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/** The functions that a WebAssembly file defines. */
export interface WasmFunctions {
  /** The code section with its head. */
  readonly section: ByteSpan;
  /** Local variables and instructions of each function, in order. */
  readonly bodies: readonly ByteSpan[];
}

const HEADER_BYTES = 8;
const CODE_SECTION = 10;

/**
 * Finds the functions of a WebAssembly file (binary format 1).
 * @throws Error when it has no code section.
 */
export function readFunctions(file: Uint8Array): WasmFunctions {
  let at = HEADER_BYTES;
  while (at < file.length) {
    const start = at;
    const size = readNumber(file, at + 1);
    const end = size.next + size.value;
    if (file[start] === CODE_SECTION) return { section: { start, end }, bodies: readBodies(file, size.next) };
    at = end;
  }
  throw new Error('no functions in this WebAssembly file');
}

function readBodies(file: Uint8Array, from: number): readonly ByteSpan[] {
  const count = readNumber(file, from);
  let at = count.next;
  return Array.from({ length: count.value }, () => {
    const size = readNumber(file, at);
    at = size.next + size.value;
    return { start: size.next, end: at };
  });
}

/** The file with other bodies for some of its functions, by their index among those that it defines. */
export function replaceBodies(file: Uint8Array, bodies: ReadonlyMap<number, Uint8Array>): Uint8Array<ArrayBuffer> {
  const functions = readFunctions(file);
  const parts = functions.bodies.flatMap(({ start, end }, index) => {
    const body = bodies.get(index) ?? file.subarray(start, end);
    return [writeNumber(body.length), body];
  });
  const content = joinBytes([writeNumber(functions.bodies.length), ...parts]);
  return joinBytes([
    file.subarray(0, functions.section.start),
    Uint8Array.of(CODE_SECTION),
    writeNumber(content.length),
    content,
    file.subarray(functions.section.end),
  ]);
}

/** LEB128, unsigned. */
function readNumber(file: Uint8Array, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let at = from, factor = 1; ; at++, factor *= 128) {
    const byte = file[at];
    if (byte === undefined) throw new Error('this WebAssembly file is cut off');
    value += (byte % 128) * factor;
    if (byte < 128) return { value, next: at + 1 };
  }
}

function writeNumber(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}
