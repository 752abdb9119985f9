import { promisifyRequest } from 'idb-keyval';
import { keysUnder } from './database';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
import { StorageError } from './storage-error';

/** How far one file of a download is. */
export interface StoredDownloadFile {
  readonly url: string;
  readonly name: string;
  /** What the server says of the file, to notice that it became another one; null = it does not say. */
  readonly etag: string | null;
  /** Bytes of the whole file as the server says; null = not known yet. */
  readonly size: number | null;
  /** Stored so far. */
  readonly pieces: number;
  readonly bytes: number;
  readonly isComplete: boolean;
}

/** A download that was begun and not discarded. */
export interface StoredDownload {
  /** The entry's id in the catalog. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** Which of the entry's sources. */
  readonly download: number;
  readonly startedAt: number;
  readonly files: readonly StoredDownloadFile[];
}

/** Downloads on their way, in pieces of up to 8 MB, so that a reload does not begin anew. Rejects with StorageError. */
export interface DownloadStore {
  readonly list: () => Promise<readonly StoredDownload[]>;
  readonly read: (id: string) => Promise<StoredDownload | null>;
  /** Begins anew: what was stored under the id before is removed. */
  readonly begin: (download: StoredDownload) => Promise<void>;
  /** Adds a piece and the file's new state in one step; a file without pieces begins anew. */
  readonly putPiece: (id: string, index: number, file: StoredDownloadFile, piece: Blob | null) => Promise<void>;
  /** The file as a Blob of its pieces: no bytes are read yet. */
  readonly readFile: (id: string, index: number) => Promise<Blob>;
  readonly remove: (id: string) => Promise<void>;
  /** Name of the lock that who fetches holds, so that two tabs don't. */
  readonly lockName: (id: string) => string;
}

interface DownloadRecord extends StoredDownload {
  readonly version: number;
}

const form: RecordForm = { name: 'download', steps: [] };
export const upgradeDownload = (record: unknown) => upgradeRecord(record, form) as DownloadRecord;

export function createDownloadStore({ prefix, downloads }: Databases): DownloadStore {
  const readRecord = async (store: IDBObjectStore, id: string) => {
    const record = await promisifyRequest<unknown>(store.get([id]));
    return record === undefined ? null : toDownload(upgradeDownload(record));
  };
  const putRecord = (store: IDBObjectStore, download: StoredDownload) => {
    const record: DownloadRecord = { version: versionOf(form), ...download };
    return promisifyRequest(store.put(record, [download.id]));
  };

  return {
    list: () =>
      downloads.read(async (store) => {
        const keys = await promisifyRequest(store.getAllKeys());
        const ids = keys.flatMap((key) => (Array.isArray(key) && key.length === 1 ? [key[0] as string] : []));
        const found = await Promise.all(ids.map((id) => readRecord(store, id)));
        return found.filter((download) => download !== null);
      }),

    read: (id) => downloads.read((store) => readRecord(store, id)),

    begin: (download) =>
      downloads.write('strict', async (store) => {
        store.delete(keysUnder([download.id]));
        await putRecord(store, download);
      }),

    putPiece: (id, index, file, piece) =>
      downloads.write('strict', async (store) => {
        const download = await readRecord(store, id);
        if (download === null) throw new StorageError('storage-damaged', `download ${id} is not stored`);
        if (file.pieces === 0) store.delete(keysUnder([id, index]));
        if (piece !== null) store.put(piece, [id, index, file.pieces - 1]);
        await putRecord(store, { ...download, files: download.files.with(index, file) });
      }),

    async readFile(id, index) {
      const { file, pieces } = await downloads.read(async (store) => ({
        file: (await readRecord(store, id))?.files[index],
        pieces: await promisifyRequest<Blob[]>(store.getAll(keysUnder([id, index])) as IDBRequest<Blob[]>),
      }));
      const blob = new Blob(pieces);
      if (file === undefined || pieces.length !== file.pieces || blob.size !== file.bytes) {
        const got = `${pieces.length} pieces with ${blob.size} bytes`;
        const expected = file === undefined ? 'a record' : `${file.pieces} pieces with ${file.bytes} bytes`;
        throw new StorageError('storage-damaged', `download ${id}, file ${index}: expected ${expected}, got ${got}`);
      }
      return blob;
    },

    remove: (id) =>
      downloads.write('relaxed', async (store) => {
        store.delete([id]);
        await promisifyRequest(store.delete(keysUnder([id])));
      }),

    lockName: (id) => `${prefix}-download-${id}`,
  };
}

function toDownload({ id, name, download, startedAt, files }: DownloadRecord): StoredDownload {
  return { id, name, download, startedAt, files };
}
