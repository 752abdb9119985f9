import { createMD5, createSHA256 } from 'hash-wasm';
import type { ByteSource } from './byte-source';

/** Both hashes of a file, in lower-case hex. */
export interface FileDigests {
  readonly md5: string;
  readonly sha256: string;
}

const STEP_BYTES = 4 * 1024 * 1024;

/**
 * MD5, by which authors publish their files, and SHA-256, by which ours are stored, in one pass. `onProgress` gets the bytes
 * done so far, after each step.
 * @throws Error when the source gives fewer bytes than its size says.
 */
export async function computeDigests(source: ByteSource, onProgress: (done: number) => void): Promise<FileDigests> {
  const [md5, sha256] = await Promise.all([createMD5(), createSHA256()]);
  for (let start = 0; start < source.size; start += STEP_BYTES) {
    const end = Math.min(start + STEP_BYTES, source.size);
    const bytes = await source.slice(start, end);
    if (bytes.byteLength !== end - start) {
      throw new Error(`expected bytes ${start} to ${end}, got ${bytes.byteLength} of them`);
    }
    md5.update(bytes);
    sha256.update(bytes);
    onProgress(end);
  }
  return { md5: md5.digest('hex'), sha256: sha256.digest('hex') };
}
