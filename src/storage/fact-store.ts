import { promisifyRequest } from 'idb-keyval';
import type { Inference } from '../domain/inference';
import { keysUnder } from './database';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';

/** Images with facts, and those of them with failures. */
export interface FactCounts {
  readonly done: number;
  readonly failed: number;
}

/** What the networks said of each image of a survey. */
export interface FactStore {
  /** Stores a fact and counts it, in one transaction. Replaces an earlier fact of the same image. */
  readonly putFact: (surveyId: string, inference: Inference) => Promise<void>;
  /** The same for many, a few hundred in one transaction; `onStored` hears how many are safe so far. */
  readonly putFacts: (
    surveyId: string,
    inferences: readonly Inference[],
    onStored?: (count: number) => void,
  ) => Promise<void>;
  readonly readFact: (surveyId: string, filepath: string) => Promise<Inference | null>;
  /** All facts in batches, ordered by UTF-16 units of the path (not the order of results). False from `onBatch` ends it. */
  readonly readFacts: (
    surveyId: string,
    onBatch: (facts: readonly Inference[]) => boolean | undefined,
  ) => Promise<void>;
  /** The images that need no network any more. */
  readonly readDoneFilepaths: (surveyId: string) => Promise<Set<string>>;
  readonly readCounts: (surveyId: string) => Promise<FactCounts>;
  /** Forgets what is known of some images (changed on disk, to be tried again), or of all. */
  readonly deleteFacts: (surveyId: string, filepaths: readonly string[] | 'all') => Promise<void>;
}

interface FactRecord {
  readonly version: number;
  readonly inference: Inference;
}

interface CountsRecord extends FactCounts {
  readonly version: number;
}

const factForm: RecordForm = { name: 'fact', steps: [] };
const countsForm: RecordForm = { name: 'counts of facts', steps: [] };
export const upgradeFact = (record: unknown) => upgradeRecord(record, factForm) as FactRecord;
export const upgradeCounts = (record: unknown) => upgradeRecord(record, countsForm) as CountsRecord;

/** Facts read at a time: about 2 MB and a few milliseconds of the page's time. */
const BATCH = 1000;
/** Facts written in one transaction: few enough that a run in another tab does not wait long. */
const WRITTEN_TOGETHER = 250;

export function createFactStore({ facts }: Databases): FactStore {
  return {
    async putFact(surveyId, inference) {
      // Relaxed: a power cut may cost the last seconds' images, which are then computed again.
      await facts.write('relaxed', async (store) => {
        const key = [surveyId, inference.filepath];
        const [earlier, counts] = await Promise.all([getFact(store, key), getCounts(store, surveyId)]);
        const record: FactRecord = { version: versionOf(factForm), inference };
        store.put(record, key);
        await putCounts(store, surveyId, {
          done: counts.done + (earlier === null ? 1 : 0),
          failed: counts.failed + failedOf(inference) - (earlier === null ? 0 : failedOf(earlier)),
        });
      });
    },

    async putFacts(surveyId, inferences, onStored) {
      for (let start = 0; start < inferences.length; start += WRITTEN_TOGETHER) {
        const batch = inferences.slice(start, start + WRITTEN_TOGETHER);
        await facts.write('relaxed', async (store) => {
          let { done, failed } = await getCounts(store, surveyId);
          for (const inference of batch) {
            const key = [surveyId, inference.filepath];
            const earlier = await getFact(store, key);
            done += earlier === null ? 1 : 0;
            failed += failedOf(inference) - (earlier === null ? 0 : failedOf(earlier));
            const record: FactRecord = { version: versionOf(factForm), inference };
            store.put(record, key);
          }
          await putCounts(store, surveyId, { done, failed });
        });
        onStored?.(start + batch.length);
      }
    },

    readFact: (surveyId, filepath) => facts.read((store) => getFact(store, [surveyId, filepath])),

    async readFacts(surveyId, onBatch) {
      // A transaction for each batch: a run may write in between.
      const batchAfter = async (after: readonly string[]): Promise<readonly Inference[]> => {
        const range = keysUnder([surveyId], after);
        const records = await facts.read((store) =>
          promisifyRequest<unknown[]>(store.getAll(range, BATCH) as IDBRequest<unknown[]>),
        );
        return records.map((record) => upgradeFact(record).inference);
      };
      let reading = batchAfter([surveyId]);
      for (let isWanted = false; ; isWanted = true) {
        const batch = await reading;
        const last = batch.at(-1);
        if (last === undefined) return;
        const isLast = batch.length < BATCH;
        // Whoever wants more than the first ones has the next ones on their way while these are worked on.
        const next = isWanted && !isLast ? batchAfter([surveyId, last.filepath]) : null;
        next?.catch(() => undefined); // awaited below, unless no more are wanted
        if (onBatch(batch) === false || isLast) return;
        reading = next ?? batchAfter([surveyId, last.filepath]);
      }
    },

    async readDoneFilepaths(surveyId) {
      const keys = await facts.read((store) => promisifyRequest(store.getAllKeys(keysUnder([surveyId]))));
      return new Set((keys as [string, string][]).map(([, filepath]) => filepath));
    },

    readCounts: (surveyId) => facts.read((store) => getCounts(store, surveyId)),

    async deleteFacts(surveyId, filepaths) {
      await facts.write('strict', async (store) => {
        if (filepaths === 'all') {
          store.delete([surveyId]);
          await promisifyRequest(store.delete(keysUnder([surveyId])));
          return;
        }
        let { done, failed } = await getCounts(store, surveyId);
        for (const filepath of filepaths) {
          const earlier = await getFact(store, [surveyId, filepath]);
          if (earlier === null) continue;
          done -= 1;
          failed -= failedOf(earlier);
          store.delete([surveyId, filepath]);
        }
        await putCounts(store, surveyId, { done, failed });
      });
    },
  };
}

const failedOf = (inference: Inference) => (inference.failures.length > 0 ? 1 : 0);

async function getFact(store: IDBObjectStore, key: string[]): Promise<Inference | null> {
  const record = await promisifyRequest<unknown>(store.get(key));
  return record === undefined ? null : upgradeFact(record).inference;
}

async function getCounts(store: IDBObjectStore, surveyId: string): Promise<FactCounts> {
  const record = await promisifyRequest<unknown>(store.get([surveyId]));
  if (record === undefined) return { done: 0, failed: 0 };
  const { done, failed } = upgradeCounts(record);
  return { done, failed };
}

async function putCounts(store: IDBObjectStore, surveyId: string, counts: FactCounts) {
  const record: CountsRecord = { version: versionOf(countsForm), ...counts };
  await promisifyRequest(store.put(record, [surveyId]));
}
