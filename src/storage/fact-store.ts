import { promisifyRequest } from 'idb-keyval';
import type { Inference } from '../domain/inference';
import { plainFact, type StoredFact } from '../domain/packed-facts/stored-fact';
import { keysUnder } from './database';
import type { Databases } from './databases';
import {
  openPages,
  packPage,
  readPagedFilepaths,
  readPagesAfter,
  repackPage,
  type Opener,
  type OpenPages,
  type PageKey,
} from './fact-pages';
import { factRecordOf, readSingles, singlesUnder, upgradeFact } from './fact-record';
import { readerLock, tryAsWriter } from './reader-lock';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
import type { StorageError } from './storage-error';

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
  /**
   * All facts in batches, in no order that means anything; objects only when asked for. False from `onBatch` ends it. Rejects at the
   * end, after all others, when a page can't be read.
   */
  readonly readFacts: (
    surveyId: string,
    onBatch: (facts: readonly StoredFact[]) => boolean | undefined,
  ) => Promise<void>;
  /** The images that need no network any more. */
  readonly readDoneFilepaths: (surveyId: string) => Promise<Set<string>>;
  readonly readCounts: (surveyId: string) => Promise<FactCounts>;
  /** Forgets what is known of some images (changed on disk, to be tried again), or of all. */
  readonly deleteFacts: (surveyId: string, filepaths: readonly string[] | 'all') => Promise<void>;
  /**
   * Puts facts of a survey at rest together, so that it is opened faster; what they say stays. Ends early, with all in
   * order, when somebody reads them, and when it is not at rest any more. Each step is one transaction.
   */
  readonly packFacts: (surveyId: string, isAtRest?: () => Promise<boolean>) => Promise<void>;
}

interface CountsRecord extends FactCounts {
  readonly version: number;
}

const countsForm: RecordForm = { name: 'counts of facts', steps: [] };
export const upgradeCounts = (record: unknown) => upgradeRecord(record, countsForm) as CountsRecord;

/** Facts read at a time: about 2 MB and a few milliseconds of the page's time. */
const BATCH = 1000;
/** Facts written in one transaction: few enough that a run in another tab does not wait long. */
const WRITTEN_TOGETHER = 250;
/** Facts of a page: read as fast as larger ones, and written again in a moment when one of them is deleted. */
export const FACT_PAGE = 500;
/** Pages read at a time. */
const PAGES_TOGETHER = 4;

/** Before a transaction, which would not wait for it. */
const loadOpener = async () => (await import('../domain/packed-facts/open-packed-facts')).openPackedFacts;

export function createFactStore({ prefix, facts }: Databases): FactStore {
  const lockOf = (surveyId: string) => `${prefix}-read-facts-${surveyId}`;
  /** Pages that have objects, by surveys that were read to the end here: they are packed when the survey is at rest. */
  const unpacked = new Map<string, PageKey[]>();

  const singlesAfter = (surveyId: string, after: readonly string[] | undefined) =>
    facts.read((store) => readSingles(store, singlesUnder(surveyId, after), BATCH));

  /** A transaction for each batch: a run may write in between. The next one is on its way while one is worked on. */
  async function* readSingleBatches(surveyId: string): AsyncGenerator<readonly Inference[]> {
    let reading = singlesAfter(surveyId, undefined);
    for (let isWanted = false; ; isWanted = true) {
      const batch = await reading;
      const last = batch.at(-1);
      if (last === undefined) return;
      const isLast = batch.length < BATCH;
      const readNext = () => singlesAfter(surveyId, [surveyId, last.filepath]);
      // Whoever wants more than the first ones has the next ones on their way.
      const next = isWanted && !isLast ? readNext() : null;
      next?.catch(() => undefined); // awaited below, unless no more are wanted
      yield batch;
      if (isLast) return;
      reading = next ?? readNext();
    }
  }

  /** Without the images that came before from records of their own. */
  async function* readPages(surveyId: string, without: ReadonlySet<string>): AsyncGenerator<readonly StoredFact[]> {
    const open = await loadOpener();
    const pagesAfter = (after: PageKey | undefined, count: number) =>
      facts.read((store) => readPagesAfter(store, surveyId, after, { count, open }));
    const found: PageKey[] = [];
    let failure: StorageError | null = null;
    // One first: some want no more than a few facts.
    let reading = pagesAfter(undefined, 1);
    for (let pages = await reading, isWanted = false; pages !== null; pages = await reading, isWanted = true) {
      const readNext = pagesAfter.bind(null, pages.key, PAGES_TOGETHER);
      const next = isWanted ? readNext() : null;
      next?.catch(() => undefined); // awaited above, unless no more are wanted
      found.push(...pages.unpacked);
      failure ??= pages.failure;
      yield without.size === 0 ? pages.facts : pages.facts.filter(({ filepath }) => !without.has(filepath));
      reading = next ?? readNext();
    }
    unpacked.set(surveyId, found);
    if (failure !== null) throw failure;
  }

  return {
    async putFact(surveyId, inference) {
      const open = await loadOpener();
      // Relaxed: a power cut may cost the last seconds' images, which are then computed again.
      await facts.write('relaxed', (store) => putAll(store, surveyId, [inference], open));
    },

    async putFacts(surveyId, inferences, onStored) {
      const open = await loadOpener();
      for (let start = 0; start < inferences.length; start += WRITTEN_TOGETHER) {
        const batch = inferences.slice(start, start + WRITTEN_TOGETHER);
        await facts.write('relaxed', (store) => putAll(store, surveyId, batch, open));
        onStored?.(start + batch.length);
      }
    },

    async readFact(surveyId, filepath) {
      const open = await loadOpener();
      return facts.read((store) => getFact(store, surveyId, filepath, openPages(store, surveyId, open)));
    },

    readFacts: (surveyId, onBatch) =>
      readerLock(lockOf(surveyId), async () => {
        const singles = new Set<string>();
        for await (const batch of readSingleBatches(surveyId)) {
          for (const { filepath } of batch) singles.add(filepath);
          if (onBatch(batch.map(plainFact)) === false) return;
        }
        for await (const page of readPages(surveyId, singles)) if (onBatch(page) === false) return;
      }),

    readDoneFilepaths: (surveyId) =>
      facts.read(async (store) => {
        const keys = await promisifyRequest(store.getAllKeys(singlesUnder(surveyId)));
        const found = new Set((keys as [string, string][]).map(([, filepath]) => filepath));
        await readPagedFilepaths(store, surveyId, found);
        return found;
      }),

    readCounts: (surveyId) => facts.read((store) => getCounts(store, surveyId)),

    async deleteFacts(surveyId, filepaths) {
      const open = await loadOpener();
      await facts.write('strict', async (store) => {
        if (filepaths === 'all') {
          store.delete([surveyId]);
          await promisifyRequest(store.delete(keysUnder([surveyId])));
          return;
        }
        const pages = openPages(store, surveyId, open);
        let { done, failed } = await getCounts(store, surveyId);
        for (const filepath of new Set(filepaths)) {
          const earlier = await getFact(store, surveyId, filepath, pages);
          if (earlier === null) continue;
          done -= 1;
          failed -= failedOf(earlier);
          store.delete([surveyId, filepath]);
        }
        await pages.remove(filepaths);
        await putCounts(store, surveyId, { done, failed });
      });
    },

    async packFacts(surveyId, isAtRest = () => Promise.resolve(true)) {
      const open = await loadOpener();
      const { packFacts: pack } = await import('../domain/packed-facts/pack-facts');
      const packNext = () =>
        facts.write('relaxed', (store) => packPage(store, surveyId, { size: FACT_PAGE, open, pack }));
      const repackNext = async () => {
        const key = unpacked.get(surveyId)?.shift();
        if (key !== undefined) await facts.write('relaxed', (store) => repackPage(store, key, pack));
        return key !== undefined;
      };
      // One page at a time, so that somebody who wants to read waits for one at most.
      for (const next of [packNext, repackNext]) {
        while (await tryAsWriter(lockOf(surveyId), async () => (await isAtRest()) && (await next())));
      }
    },
  };
}

/** Stores facts and counts them. */
async function putAll(
  store: IDBObjectStore,
  surveyId: string,
  inferences: readonly Inference[],
  open: Opener,
): Promise<void> {
  const pages = openPages(store, surveyId, open);
  let { done, failed } = await getCounts(store, surveyId);
  for (const inference of inferences) {
    const earlier = await getFact(store, surveyId, inference.filepath, pages);
    done += earlier === null ? 1 : 0;
    failed += failedOf(inference) - (earlier === null ? 0 : failedOf(earlier));
    store.put(factRecordOf(inference), [surveyId, inference.filepath]);
  }
  await putCounts(store, surveyId, { done, failed });
}

const failedOf = (inference: Inference) => (inference.failures.length > 0 ? 1 : 0);

/** What an image's own record says comes before what a page says. */
async function getFact(
  store: IDBObjectStore,
  surveyId: string,
  filepath: string,
  pages: OpenPages,
): Promise<Inference | null> {
  const record = await promisifyRequest<unknown>(store.get([surveyId, filepath]));
  return record === undefined ? pages.find(filepath) : upgradeFact(record).inference;
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
