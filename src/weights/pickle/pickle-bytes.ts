import { CheckpointError } from '../checkpoint-error';

/** Longest whole number that is read, in bytes: torch's magic number has 10, numpy's random state 16. */
const LONGEST_NUMBER_BYTES = 32;
/** Longest line of the text opcodes of protocol 0. */
const LONGEST_LINE_BYTES = 1024 * 1024;

const text = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
const latin1 = new TextDecoder('latin1');

/** Reads the arguments of opcodes from a pickle's bytes; every read is checked against the end. */
export class PickleBytes {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(): number {
    return this.#view.getUint8(this.#take(1));
  }

  uint16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  int32(): number {
    return this.#view.getInt32(this.#take(4), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  /** @throws CheckpointError when it is beyond what fits into the pickle anyway. */
  uint64(): number {
    const value = this.#view.getBigUint64(this.#take(8), true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw this.damaged(`a length of ${value} bytes`);
    return Number(value);
  }

  /** Big-endian, as pickle stores it. */
  float64(): number {
    return this.#view.getFloat64(this.#take(8), false);
  }

  bytes(length: number): Uint8Array {
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  text(length: number): string {
    return text.decode(this.bytes(length));
  }

  /** A line without its end, as protocol 0 writes names and numbers. */
  line(): string {
    const line = text.decode(this.#lineBytes());
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }

  /** A line of one byte per character, as protocol 0 writes texts: other characters are escaped. */
  latin1Line(): string {
    return latin1.decode(this.#lineBytes());
  }

  #lineBytes(): Uint8Array {
    const limit = Math.min(this.#bytes.length, this.position + LONGEST_LINE_BYTES);
    const length = this.#bytes.subarray(this.position, limit).indexOf(0x0a);
    if (length < 0) throw this.damaged('a line without an end');
    const line = this.bytes(length);
    this.position += 1;
    return line;
  }

  /** A whole number in two's complement, little-endian; a bigint only where a number would lose digits. */
  long(length: number): number | bigint {
    if (length > LONGEST_NUMBER_BYTES) throw this.damaged(`a whole number of ${length} bytes`);
    const bytes = this.bytes(length);
    let value = 0n;
    for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!);
    if (length > 0 && bytes[length - 1]! >= 0x80) value -= 1n << BigInt(8 * length);
    return narrow(value);
  }

  damaged(what: string, at = this.position): CheckpointError {
    return new CheckpointError('damaged', `the pickle is not readable: ${what}`, `byte ${at} of data.pkl`);
  }

  tooLarge(what: string): CheckpointError {
    return new CheckpointError(
      'too-large',
      `the pickle is not read further: ${what}`,
      `byte ${this.position} of data.pkl`,
    );
  }

  #take(length: number): number {
    const start = this.position;
    if (length < 0 || start + length > this.#bytes.length) {
      throw this.damaged(`expected ${length} more bytes, got ${this.#bytes.length - start}`);
    }
    this.position = start + length;
    return start;
  }
}

/** A number where it is exact, else the bigint. */
export function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
