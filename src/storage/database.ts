import { createStore, promisifyRequest } from 'idb-keyval';
import { StorageError, toStorageError } from './storage-error';

/**
 * `strict`: on the disk when the promise resolves, also after a power cut. `relaxed`: survives the browser's death at once
 * and a power cut after a few seconds; much cheaper, for records that can be made again.
 */
export type Durability = 'strict' | 'relaxed';

/**
 * One IndexedDB database with one object store: idb-keyval upgrades no further than that.
 * Each call is one transaction; errors are StorageErrors.
 */
export interface Database {
  readonly name: string;
  readonly read: <Value>(work: (store: IDBObjectStore) => Promise<Value>) => Promise<Value>;
  /** Resolves when the transaction is complete; when `work` or the transaction fails, nothing of it is stored. */
  readonly write: <Value>(durability: Durability, work: (store: IDBObjectStore) => Promise<Value>) => Promise<Value>;
}

export function openDatabase(name: string): Database {
  // Opened at the first use: a browser without storage must be able to show the page that says so.
  let useStore: ReturnType<typeof createStore> | null = null;
  const store = () => {
    if (!('indexedDB' in globalThis)) throw new StorageError('storage-unavailable', 'this browser has no IndexedDB');
    return (useStore ??= createStore(name, 'records'));
  };
  return {
    name,
    async read(work) {
      try {
        return await store()('readonly', work);
      } catch (error) {
        throw toStorageError(error, `reading ${name}`);
      }
    },
    async write(durability, work) {
      try {
        // The empty read is only the way to the connection, which idb-keyval keeps to itself.
        const connection = await store()('readonly', (records) => records.transaction.db);
        return await runWrite(connection.transaction('records', 'readwrite', { durability }), work);
      } catch (error) {
        throw toStorageError(error, `writing ${name}`);
      }
    },
  };
}

async function runWrite<Value>(
  transaction: IDBTransaction,
  work: (store: IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  const finished = promisifyRequest(transaction);
  finished.catch(() => undefined); // awaited below, after the work
  try {
    const value = await work(transaction.objectStore('records'));
    await finished;
    return value;
  } catch (error) {
    abort(transaction);
    // A full disk aborts the transaction; its requests only say AbortError, the reason is the transaction's.
    throw transaction.error ?? error;
  }
}

function abort(transaction: IDBTransaction) {
  try {
    transaction.abort();
  } catch (error) {
    // Already finished: nothing is left to take back.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}

/** All keys that begin with `prefix`: `[...prefix]` itself too when `withPrefix`. Arrays sort after everything else. */
export function keysUnder(prefix: readonly IDBValidKey[], after: readonly IDBValidKey[] = prefix): IDBKeyRange {
  return IDBKeyRange.bound([...after], [...prefix, []], true, true);
}
