import { promisifyRequest } from 'idb-keyval';
import { EMPTY_QUEUE, type RunQueue } from '../domain/run-queue';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
import { isQueueLocked, takeQueueLock, waitForQueueEnd, type RunLock } from './run-lock';

/** The one queue of surveys of this browser. The tab that holds its lock runs them; every tab may change it. */
export interface QueueStore {
  readonly readQueue: () => Promise<RunQueue>;
  /** Each change sees what another tab may have stored meanwhile. Answers what is stored then. */
  readonly changeQueue: (change: (queue: RunQueue) => RunQueue) => Promise<RunQueue>;
  /** Null = another tab has it. */
  readonly takeLock: () => Promise<RunLock | null>;
  readonly isLocked: () => Promise<boolean>;
  /** Resolves when no tab works at the queue any more. */
  readonly waitForEnd: () => Promise<void>;
}

const KEY = 'run-queue';
const form: RecordForm = { name: 'queue of surveys', steps: [] };
export const upgradeQueue = (record: unknown) => upgradeRecord(record, form) as { queue: RunQueue };

export function createQueueStore({ prefix, settings }: Databases): QueueStore {
  const readFrom = async (store: IDBObjectStore): Promise<RunQueue> => {
    const record = await promisifyRequest<unknown>(store.get(KEY));
    return record === undefined ? EMPTY_QUEUE : upgradeQueue(record).queue;
  };
  return {
    readQueue: () => settings.read(readFrom),
    changeQueue: (change) =>
      settings.write('strict', async (store) => {
        const before = await readFrom(store);
        const queue = change(before);
        if (queue === before) return before;
        await promisifyRequest(store.put({ version: versionOf(form), queue }, KEY));
        return queue;
      }),
    takeLock: () => takeQueueLock(prefix),
    isLocked: () => isQueueLocked(prefix),
    waitForEnd: () => waitForQueueEnd(prefix),
  };
}
