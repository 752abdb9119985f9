import { promisifyRequest } from 'idb-keyval';
import type { Inference } from '../domain/inference';
import type { FactPage } from '../domain/packed-facts/open-packed-facts';
import type { PackedFacts } from '../domain/packed-facts/packed-facts';
import { plainFact, type StoredFact } from '../domain/packed-facts/stored-fact';
import { ParseError } from '../domain/parse-error';
import { readSingles, singlesUnder } from './fact-record';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
import { StorageError } from './storage-error';

/**
 * Facts of a survey at rest, many in one record, in columns: 200,000 of them are read in a moment, and become objects when somebody asks
 * for one (`npm run bench:storage`). Each image is in one page at most. A record of its own, written later by a run, comes before a page.
 *
 * Key: `[surveyId, 0, first path, last path]`, which sorts before the records of single images.
 */
export type PageKey = readonly [surveyId: string, kind: typeof PAGES, first: string, last: string];

interface PageRecord {
  readonly version: number;
  /** By UTF-16 units of the path; null = they are in `facts`. */
  readonly packed: PackedFacts | null;
  /** The same as objects: of a page of an earlier version, or one that something was taken out of. Empty when they are packed. */
  readonly facts: readonly Inference[];
}

/** Makes columns of facts. Loaded when something is packed: reading needs nothing of it. */
export type Packer = (facts: readonly Inference[]) => PackedFacts;

/** Reads columns of facts. Loaded with the first facts that are asked for: the app starts without it. Throws ParseError. */
export type Opener = (packed: PackedFacts) => FactPage;

const PAGES = 0;

/** Version 2 from the first: an app that knows no pages takes one for a fact, and then says that it is of a newer version. */
const form: RecordForm = {
  name: 'page of facts',
  steps: [(record) => record, (record) => ({ ...record, version: 3, packed: null })],
};
export const upgradeFactPage = (record: unknown) => upgradeRecord(record, form) as PageRecord;

/** The facts of a page, not yet objects when they are packed. */
function factsOf({ packed, facts }: PageRecord, open: Opener): readonly StoredFact[] {
  return packed === null ? facts.map(plainFact) : openPage(packed, open).facts();
}

function openPage(packed: PackedFacts, open: Opener): FactPage {
  try {
    return open(packed);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new StorageError('storage-damaged', `${form.name}: ${error.message}`, { cause: error });
  }
}

export const pagesUnder = (surveyId: string, after: readonly IDBValidKey[] = [surveyId, PAGES]): IDBKeyRange =>
  IDBKeyRange.bound([...after], [surveyId, PAGES, []], true, true);

/** The pages of a survey within one transaction, each read once at most. */
export interface OpenPages {
  /** The fact that a page holds of this image; null = none does. */
  readonly find: (filepath: string) => Promise<Inference | null>;
  /** Takes these images out of the pages that hold them. */
  readonly remove: (filepaths: readonly string[]) => Promise<void>;
}

export function openPages(store: IDBObjectStore, surveyId: string, open: Opener): OpenPages {
  let keys: Promise<readonly PageKey[]> | null = null;
  const pages = new Map<PageKey, Promise<ReadonlyMap<string, StoredFact>>>();

  const readPage = (key: PageKey) => {
    const known = pages.get(key);
    if (known !== undefined) return known;
    const read = promisifyRequest<unknown>(store.get([...key])).then(
      (record) => new Map(factsOf(upgradeFactPage(record), open).map((fact) => [fact.filepath, fact])),
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
      return key === null ? null : ((await readPage(key)).get(filepath)?.read() ?? null);
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
        if (kept.length > 0)
          putPage(
            store,
            surveyId,
            kept.map((fact) => fact.read()),
            null,
          );
      }
      keys = null;
      pages.clear();
    },
  };
}

export async function readPageKeys(store: IDBObjectStore, surveyId: string): Promise<readonly PageKey[]> {
  return (await promisifyRequest(store.getAllKeys(pagesUnder(surveyId)))) as unknown as PageKey[];
}

/** A few pages, one after the other. */
export interface ReadPages {
  /** Of the last one. */
  readonly key: PageKey;
  readonly facts: readonly StoredFact[];
  /** Those whose facts are not packed. */
  readonly unpacked: readonly PageKey[];
  /** Why one of them could not be read; its facts are not among the others. */
  readonly failure: StorageError | null;
}

/** The next few pages after this key; null after the last one. One that can't be read keeps nobody from the others. */
export async function readPagesAfter(
  store: IDBObjectStore,
  surveyId: string,
  after: PageKey | undefined,
  { count, open }: { readonly count: number; readonly open: Opener },
): Promise<ReadPages | null> {
  const range = pagesUnder(surveyId, after);
  const [keys, records] = await Promise.all([
    promisifyRequest(store.getAllKeys(range, count)),
    promisifyRequest<unknown[]>(store.getAll(range, count) as IDBRequest<unknown[]>),
  ]);
  const key = keys.at(-1) as PageKey | undefined;
  if (key === undefined) return null;
  const facts: (readonly StoredFact[])[] = [];
  const unpacked: PageKey[] = [];
  let failure: StorageError | null = null;
  for (const [place, record] of records.entries()) {
    try {
      const page = upgradeFactPage(record);
      facts.push(factsOf(page, open));
      if (page.packed === null) unpacked.push(keys[place] as unknown as PageKey);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      failure ??= error;
    }
  }
  return { key, facts: facts.flat(), unpacked, failure };
}

/** Moves the first `size` facts that have a record of their own into a page; false when there are not so many. */
export async function packPage(
  store: IDBObjectStore,
  surveyId: string,
  { size, open, pack }: { readonly size: number; readonly open: Opener; readonly pack: Packer },
): Promise<boolean> {
  const range = singlesUnder(surveyId);
  const keys = (await promisifyRequest(store.getAllKeys(range, size))) as [string, string][];
  if (keys.length < size) return false;
  const [first, last] = [keys[0]!, keys.at(-1)!];
  // What a page says of an image that has a record of its own is an earlier answer.
  await openPages(store, surveyId, open).remove(keys.map(([, filepath]) => filepath));
  const facts = await readSingles(store, IDBKeyRange.bound(first, last));
  store.delete(IDBKeyRange.bound(first, last));
  putPage(store, surveyId, facts, pack);
  return true;
}

/** Packs the facts of a page that is there still and has objects. */
export async function repackPage(store: IDBObjectStore, key: PageKey, pack: Packer): Promise<void> {
  const record = await promisifyRequest<unknown>(store.get([...key]));
  if (record === undefined) return;
  const { packed, facts } = upgradeFactPage(record);
  if (packed === null) putPage(store, key[0], facts, pack);
}

/** Which images the pages hold, whole page by whole page: no more than one is in memory. */
export async function readPagedFilepaths(store: IDBObjectStore, surveyId: string, found: Set<string>): Promise<void> {
  for (const key of await readPageKeys(store, surveyId)) {
    const { packed, facts } = upgradeFactPage(await promisifyRequest<unknown>(store.get([...key])));
    for (const filepath of packed?.filepaths ?? facts.map((fact) => fact.filepath)) found.add(filepath);
  }
}

/** `pack` = null: as objects, until the survey is at rest. */
function putPage(store: IDBObjectStore, surveyId: string, facts: readonly Inference[], pack: Packer | null): void {
  const packed = pack?.(facts) ?? null;
  const record: PageRecord = { version: versionOf(form), packed, facts: packed === null ? facts : [] };
  const key: PageKey = [surveyId, PAGES, facts[0]!.filepath, facts.at(-1)!.filepath];
  store.put(record, [...key]);
}
