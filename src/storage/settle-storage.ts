import type { PortResult } from '../pipeline/run-ports';
import { StorageError } from './storage-error';

/** A storage call as a run's port answers it: conditions of the storage are data, bugs are thrown. */
export async function settleStorage<Value>(work: Promise<Value>): Promise<PortResult<Value>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return { ok: false, error: { code: error.code, message: error.message } };
  }
}
