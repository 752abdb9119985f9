import type { ByteSource } from '../weights/byte-source';

/** Reads a file or Blob in slices. */
export function createBlobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
