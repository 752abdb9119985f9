/**
 * Bytes that are read in pieces, so that a model of 600 MB never has to lie in memory as a whole.
 * Who has a Blob, a file handle or an array wraps it in this.
 */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** The bytes from `start` (included) to `end` (excluded, at most `size`). Shorter only when the source shrank. */
  slice(start: number, end: number): Promise<Uint8Array>;
}

/** A source over bytes that are in memory already. */
export function createMemorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.byteLength,
    slice: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  };
}
