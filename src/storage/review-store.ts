import { promisifyRequest } from 'idb-keyval';
import type { ImageReview } from '../domain/review/image-review';
import { packReviews, type PackedReviews } from '../domain/review/packed-reviews';
import type { ReviewDeedKind } from '../domain/review/review-deed';
import { keysUnder } from './database';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
import { noteChanges, putCopy, readCopy } from './review-copy';

/** Of one image: null = nothing was, or is, said. */
export interface ReviewChange {
  readonly filepath: string;
  readonly before: ImageReview | null;
  readonly after: ImageReview | null;
}

/** What was done: a person's deed, or reviews of another computer taken over. */
export type ReviewActKind = ReviewDeedKind | 'merge';

/** One thing that was done, to one image or to many. */
export interface ReviewAct {
  readonly deed: ReviewActKind;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly changes: readonly ReviewChange[];
}

/** An act without what it changed: enough to tell how fast somebody reviews. */
export interface ActSummary extends Pick<ReviewAct, 'deed' | 'at'> {
  /** Images that it changed. */
  readonly images: number;
}

/** How many acts can be undone, and how many redone. */
export interface ReviewHistory {
  readonly done: number;
  readonly undone: number;
  /** Goes up with every act, undone and redone ones too: two tabs that know the same number know the same reviews. */
  readonly revision: number;
}

type OnReviews = (reviews: readonly ImageReview[]) => boolean | undefined;

/** What people say of a survey's images, and every act that led to it: each can be undone, also after a reload. */
export interface ReviewStore {
  /** All reviews in batches, in no order that means anything. False from `onBatch` ends it. */
  readonly readReviews: (surveyId: string, onBatch: OnReviews) => Promise<void>;
  readonly readHistory: (surveyId: string) => Promise<ReviewHistory>;
  /** The last acts that were done and not undone, at most so many, in the order in which they were done. */
  readonly readLastActs: (surveyId: string, most: number) => Promise<readonly ActSummary[]>;
  /**
   * The reviews, the act and the history in one transaction. Acts that were undone are forgotten. Null, and nothing is
   * stored, when the reviews are no longer those that were known: another tab acted meanwhile.
   */
  readonly perform: (surveyId: string, act: ReviewAct, knownRevision: number) => Promise<ReviewHistory | null>;
  /** Takes the last act back, and returns it with the history after it; null = there is none. */
  readonly undo: (surveyId: string) => Promise<UndoneAct | null>;
  /** Does again what was undone last. */
  readonly redo: (surveyId: string) => Promise<UndoneAct | null>;
  readonly deleteAll: (surveyId: string) => Promise<void>;
  /**
   * Keeps a copy of the reviews that is read much faster, where the last reading here found none that holds. Nobody needs to wait for
   * it; an act in between leaves it undone. Each image's own record stays what counts.
   */
  readonly packReviews: (surveyId: string) => Promise<void>;
}

export interface UndoneAct {
  readonly act: ReviewAct;
  readonly history: ReviewHistory;
}

/** An act that is done, or taken back, and how many can be undone and redone after it. */
interface Step extends Pick<ReviewHistory, 'done' | 'undone'> {
  readonly act: ReviewAct;
  readonly side: 'before' | 'after';
}

interface ReviewRecord {
  readonly version: number;
  readonly review: ImageReview;
}

interface HistoryRecord extends ReviewHistory {
  readonly version: number;
}

/** The head of an act: its changes follow in pages. */
interface ActRecord extends Omit<ReviewAct, 'changes'> {
  readonly version: number;
  readonly pages: number;
}

interface PageRecord {
  readonly version: number;
  readonly changes: readonly ReviewChange[];
}

const reviewForm: RecordForm = { name: 'review', steps: [] };
const historyForm: RecordForm = { name: 'history of reviews', steps: [(record) => ({ ...record, revision: 0 })] };
const actForm: RecordForm = { name: 'act of a review', steps: [] };
const pageForm: RecordForm = { name: 'page of an act', steps: [] };
export const upgradeReview = (record: unknown) => upgradeRecord(record, reviewForm) as ReviewRecord;
export const upgradeReviewHistory = (record: unknown) => upgradeRecord(record, historyForm) as HistoryRecord;
export const upgradeReviewAct = (record: unknown) => upgradeRecord(record, actForm) as ActRecord;
export const upgradeReviewPage = (record: unknown) => upgradeRecord(record, pageForm) as PageRecord;

/** Reviews read at a time. */
const BATCH = 2000;
/** Changes of one page: copied in a few milliseconds. */
const PAGE = 500;

/** From so many on a copy pays. */
const WORTH_COPYING = 1000;

const NO_HISTORY: ReviewHistory = { done: 0, undone: 0, revision: 0 };

/** Numbers sort before texts: acts lie at `[surveyId, n]` and `[surveyId, n, page]`, reviews at `[surveyId, filepath]`. */
const actsFrom = (surveyId: string, first: number) => IDBKeyRange.bound([surveyId, first], [surveyId, ''], false, true);

export function createReviewStore({ reviews }: Databases): ReviewStore {
  /** Surveys whose many reviews were read one by one. */
  const uncopied = new Set<string>();

  /** From each image's own record; how many there are. */
  async function readSingles(surveyId: string, onBatch: OnReviews): Promise<number> {
    const readAfter = (after: readonly string[]) =>
      reviews.read((store) =>
        promisifyRequest<unknown[]>(store.getAll(keysUnder([surveyId], after), BATCH) as IDBRequest<unknown[]>),
      );
    let count = 0;
    for (let reading = readAfter([surveyId, '']); ;) {
      const records = await reading;
      count += records.length;
      const last = records.length === 0 ? undefined : upgradeReview(records.at(-1)).review;
      if (last === undefined) return count;
      const isLast = records.length < BATCH;
      // The next ones are on their way while these are worked on.
      const next = isLast ? null : readAfter([surveyId, last.filepath]);
      next?.catch(() => undefined); // awaited above, unless no more are wanted
      if (onBatch(records.map((record) => upgradeReview(record).review)) === false || next === null) return count;
      reading = next;
    }
  }

  /** One act on or back, in one transaction: the reviews, what is noted of them beside the copy, and the history. */
  async function step(
    surveyId: string,
    find: (store: IDBObjectStore, history: ReviewHistory) => Promise<Step | null>,
  ): Promise<UndoneAct | null> {
    return reviews.write('strict', async (store) => {
      const before = await getHistory(store, surveyId);
      const found = await find(store, before);
      if (found === null) return null;
      const { act, side, done, undone } = found;
      const revision = before.revision + 1;
      await putReviews(store, surveyId, act.changes, side);
      await noteChanges(store, surveyId, revision, act.changes);
      return { act, history: await putHistory(store, surveyId, { done, undone, revision }) };
    });
  }

  return {
    async readReviews(surveyId, onBatch) {
      const batches = await reviews.read(async (store) => {
        const { revision } = await getHistory(store, surveyId);
        return readCopy(store, surveyId, revision, (filepath) => getReview(store, surveyId, filepath));
      });
      if (batches === null) {
        if ((await readSingles(surveyId, onBatch)) >= WORTH_COPYING) uncopied.add(surveyId);
        return;
      }
      for (const batch of batches) if (onBatch(batch) === false) return;
    },

    readHistory: (surveyId) => reviews.read((store) => getHistory(store, surveyId)),

    readLastActs: (surveyId, most) =>
      reviews.read(async (store) => {
        const { done } = await getHistory(store, surveyId);
        const acts: ActSummary[] = [];
        for (let number = Math.max(0, done - most); number < done; number++) {
          acts.push(await getSummary(store, surveyId, number));
        }
        return acts;
      }),

    async perform(surveyId, act, knownRevision) {
      const stepped = await step(surveyId, async (store, { done, revision }) => {
        if (revision !== knownRevision) return null;
        store.delete(actsFrom(surveyId, done));
        await putAct(store, surveyId, done, act);
        return { act, side: 'after', done: done + 1, undone: 0 };
      });
      return stepped?.history ?? null;
    },

    undo: (surveyId) =>
      step(surveyId, async (store, { done, undone }) => {
        if (done === 0) return null;
        const act = await getAct(store, surveyId, done - 1);
        return { act, side: 'before', done: done - 1, undone: undone + 1 };
      }),

    redo: (surveyId) =>
      step(surveyId, async (store, { done, undone }) => {
        if (undone === 0) return null;
        const act = await getAct(store, surveyId, done);
        return { act, side: 'after', done: done + 1, undone: undone - 1 };
      }),

    async deleteAll(surveyId) {
      await reviews.write('strict', async (store) => {
        store.delete([surveyId]);
        await promisifyRequest(store.delete(keysUnder([surveyId])));
      });
    },

    async packReviews(surveyId) {
      if (!uncopied.delete(surveyId)) return;
      const { revision } = await reviews.read((store) => getHistory(store, surveyId));
      const pages: PackedReviews[] = [];
      await readSingles(surveyId, (batch) => {
        for (let start = 0; start < batch.length; start += PAGE)
          pages.push(packReviews(batch.slice(start, start + PAGE)));
        return true;
      });
      await reviews.write('relaxed', async (store) => {
        // An act in between: some of these are older than it, others are not. Or all were deleted.
        const { revision: now } = await getHistory(store, surveyId);
        const first = await promisifyRequest(store.getKey(keysUnder([surveyId], [surveyId, ''])));
        if (now === revision && first !== undefined) await putCopy(store, surveyId, revision, pages);
      });
    },
  };
}

/** Null = nothing is said of the image. */
async function getReview(store: IDBObjectStore, surveyId: string, filepath: string): Promise<ImageReview | null> {
  const record = await promisifyRequest<unknown>(store.get([surveyId, filepath]));
  return record === undefined ? null : upgradeReview(record).review;
}

async function getHistory(store: IDBObjectStore, surveyId: string): Promise<ReviewHistory> {
  const record = await promisifyRequest<unknown>(store.get([surveyId]));
  if (record === undefined) return NO_HISTORY;
  const { done, undone, revision } = upgradeReviewHistory(record);
  return { done, undone, revision };
}

async function putHistory(store: IDBObjectStore, surveyId: string, history: ReviewHistory): Promise<ReviewHistory> {
  const record: HistoryRecord = { version: versionOf(historyForm), ...history };
  await promisifyRequest(store.put(record, [surveyId]));
  return history;
}

async function putAct(store: IDBObjectStore, surveyId: string, number: number, { changes, ...act }: ReviewAct) {
  const pages = Math.ceil(changes.length / PAGE);
  const record: ActRecord = { version: versionOf(actForm), ...act, pages };
  await promisifyRequest(store.put(record, [surveyId, number]));
  for (let page = 0; page < pages; page++) {
    const pageRecord: PageRecord = {
      version: versionOf(pageForm),
      changes: changes.slice(page * PAGE, (page + 1) * PAGE),
    };
    // One by one: the page can answer the person between two of them.
    await promisifyRequest(store.put(pageRecord, [surveyId, number, page]));
  }
}

async function getAct(store: IDBObjectStore, surveyId: string, number: number): Promise<ReviewAct> {
  const { deed, by, at, pages } = upgradeReviewAct(await promisifyRequest<unknown>(store.get([surveyId, number])));
  const changes: ReviewChange[] = [];
  for (let page = 0; page < pages; page++) {
    const record = await promisifyRequest<unknown>(store.get([surveyId, number, page]));
    changes.push(...upgradeReviewPage(record).changes);
  }
  return { deed, by, at, changes };
}

/** All pages but the last are full: only that one is read. */
async function getSummary(store: IDBObjectStore, surveyId: string, number: number): Promise<ActSummary> {
  const { deed, at, pages } = upgradeReviewAct(await promisifyRequest<unknown>(store.get([surveyId, number])));
  if (pages === 0) return { deed, at, images: 0 };
  const last = await promisifyRequest<unknown>(store.get([surveyId, number, pages - 1]));
  return { deed, at, images: (pages - 1) * PAGE + upgradeReviewPage(last).changes.length };
}

async function putReviews(
  store: IDBObjectStore,
  surveyId: string,
  changes: readonly ReviewChange[],
  side: 'before' | 'after',
) {
  let last: IDBRequest | null = null;
  for (const [index, change] of changes.entries()) {
    const review = change[side];
    const key = [surveyId, change.filepath];
    if (review === null) last = store.delete(key);
    else last = store.put({ version: versionOf(reviewForm), review } satisfies ReviewRecord, key);
    if ((index + 1) % PAGE !== 0) continue;
    await promisifyRequest(last);
    last = null; // one that was waited for never answers again
  }
  if (last !== null) await promisifyRequest(last);
}
