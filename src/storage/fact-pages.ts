import { promisifyRequest } from 'idb-keyval';
import type { Inference } from '../domain/inference';
import { readSingles, singlesUnder } from './fact-record';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';

/**
 * Facts of a survey at rest, many in one record: 200,000 of them are read in a third of the time that as many records take
 * (`npm run bench:storage`). Each image is in one page at most. A record of its own, written later by a run, comes before a page.
 *
 * Key: `[surveyId, 0, first path, last path]`, which sorts before the records of single images.
 */
export type PageKey = readonly [surveyId: string, kind: typeof PAGES, first: string, last: string];

interface PageRecord {
  readonly version: number;
  /** By UTF-16 units of the path; never empty. */
  readonly facts: readonly Inference[];
}

const PAGES = 0;

/** Version 2 from the first: an app that knows no pages takes one for a fact, and then says that it is of a newer version. */
const form: RecordForm = { name: 'page of facts', steps: [(record) => record] };
export const upgradeFactPage = (record: unknown) => upgradeRecord(record, form) as PageRecord;

export const pagesUnder = (surveyId: string, after: readonly IDBValidKey[] = [surveyId, PAGES]): IDBKeyRange =>
  IDBKeyRange.bound([...after], [surveyId, PAGES, []], true, true);

/** The pages of a survey within one transaction, each read once at most. */
export interface OpenPages {
  /** The fact that a page holds of this image; null = none does. */
  readonly find: (filepath: string) => Promise<Inference | null>;
  /** Takes these images out of the pages that hold them. */
  readonly remove: (filepaths: readonly string[]) => Promise<void>;
}

export function openPages(store: IDBObjectStore, surveyId: string): OpenPages {
  let keys: Promise<readonly PageKey[]> | null = null;
  const pages = new Map<PageKey, Promise<ReadonlyMap<string, Inference>>>();

  const readPage = (key: PageKey) => {
    const known = pages.get(key);
    if (known !== undefined) return known;
    const read = promisifyRequest<unknown>(store.get([...key])).then(
      (record) => new Map(upgradeFactPage(record).facts.map((fact) => [fact.filepath, fact])),
    );
    pages.set(key, read);
    return read;
  };

  /** Pages may overlap: a run that was made later may have found images between those of the run before. */
  async function pageOf(filepath: string): Promise<PageKey | null> {
    keys ??= readPageKeys(store, surveyId);
    for (const key of await keys) {
      const [, , first, last] = key;
      if (first <= filepath && filepath <= last && (await readPage(key)).has(filepath)) return key;
    }
    return null;
  }

  return {
    async find(filepath) {
      const key = await pageOf(filepath);
      return key === null ? null : ((await readPage(key)).get(filepath) ?? null);
    },
    async remove(filepaths) {
      const removed = new Map<PageKey, Set<string>>();
      for (const filepath of filepaths) {
        const key = await pageOf(filepath);
        if (key !== null) removed.set(key, (removed.get(key) ?? new Set()).add(filepath));
      }
      for (const [key, gone] of removed) {
        const kept = [...(await readPage(key)).values()].filter(({ filepath }) => !gone.has(filepath));
        store.delete([...key]);
        if (kept.length > 0) putPage(store, surveyId, kept);
      }
      keys = null;
      pages.clear();
    },
  };
}

export async function readPageKeys(store: IDBObjectStore, surveyId: string): Promise<readonly PageKey[]> {
  return (await promisifyRequest(store.getAllKeys(pagesUnder(surveyId)))) as unknown as PageKey[];
}

/** The facts of the next few pages after this key, and the key of the last one; null after the last one. */
export async function readPagesAfter(
  store: IDBObjectStore,
  surveyId: string,
  after: PageKey | undefined,
  count: number,
): Promise<{ readonly key: PageKey; readonly facts: readonly Inference[] } | null> {
  const range = pagesUnder(surveyId, after);
  const [keys, records] = await Promise.all([
    promisifyRequest(store.getAllKeys(range, count)),
    promisifyRequest<unknown[]>(store.getAll(range, count) as IDBRequest<unknown[]>),
  ]);
  const key = keys.at(-1) as PageKey | undefined;
  return key === undefined ? null : { key, facts: records.flatMap((record) => upgradeFactPage(record).facts) };
}

/** Moves the first `size` facts that have a record of their own into a page; false when there are not so many. */
export async function packPage(store: IDBObjectStore, surveyId: string, size: number): Promise<boolean> {
  const range = singlesUnder(surveyId);
  const keys = (await promisifyRequest(store.getAllKeys(range, size))) as [string, string][];
  if (keys.length < size) return false;
  const [first, last] = [keys[0]!, keys.at(-1)!];
  // What a page says of an image that has a record of its own is an earlier answer.
  await openPages(store, surveyId).remove(keys.map(([, filepath]) => filepath));
  const facts = await readSingles(store, IDBKeyRange.bound(first, last));
  store.delete(IDBKeyRange.bound(first, last));
  putPage(store, surveyId, facts);
  return true;
}

/** Which images the pages hold, whole page by whole page: no more than one is in memory. */
export async function readPagedFilepaths(store: IDBObjectStore, surveyId: string, found: Set<string>): Promise<void> {
  for (const key of await readPageKeys(store, surveyId)) {
    const { facts } = upgradeFactPage(await promisifyRequest<unknown>(store.get([...key])));
    for (const { filepath } of facts) found.add(filepath);
  }
}

function putPage(store: IDBObjectStore, surveyId: string, facts: readonly Inference[]): void {
  const record: PageRecord = { version: versionOf(form), facts };
  const key: PageKey = [surveyId, PAGES, facts[0]!.filepath, facts.at(-1)!.filepath];
  store.put(record, [...key]);
}
