import type { ModelPackage, PackageFile } from '../../domain/model-package';
import type { Connection } from '../../rpc/connect';
import type { DigestApi } from '../../rpc/digest-api';
import type { AppStorage } from '../../storage/app-storage';
import { StorageError } from '../../storage/storage-error';

/**
 * Reads the stored files of a package once and compares their hashes: a network with a flipped bit answers as readily as a
 * sound one, and nobody would know. `sound` remembers the hashes of files that were found to be whole.
 * @returns the first file that is damaged or gone; null = all are whole
 */
export async function findDamagedFile(
  { storage, connectDigest }: { readonly storage: AppStorage; readonly connectDigest: () => Connection<DigestApi> },
  { files }: Pick<ModelPackage, 'files'>,
  sound: Set<string>,
): Promise<PackageFile | null> {
  const unread = files.filter(({ sha256 }) => !sound.has(sha256));
  if (unread.length === 0) return null;
  const worker = connectDigest();
  try {
    for (const file of unread) {
      const bytes = await readOrNull(storage, file);
      const digest = bytes === null ? null : await worker.digest(bytes, () => undefined);
      // A worker that died says nothing about the file: the run will show what is wrong.
      if (digest !== null && !digest.ok && digest.error.code === 'worker-died') return null;
      if (digest === null || !digest.ok || digest.value.sha256 !== file.sha256) return file;
      sound.add(file.sha256);
    }
    return null;
  } finally {
    worker.dispose();
  }
}

async function readOrNull(storage: AppStorage, { sha256 }: PackageFile): Promise<Blob | null> {
  try {
    return await storage.files.readFile(sha256);
  } catch (error) {
    if (error instanceof StorageError && error.code === 'storage-damaged') return null;
    throw error;
  }
}
