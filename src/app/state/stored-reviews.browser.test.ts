import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { emptyReview } from '../../domain/review/image-review';
import { REFERENCE_SETTINGS, type Survey } from '../../domain/survey';
import { openAppStorage, type AppStorage } from '../../storage/app-storage';
import type { AppState } from './app-state';
import { INITIAL_STATE } from './initial-state';
import { createOpenSession } from './open-session';
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
});
