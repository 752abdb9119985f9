import { describe, expect, it } from 'vitest';
import { emptyReview, type ImageReview } from '../domain/review/image-review';
import { openDatabases } from './databases';
import { createReviewStore, type ReviewAct, type ReviewChange } from './review-store';

const noted = (filepath: string, note: string): ImageReview => ({ ...emptyReview(filepath), note });
const act = (...changes: readonly ReviewChange[]): ReviewAct => ({ deed: 'note', by: 'Ada', at: 5, changes });
const change = (filepath: string, before: string | null, after: string | null): ReviewChange => ({
  filepath,
  before: before === null ? null : noted(filepath, before),
  after: after === null ? null : noted(filepath, after),
});

function setUp() {
  const databases = openDatabases(`test-${crypto.randomUUID()}`);
  const store = createReviewStore(databases);
  const notes = async (surveyId = 's') => {
    const found: Record<string, string> = {};
    await store.readReviews(surveyId, (batch) => {
      for (const { filepath, note } of batch) found[filepath] = note;
      return true;
    });
    return found;
  };
  /** As by a tab that knows all that was done before. */
  const perform = async (surveyId: string, done: ReviewAct) =>
    store.perform(surveyId, done, (await store.readHistory(surveyId)).revision);
  return { store, perform, notes, again: () => createReviewStore(databases) };
}

describe('reviews that are stored', () => {
  it('come back with their history after a reload', async () => {
    const { perform, notes, again } = setUp();
    await perform('s', act(change('a', null, '1'), change('b', null, '2')));
    expect(await perform('s', act(change('a', '1', '3')))).toEqual({ done: 2, undone: 0, revision: 2 });
    expect(await notes()).toEqual({ a: '3', b: '2' });
    expect(await again().readHistory('s')).toEqual({ done: 2, undone: 0, revision: 2 });
  });

  it('are undone and redone act by act, to the beginning and to the end', async () => {
    const { store, perform, notes } = setUp();
    await perform('s', act(change('a', null, '1'), change('b', null, '2')));
    await perform('s', act(change('a', '1', '3')));
    expect(await store.undo('s')).toEqual({
      act: act(change('a', '1', '3')),
      history: { done: 1, undone: 1, revision: 3 },
    });
    expect(await notes()).toEqual({ a: '1', b: '2' });
    expect((await store.undo('s'))?.history).toEqual({ done: 0, undone: 2, revision: 4 });
    expect(await notes()).toEqual({});
    expect(await store.undo('s')).toBeNull();
    await store.redo('s');
    expect((await store.redo('s'))?.history).toEqual({ done: 2, undone: 0, revision: 6 });
    expect(await notes()).toEqual({ a: '3', b: '2' });
    expect(await store.redo('s')).toBeNull();
  });

  it('tell how many images the last acts changed, without those that were undone', async () => {
    const { store, perform } = setUp();
    await perform('s', act(change('a', null, '1')));
    const many = Array.from({ length: 1001 }, (_, index) => change(`b${index}`, null, '2'));
    await perform('s', { ...act(...many), at: 7 });
    await perform('s', { ...act(change('a', '1', '3')), at: 9 });
    expect(await store.readLastActs('s', 2)).toEqual([
      { deed: 'note', at: 7, images: 1001 },
      { deed: 'note', at: 9, images: 1 },
    ]);
    await store.undo('s');
    expect((await store.readLastActs('s', 9)).map(({ images }) => images)).toEqual([1, 1001]);
    expect(await store.readLastActs('t', 9)).toEqual([]);
  });

  it('forget what was undone when something else is done', async () => {
    const { store, perform, notes } = setUp();
    await perform('s', act(change('a', null, '1')));
    await perform('s', act(change('a', '1', '2')));
    await store.undo('s');
    expect(await perform('s', act(change('a', '1', '3')))).toEqual({ done: 2, undone: 0, revision: 4 });
    expect(await store.redo('s')).toBeNull();
    await store.undo('s');
    expect(await notes()).toEqual({ a: '1' });
  });

  it('are not overwritten by a tab that does not know them', async () => {
    const { store, notes } = setUp();
    await store.perform('s', act(change('a', null, 'here')), 0);
    expect(await store.perform('s', act(change('a', null, 'there')), 0)).toBeNull();
    expect(await notes()).toEqual({ a: 'here' });
    expect(await store.readHistory('s')).toEqual({ done: 1, undone: 0, revision: 1 });
    await store.undo('s');
    await store.redo('s'); // the same counts as before, and yet another tab must not rely on what it knew
    expect(await store.perform('s', act(change('a', 'here', 'there')), 1)).toBeNull();
    expect(await store.perform('s', act(change('a', 'here', 'there')), 3)).toEqual({ done: 2, undone: 0, revision: 4 });
  });

  it('of a thousand images are one act', async () => {
    const { store, perform, notes } = setUp();
    const many = Array.from({ length: 1201 }, (_, index) => change(`folder/${index}.jpg`, null, 'x'));
    await perform('s', act(...many));
    expect(Object.keys(await notes())).toHaveLength(1201);
    expect((await store.undo('s'))?.act.changes).toHaveLength(1201);
    expect(await notes()).toEqual({});
  });

  it('of another survey stay as they are', async () => {
    const { store, perform, notes } = setUp();
    await perform('s', act(change('a', null, '1')));
    await perform('t', act(change('a', null, '2')));
    await store.deleteAll('s');
    expect(await notes('s')).toEqual({});
    expect(await store.readHistory('s')).toEqual({ done: 0, undone: 0, revision: 0 });
    expect(await notes('t')).toEqual({ a: '2' });
    expect((await store.undo('t'))?.history).toEqual({ done: 0, undone: 1, revision: 2 });
  });
});
