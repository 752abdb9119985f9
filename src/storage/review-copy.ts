import { promisifyRequest } from 'idb-keyval';
import { ParseError } from '../domain/parse-error';
import type { ImageReview } from '../domain/review/image-review';
import { openPackedReviews, type PackedReviews } from '../domain/review/packed-reviews';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
import { StorageError } from './storage-error';

/*
 * A copy of a survey's reviews in few records, because reading 60,000 records takes a second (`npm run bench:review`). It says at which
 * revision it was made, and which images later acts changed is noted beside it: their own records are read. Where anything of that does
 * not fit, as after an act by a version of the app that knows no copies, there is no copy: what counts is each image's own record.
 *
 * Keys: `[surveyId, -1]` the head, `[surveyId, -1, page]`, and `[surveyId, -2, revision]` the images that this act changed. Versions
 * that know none of them don't come upon them: acts have numbers from 0 on, and reviews have paths.
 */
const COPY = -1;
const CHANGES = -2;

/** Images that are read one by one beside the copy. */
const MOST_CHANGES = 2000;
/** Pages read at a time: in between the page can answer the person. */
const PAGES_TOGETHER = 10;

interface CopyRecord {
  readonly version: number;
  /** Of the history, when the copy was made. */
  readonly revision: number;
  readonly pages: number;
}

interface CopyPageRecord {
  readonly version: number;
  readonly packed: PackedReviews;
}

interface ChangesRecord {
  readonly version: number;
  readonly filepaths: readonly string[];
}

const copyForm: RecordForm = { name: 'copy of reviews', steps: [] };
/** Another form of a review is another one of this: packed reviews are not brought to it one by one. */
const pageForm: RecordForm = { name: 'page of a copy of reviews', steps: [] };
const changesForm: RecordForm = { name: 'images changed since a copy', steps: [] };
export const upgradeReviewCopy = (record: unknown) => upgradeRecord(record, copyForm) as Partial<CopyRecord>;
export const upgradeReviewCopyPage = (record: unknown) => upgradeRecord(record, pageForm) as CopyPageRecord;
export const upgradeReviewChanges = (record: unknown) => upgradeRecord(record, changesForm) as Partial<ChangesRecord>;

const changesAfter = (surveyId: string, revision: number) =>
  IDBKeyRange.bound([surveyId, CHANGES, revision], [surveyId, CHANGES, []], true, true);

/**
 * All reviews of the survey in batches, as they are at this revision, within one transaction; null = there is no copy that holds.
 * `readOne` answers what is said of an image now.
 */
export async function readCopy(
  store: IDBObjectStore,
  surveyId: string,
  revision: number,
  readOne: (filepath: string) => Promise<ImageReview | null>,
): Promise<readonly (readonly ImageReview[])[] | null> {
  const copy = await readIfSound(() => readPages(store, surveyId, revision));
  if (copy === null) return null;
  const { batches, changed } = copy;
  const current = await Promise.all([...changed].map(readOne));
  const kept =
    changed.size === 0 ? batches : batches.map((batch) => batch.filter((review) => !changed.has(review.filepath)));
  return [...kept, current.filter((review) => review !== null)];
}

/** A copy that is damaged, of a newer version, or that the browser can't read is none. */
async function readIfSound<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ParseError || error instanceof StorageError || error instanceof DOMException) return null;
    throw error;
  }
}

interface ReadCopy {
  readonly batches: readonly (readonly ImageReview[])[];
  /** Images that acts changed since. */
  readonly changed: ReadonlySet<string>;
}

async function readPages(store: IDBObjectStore, surveyId: string, revision: number): Promise<ReadCopy | null> {
  const head = await promisifyRequest<unknown>(store.get([surveyId, COPY]));
  if (head === undefined) return null;
  const { revision: copied, pages } = upgradeReviewCopy(head);
  if (!isWhole(copied) || !isWhole(pages)) return null;
  if (revision - copied > MOST_CHANGES) return null;
  const records = await getAll(store, changesAfter(surveyId, copied));
  // Each act since must have told what it changed.
  if (records.length !== revision - copied) return null;
  const changed = new Set(records.flatMap((record) => filepathsOf(upgradeReviewChanges(record))));
  if (changed.size > MOST_CHANGES) return null;
  const batches: (readonly ImageReview[])[] = [];
  for (let page = 0; page < pages; page += PAGES_TOGETHER) {
    const last = Math.min(pages, page + PAGES_TOGETHER) - 1;
    const range = IDBKeyRange.bound([surveyId, COPY, page], [surveyId, COPY, last]);
    for (const record of await getAll(store, range))
      batches.push(openPackedReviews(upgradeReviewCopyPage(record).packed));
  }
  return batches.length === pages ? { batches, changed } : null;
}

const isWhole = (value: unknown): value is number => Number.isInteger(value);

function filepathsOf({ filepaths }: Partial<ChangesRecord>): readonly string[] {
  if (Array.isArray(filepaths) && filepaths.every((filepath) => typeof filepath === 'string')) return filepaths;
  throw new ParseError(changesForm.name, 'paths', typeof filepaths);
}

const getAll = (store: IDBObjectStore, range: IDBKeyRange) =>
  promisifyRequest<unknown[]>(store.getAll(range) as IDBRequest<unknown[]>);

/** Notes beside the copy, if there is one, what the act that led to this revision changed. */
export async function noteChanges(
  store: IDBObjectStore,
  surveyId: string,
  revision: number,
  changes: readonly { readonly filepath: string }[],
): Promise<void> {
  const head = await promisifyRequest(store.getKey([surveyId, COPY]));
  if (head === undefined) return;
  if (changes.length > MOST_CHANGES) {
    await removeCopy(store, surveyId);
    return;
  }
  const record: ChangesRecord = { version: versionOf(changesForm), filepaths: changes.map(({ filepath }) => filepath) };
  await promisifyRequest(store.put(record, [surveyId, CHANGES, revision]));
}

/** Puts a copy made at this revision in place of an older one. */
export async function putCopy(
  store: IDBObjectStore,
  surveyId: string,
  revision: number,
  pages: readonly PackedReviews[],
): Promise<void> {
  await removeCopy(store, surveyId);
  for (const [page, packed] of pages.entries()) {
    const record: CopyPageRecord = { version: versionOf(pageForm), packed };
    // One by one: the page can answer the person between two of them.
    await promisifyRequest(store.put(record, [surveyId, COPY, page]));
  }
  const head: CopyRecord = { version: versionOf(copyForm), revision, pages: pages.length };
  await promisifyRequest(store.put(head, [surveyId, COPY]));
}

/** With the changes that were noted beside it. */
async function removeCopy(store: IDBObjectStore, surveyId: string): Promise<void> {
  await promisifyRequest(store.delete(IDBKeyRange.bound([surveyId, CHANGES], [surveyId, COPY, []])));
}
