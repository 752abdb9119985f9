import { promisifyRequest } from 'idb-keyval';
import type { Databases } from './databases';
import { keysUnder } from './database';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
import { StorageError } from './storage-error';

/** Bytes of one stored chunk (docs/adr/0002-model-files-in-indexeddb.md). */
export const CHUNK_BYTES = 8 * 1024 * 1024;

export interface StoreFileOptions {
  /** Bytes of this file that are stored. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

/** Model files by the SHA-256 of their bytes (lower-case hex, as computed by whoever stores them). */
export interface FileStore {
  /**
   * Stores a file; one that is there already is not written again. Rejects with StorageError or the signal's reason,
   * and then nothing of the file remains.
   */
  readonly storeFile: (sha256: string, file: Blob, options?: StoreFileOptions) => Promise<void>;
  /** The whole file as a Blob of its stored chunks: no bytes are read yet. Rejects `storage-damaged` when not there. */
  readonly readFile: (sha256: string) => Promise<Blob>;
  /** Removes a file whatever refers to it: it was found damaged, and only then it can be stored again. */
  readonly removeFile: (sha256: string) => Promise<void>;
  readonly listFiles: () => Promise<readonly StoredFile[]>;
  /** Removes the files that are not named; those being written are left alone. Returns the bytes that became free. */
  readonly removeUnreferencedFiles: (referenced: ReadonlySet<string>) => Promise<number>;
  /** Removes chunks that a closed tab or a crash left without a manifest. Returns how many files that concerned. */
  readonly sweepOrphans: () => Promise<number>;
}

/** Written after all chunks: a file without it does not exist. */
interface Manifest {
  readonly version: number;
  readonly sha256: string;
  readonly size: number;
  readonly chunks: number;
}

const form: RecordForm = { name: 'model file manifest', steps: [] };
export const upgradeManifest = (record: unknown) => upgradeRecord(record, form) as Manifest;

export function createFileStore({ prefix, modelFiles }: Databases): FileStore {
  const lockName = (sha256: string) => `${prefix}-file-${sha256}`;

  async function readManifest(sha256: string): Promise<Manifest | null> {
    const record = await modelFiles.read<unknown>((store) => promisifyRequest<unknown>(store.get([sha256])));
    return record === undefined ? null : upgradeManifest(record);
  }

  const removeFile = (sha256: string) =>
    modelFiles.write('relaxed', async (store) => {
      store.delete([sha256]);
      await promisifyRequest(store.delete(keysUnder([sha256])));
    });

  async function writeChunks(sha256: string, file: Blob, { onProgress, signal }: StoreFileOptions) {
    const chunks = Math.ceil(file.size / CHUNK_BYTES);
    for (let n = 0; n < chunks; n++) {
      signal?.throwIfAborted();
      const chunk = file.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);
      await modelFiles.write('strict', (store) => promisifyRequest(store.put(chunk, [sha256, n])));
      onProgress?.(Math.min(file.size, (n + 1) * CHUNK_BYTES));
    }
    signal?.throwIfAborted();
    const manifest: Manifest = { version: versionOf(form), sha256, size: file.size, chunks };
    await modelFiles.write('strict', (store) => promisifyRequest(store.put(manifest, [sha256])));
  }

  /** Runs `work` unless another tab is just writing this file. */
  const unlessBeingWritten = (sha256: string, work: () => Promise<void>) =>
    navigator.locks.request(lockName(sha256), { ifAvailable: true }, async (lock) => {
      if (lock !== null) await work();
      return lock !== null;
    });

  async function listFiles(): Promise<readonly StoredFile[]> {
    const keys = await modelFiles.read((store) => promisifyRequest(store.getAllKeys()));
    const manifests = await Promise.all(hashesWithManifest(keys).map(readManifest));
    return manifests.flatMap((manifest) =>
      manifest === null ? [] : [{ sha256: manifest.sha256, size: manifest.size }],
    );
  }

  return {
    async storeFile(sha256, file, options = {}) {
      const { signal } = options;
      await navigator.locks.request(lockName(sha256), signal ? { signal } : {}, async () => {
        if ((await readManifest(sha256)) !== null) return;
        await removeFile(sha256); // chunks of an attempt that was cut off
        try {
          await writeChunks(sha256, file, options);
        } catch (error) {
          // The first error is the one to tell; if clearing fails as well, the sweep at the next start does it.
          await removeFile(sha256).catch(() => undefined);
          throw error;
        }
      });
    },

    async readFile(sha256) {
      const manifest = await readManifest(sha256);
      if (manifest === null) throw new StorageError('storage-damaged', `model file ${sha256} is not stored`);
      const chunks = await modelFiles.read((store) =>
        promisifyRequest<Blob[]>(store.getAll(keysUnder([sha256])) as IDBRequest<Blob[]>),
      );
      const file = new Blob(chunks);
      if (chunks.length !== manifest.chunks || file.size !== manifest.size) {
        const got = `${chunks.length} chunks with ${file.size} bytes`;
        const expected = `${manifest.chunks} chunks with ${manifest.size} bytes`;
        throw new StorageError('storage-damaged', `model file ${sha256}: expected ${expected}, got ${got}`);
      }
      return file;
    },

    removeFile: async (sha256) => {
      await navigator.locks.request(lockName(sha256), () => removeFile(sha256));
    },

    listFiles,

    async removeUnreferencedFiles(referenced) {
      let bytes = 0;
      for (const { sha256, size } of await listFiles()) {
        if (referenced.has(sha256)) continue;
        if (await unlessBeingWritten(sha256, () => removeFile(sha256))) bytes += size;
      }
      return bytes;
    },

    async sweepOrphans() {
      const keys = await modelFiles.read((store) => promisifyRequest(store.getAllKeys()));
      const complete = new Set(hashesWithManifest(keys));
      const begun = new Set(keys.flatMap((key) => (Array.isArray(key) ? [key[0] as string] : [])));
      let swept = 0;
      for (const sha256 of begun) {
        if (complete.has(sha256)) continue;
        const removed = await unlessBeingWritten(sha256, async () => {
          // Another tab may have finished it between the list and the lock.
          if ((await readManifest(sha256)) === null) await removeFile(sha256);
        });
        if (removed) swept++;
      }
      return swept;
    },
  };
}

function hashesWithManifest(keys: readonly IDBValidKey[]): string[] {
  return keys.flatMap((key) => (Array.isArray(key) && key.length === 1 ? [key[0] as string] : []));
}
