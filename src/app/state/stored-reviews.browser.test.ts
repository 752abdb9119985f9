import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { emptyReview } from '../../domain/review/image-review';
import { REFERENCE_SETTINGS, type Survey } from '../../domain/survey';
import { openAppStorage, type AppStorage } from '../../storage/app-storage';
import type { AppState } from './app-state';
import { INITIAL_STATE } from './initial-state';
import { catchUpReviews } from './catch-up-reviews';
import { createOpenSession, type OpenSession } from './open-session';
import { performReviews } from './perform-reviews';
import { createReviewNews } from './review-news';
import { readStoredReviews } from './stored-reviews';

const SURVEY: Survey = {
  id: 's',
  name: 's',
  isDemo: false,
  createdAt: 0,
  changedAt: 0,
  settings: { packageId: null, ...REFERENCE_SETTINGS },
  extraLabels: [],
  state: 'finished',
  counts: { listed: 2, done: 0, failed: 0 },
};

/** As a person at this tab notes something of an image: planned upon what its row says. */
function noteHere(storage: AppStorage, session: OpenSession, filepath: string, text: string) {
  return performReviews({ storage, news: createReviewNews() }, session, () => {
    const before = session.rows.get(filepath)!.review;
    const after = { ...emptyReview(filepath), note: [before?.note ?? [], text].flat().join(', ') };
    return { deed: 'note', by: 'Bob', at: 6, changes: [{ filepath, before, after }] };
  });
}

/** What is stored of two images. */
async function storedNotes({ reviews }: AppStorage) {
  const notes = new Map<string, string>();
  await reviews.readReviews('s', (batch) => {
    for (const { filepath, note: text } of batch) notes.set(filepath, text);
    return true;
  });
  return ['a', 'b'].map((filepath) => notes.get(filepath) ?? null);
}

/** As another tab notes something of an image. */
async function note({ reviews }: AppStorage, filepath: string, text: string) {
  const after = { ...emptyReview(filepath), note: text };
  const { revision } = await reviews.readHistory('s');
  await reviews.perform(
    's',
    { deed: 'note', by: 'Ada', at: 5, changes: [{ filepath, before: null, after }] },
    revision,
  );
}

function open() {
  const storage = openAppStorage(`test-${crypto.randomUUID()}`);
  const session = createOpenSession({ store: createStore<AppState>(() => INITIAL_STATE) }, SURVEY);
  session.addListed(['a', 'b'].map((filepath) => ({ filepath, size: 1, lastModified: 0 })));
  const notes = () => ['a', 'b'].map((filepath) => session.rows.get(filepath)!.review?.note ?? null);
  return { storage, session, notes };
}

describe('reviews that are read while a survey is opened', () => {
  it('come to the rows when they are asked to, with their history', async () => {
    const { storage, session, notes } = open();
    await note(storage, 'a', 'limps');
    const show = readStoredReviews(storage, session, () => true);
    await storage.reviews.readHistory('s');
    expect(notes()).toEqual([null, null]);
    await show();
    expect(notes()).toEqual(['limps', null]);
    expect(session.reviewing()).toMatchObject({
      history: { done: 1, revision: 1 },
      acts: [{ deed: 'note', images: 1 }],
    });
  });

  it('are those of now, also when somebody acted after they were read', async () => {
    const { storage, session, notes } = open();
    await note(storage, 'a', 'limps');
    const show = readStoredReviews(storage, session, () => true);
    await storage.reviews.readReviews('s', () => true); // by now the first reading is over too
    await note(storage, 'a', 'runs');
    await note(storage, 'b', 'sleeps');
    await storage.reviews.undo('s');
    await note(storage, 'b', 'eats');
    await show();
    expect(notes()).toEqual(['runs', 'eats']);
    expect(session.reviewing().history.revision).toBe(5);
  });

  it('are never put over what somebody said here meanwhile', async () => {
    const { storage, session, notes } = open();
    await note(storage, 'a', 'limps');
    const show = readStoredReviews(storage, session, () => true);
    await storage.reviews.readReviews('s', () => true); // by now the first reading is over too
    await noteHere(storage, session, 'a', 'fox');
    expect(notes()).toEqual(['limps, fox', null]);
    const shown: unknown[] = [];
    const put = session.putReviews.bind(session);
    session.putReviews = (reviews) => {
      put(reviews);
      shown.push(notes()[0]);
    };
    await show();
    expect(shown).not.toContain('limps');
    expect(notes()).toEqual(['limps, fox', null]);
    expect(session.reviewing()).toMatchObject({ history: { revision: 2 }, acts: [{ deed: 'note' }, { deed: 'note' }] });
  });

  it('are not what an act is planned upon that comes while they are shown', async () => {
    const { storage, session, notes } = open();
    await note(storage, 'a', 'limps');
    let hasActed = false;
    const reviews = {
      ...storage.reviews,
      // Between the rows and their history.
      async readLastActs(surveyId: string, most: number) {
        if (!hasActed) await noteHere(storage, session, 'a', 'owl');
        hasActed = true;
        return storage.reviews.readLastActs(surveyId, most);
      },
    };
    const show = readStoredReviews({ ...storage, reviews }, session, () => true);
    await storage.reviews.readReviews('s', () => true); // by now the first reading is over too
    await noteHere(storage, session, 'a', 'fox');
    await show();
    expect(await storedNotes(storage)).toEqual(['limps, fox, owl', null]);
    expect(notes()).toEqual(['limps, fox, owl', null]);
    expect(session.reviewing().history.revision).toBe(3);
    expect(session.reviewing().acts).toHaveLength(3);
  });

  it('give way to somebody who catches up beside them', async () => {
    const { storage, session, notes } = open();
    await note(storage, 'a', 'limps');
    let catchingUp: Promise<void> | null = null;
    let openGate = () => {};
    const gate = new Promise<void>((resolve) => (openGate = resolve));
    const showing: Promise<void>[] = [];
    const show = readStoredReviews(
      {
        ...storage,
        reviews: {
          ...storage.reviews,
          // By now the rows say what was read at first.
          async readLastActs(surveyId, most) {
            if (catchingUp !== null) {
              openGate();
              await catchingUp;
              catchingUp = null;
              await noteHere(storage, session, 'a', 'owl');
            }
            return storage.reviews.readLastActs(surveyId, most);
          },
        },
      },
      session,
      () => true,
    );
    await storage.reviews.readReviews('s', () => true); // by now the first reading is over too
    await note(storage, 'a', 'fox');
    const reviews: AppStorage['reviews'] = {
      ...storage.reviews,
      async readReviews(surveyId, onBatch) {
        await storage.reviews.readReviews(surveyId, onBatch);
        if (showing.length === 0) showing.push(show());
        await gate;
      },
    };
    await (catchingUp = catchUpReviews({ reviews }, session));
    await Promise.all(showing);
    expect(await storedNotes(storage)).toEqual(['fox, owl', null]);
    expect(notes()).toEqual(['fox, owl', null]);
  });
});
