import { open } from 'node:fs/promises';
import type { ByteSource } from '../../src/weights/byte-source';

/** A file that is read in pieces. Who opens it closes it. */
export interface FileSource extends ByteSource {
  close(): Promise<void>;
}

/** Opens a file of this computer for reading. */
export async function openFileSource(path: string): Promise<FileSource> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    size,
    slice: async (start, end) => {
      const bytes = new Uint8Array(Math.min(end, size) - start);
      let done = 0;
      while (done < bytes.byteLength) {
        const { bytesRead } = await file.read(bytes, done, bytes.byteLength - done, start + done);
        if (bytesRead === 0) return bytes.subarray(0, done); // it shrank while it was open
        done += bytesRead;
      }
      return bytes;
    },
    close: () => file.close(),
  };
}
