import { unescapeString, unescapeUnicode } from './escaped-text';
import { narrow, type PickleBytes } from './pickle-bytes';
import type { PickleValue } from './pickle-value';

/** Opcodes that put one value on the stack that stands in the bytes. */
export const LITERALS = {
  NONE: () => null,
  NEWTRUE: () => true,
  NEWFALSE: () => false,
  INT: (bytes) => {
    const line = bytes.line();
    return line === '01' ? true : line === '00' ? false : wholeNumber(line, bytes);
  },
  LONG: (bytes) => wholeNumber(bytes.line().replace(/L$/, ''), bytes),
  BININT: (bytes) => bytes.int32(),
  BININT1: (bytes) => bytes.byte(),
  BININT2: (bytes) => bytes.uint16(),
  LONG1: (bytes) => bytes.long(bytes.byte()),
  LONG4: (bytes) => bytes.long(bytes.int32()),
  FLOAT: (bytes) => writtenNumber(bytes.line(), bytes),
  BINFLOAT: (bytes) => bytes.float64(),
  STRING: (bytes) => unescapeString(bytes.latin1Line(), bytes),
  BINSTRING: (bytes) => bytes.text(bytes.int32()),
  UNICODE: (bytes) => unescapeUnicode(bytes.latin1Line(), bytes),
  BINUNICODE: (bytes) => bytes.text(bytes.uint32()),
  BINUNICODE8: (bytes) => bytes.text(bytes.uint64()),
  SHORT_BINSTRING: (bytes) => bytes.text(bytes.byte()),
  SHORT_BINUNICODE: (bytes) => bytes.text(bytes.byte()),
  SHORT_BINBYTES: (bytes) => bytes.bytes(bytes.byte()),
  BINBYTES: (bytes) => bytes.bytes(bytes.uint32()),
  BINBYTES8: (bytes) => bytes.bytes(bytes.uint64()),
  BYTEARRAY8: (bytes) => bytes.bytes(bytes.uint64()),
} satisfies Readonly<Record<string, (bytes: PickleBytes) => PickleValue>>;

/** A whole number written in digits. @throws CheckpointError */
export function wholeNumber(line: string, bytes: PickleBytes): number | bigint {
  if (!/^-?\d{1,150}$/.test(line)) throw bytes.damaged('a whole number with other characters');
  return narrow(BigInt(line));
}

/** A number as Python writes it: `0.5`, `1e-05`, `inf`, `nan`. */
function writtenNumber(line: string, bytes: PickleBytes): number {
  const special = SPECIAL_NUMBERS.get(line);
  if (special !== undefined) return special;
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(line))
    throw bytes.damaged('a number with other characters');
  return Number(line);
}

const SPECIAL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['nan', NaN],
  ['inf', Infinity],
  ['-inf', -Infinity],
]);
