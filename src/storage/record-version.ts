import { StorageError } from './storage-error';

/**
 * How a kind of record grew. `steps[0]` turns version 1 into version 2, and so on: the current version is one more than
 * there are steps. A step is never edited; tests keep an example of every version.
 */
export interface RecordForm {
  readonly name: string;
  readonly steps: readonly ((record: object) => object)[];
}

/** The version that is written now. */
export const versionOf = (form: RecordForm): number => form.steps.length + 1;

/** Brings a stored record to the current version. Throws StorageError: `storage-newer`, or `storage-damaged`. */
export function upgradeRecord(record: unknown, form: RecordForm): object {
  const version = typeof record === 'object' && record !== null && 'version' in record ? record.version : null;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new StorageError('storage-damaged', `${form.name}: expected a record with a version, got ${typeof record}`);
  }
  const current = versionOf(form);
  if (version > current) {
    throw new StorageError('storage-newer', `${form.name}: version ${version} is newer than this app's ${current}`);
  }
  const steps = form.steps.slice(version - 1);
  return steps.reduce((older, step) => step(older), record as object);
}
