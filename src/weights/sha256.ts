import { createSHA256 } from 'hash-wasm';
import type { ByteSource } from './byte-source';

/** 4 MiB: large enough that calls cost nothing, small enough that progress moves. */
const STEP_BYTES = 4 * 1024 * 1024;

/**
 * SHA-256 of a source in lower-case hex, read in steps (WebCrypto would need the whole file in memory).
 * `onProgress` gets the bytes done so far, after each step.
 * @throws Error when the source gives fewer bytes than its size says.
 */
export async function computeSha256(source: ByteSource, onProgress: (done: number) => void): Promise<string> {
  const hasher = await createSHA256();
  for (let start = 0; start < source.size; start += STEP_BYTES) {
    const end = Math.min(start + STEP_BYTES, source.size);
    const bytes = await source.slice(start, end);
    if (bytes.byteLength !== end - start) {
      throw new Error(`expected bytes ${start} to ${end}, got ${bytes.byteLength} of them`);
    }
    hasher.update(bytes);
    onProgress(end);
  }
  return hasher.digest('hex');
}

/** SHA-256 of a short text (as UTF-8) in lower-case hex. */
export async function computeTextSha256(text: string): Promise<string> {
  const hasher = await createSHA256();
  return hasher.update(text).digest('hex');
}
