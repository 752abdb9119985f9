import { promisifyRequest } from 'idb-keyval';
import type { Inference } from '../domain/inference';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';

/** An image's fact in a record of its own. */
export interface FactRecord {
  readonly version: number;
  readonly inference: Inference;
}

const form: RecordForm = { name: 'fact', steps: [] };
export const upgradeFact = (record: unknown) => upgradeRecord(record, form) as FactRecord;
export const factRecordOf = (inference: Inference): FactRecord => ({ version: versionOf(form), inference });

/** Facts that have a record of their own. */
export const singlesUnder = (surveyId: string, after: readonly IDBValidKey[] = [surveyId, '']): IDBKeyRange =>
  IDBKeyRange.bound([...after], [surveyId, []], true, true);

/** At most `count` of them, by UTF-16 units of the path. */
export async function readSingles(store: IDBObjectStore, range: IDBKeyRange, count?: number): Promise<Inference[]> {
  const records = await promisifyRequest<unknown[]>(store.getAll(range, count) as IDBRequest<unknown[]>);
  return records.map((record) => upgradeFact(record).inference);
}
