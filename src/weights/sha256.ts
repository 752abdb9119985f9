import { createMD5, createSHA256, type IHasher } from 'hash-wasm';
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
  await feed(source, [hasher], onProgress);
  return hasher.digest('hex');
}

/** Both hashes of a file, lower-case hex. */
export interface FileHashes {
  readonly sha256: string;
  /** By it authors publish their files; it proves nothing against an attacker. */
  readonly md5: string;
}

/** SHA-256 and MD5 in one pass over the source; progress and errors as `computeSha256`. */
export async function computeFileHashes(source: ByteSource, onProgress: (done: number) => void): Promise<FileHashes> {
  const [sha256, md5] = await Promise.all([createSHA256(), createMD5()]);
  await feed(source, [sha256, md5], onProgress);
  return { sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}

async function feed(
  source: ByteSource,
  hashers: readonly IHasher[],
  onProgress: (done: number) => void,
): Promise<void> {
  for (let start = 0; start < source.size; start += STEP_BYTES) {
    const end = Math.min(start + STEP_BYTES, source.size);
    const bytes = await source.slice(start, end);
    if (bytes.byteLength !== end - start) {
      throw new Error(`expected bytes ${start} to ${end}, got ${bytes.byteLength} of them`);
    }
    for (const hasher of hashers) hasher.update(bytes);
    onProgress(end);
  }
}

/** SHA-256 of a short text (as UTF-8) in lower-case hex. */
export async function computeTextSha256(text: string): Promise<string> {
  const hasher = await createSHA256();
  return hasher.update(text).digest('hex');
}
