import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A file of the written package. */
export interface WrittenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly md5: string;
  readonly sha256: string;
}

/** Sizes and hashes of a folder's files, by name. */
export async function describeFiles(folder: string): Promise<readonly WrittenFile[]> {
  const files: WrittenFile[] = [];
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    files.push({
      name,
      size: statSync(path).size,
      md5: await hashOf(path, 'md5'),
      sha256: await hashOf(path, 'sha256'),
    });
  }
  return files;
}

/** Lower-case hex. */
export async function hashOf(path: string, algorithm: 'md5' | 'sha256'): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
