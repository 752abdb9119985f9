import { PbfReader } from 'pbf';
import type { ByteSource } from './byte-source';

/** A message that is not protobuf, or is cut off. */
export class ProtobufError extends Error {
  override readonly name = 'ProtobufError';
}

/** One field of a message: a number, or where its bytes lie in the source. `at` is where its tag begins. */
export type WireField =
  | { readonly at: number; readonly tag: number; readonly kind: 'number'; readonly value: number }
  | {
      readonly at: number;
      readonly tag: number;
      readonly kind: 'bytes';
      readonly start: number;
      readonly end: number;
    };

/** Tensors lie between the fields that matter; a small window costs little when it is thrown away after a jump. */
const WINDOW_BYTES = 16 * 1024;
/** A tag and a length are at most 10 + 10 bytes. */
const HEADER_BYTES = 20;
/** Nothing that is read as a whole (names, shapes, metadata) comes near this. */
const SMALL_BYTES = 4 * 1024 * 1024;

/** Walks the fields of protobuf messages in a source and jumps over long ones without reading them. */
export class ProtobufWalker {
  readonly #source: ByteSource;
  #window = new PbfReader(new Uint8Array(0));
  #windowStart = 0;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /**
   * The fields of the message between two byte offsets, in file order.
   * @throws ProtobufError when a field does not fit, or is of a kind that protobuf 3 does not have.
   */
  async *fields(start: number, end: number): AsyncGenerator<WireField> {
    let position = start;
    while (position < end) {
      const at = position;
      const window = await this.#windowAt(position, Math.min(position + HEADER_BYTES, end));
      const key = readVarint(window);
      const tag = Math.floor(key / 8);
      const wireType = key % 8;
      if (tag === 0) throw new ProtobufError(`no field can start at byte ${position}`);
      if (wireType === 0) {
        const value = readVarint(window);
        position = this.#windowStart + window.pos;
        if (position > end) throw cutOff(position, end);
        yield { at, tag, kind: 'number', value };
        continue;
      }
      const length = readLength(window, wireType, position);
      const from = this.#windowStart + window.pos;
      position = from + length;
      if (position > end) throw cutOff(position, end);
      yield { at, tag, kind: 'bytes', start: from, end: position };
    }
  }

  /** The bytes of a small field as a reader of its own. */
  async read(field: { readonly start: number; readonly end: number }): Promise<PbfReader> {
    if (field.end - field.start > SMALL_BYTES) {
      throw new ProtobufError(
        `expected at most ${SMALL_BYTES} bytes at byte ${field.start}, got ${field.end - field.start}`,
      );
    }
    return new PbfReader(await this.#source.slice(field.start, field.end));
  }

  async readText(field: { readonly start: number; readonly end: number }): Promise<string> {
    return new TextDecoder().decode((await this.read(field)).buf);
  }

  async #windowAt(position: number, needed: number): Promise<PbfReader> {
    const held = this.#windowStart + this.#window.length;
    if (position < this.#windowStart || needed > held) {
      const end = Math.min(position + WINDOW_BYTES, this.#source.size);
      this.#window = new PbfReader(await this.#source.slice(position, end));
      this.#windowStart = position;
    }
    this.#window.pos = position - this.#windowStart;
    return this.#window;
  }
}

function readVarint(window: PbfReader): number {
  try {
    const value = window.readVarint();
    if (window.pos > window.length) throw new ProtobufError('the file ends inside a number');
    return value;
  } catch (error) {
    if (error instanceof ProtobufError) throw error;
    throw new ProtobufError('expected a number', { cause: error });
  }
}

function readLength(window: PbfReader, wireType: number, position: number): number {
  if (wireType === 2) return readVarint(window);
  if (wireType === 1) return 8;
  if (wireType === 5) return 4;
  throw new ProtobufError(`wire type ${wireType} at byte ${position} does not exist`);
}

function cutOff(position: number, end: number): ProtobufError {
  return new ProtobufError(`a field reaches to byte ${position}, the data ends at ${end}`);
}
