import { promisifyRequest } from 'idb-keyval';
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
  return { databases, store, perform, notes, again: () => createReviewStore(databases) };
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

  it.each([499, 500, 501, 1000])('of %i images are stored to the end', async (count) => {
    const { store, perform, notes } = setUp();
    const many = Array.from({ length: count }, (_, index) => change(`b${index}`, null, '2'));
    expect(await perform('s', act(...many))).toMatchObject({ done: 1 });
    expect(Object.keys(await notes())).toHaveLength(count);
    expect((await store.undo('s'))?.act.changes).toHaveLength(count);
    expect(await notes()).toEqual({});
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

describe('a copy of many reviews', () => {
  const COUNT = 1200;
  const pathOf = (number: number) => `A/${String(number).padStart(4, '0')}.jpg`;

  /** A survey with a copy; `singles` counts the records of single images that a reading takes. */
  async function withCopy() {
    const setup = setUp();
    const { store, perform, databases } = setup;
    await perform('s', act(...Array.from({ length: COUNT }, (_, number) => change(pathOf(number), null, `${number}`))));
    await perform('t', act(change(pathOf(0), null, 'of another survey')));
    await setup.notes();
    await store.packReviews('s');
    const keysOf = (kind: number) =>
      databases.reviews.read((records) =>
        promisifyRequest(records.getAllKeys(IDBKeyRange.bound(['s', kind], ['s', kind, []]))),
      );
    const put = (record: unknown, key: IDBValidKey[]) =>
      databases.reviews.write('strict', (records) => promisifyRequest(records.put(record, key)));
    const remove = (key: IDBValidKey[]) =>
      databases.reviews.write('strict', (records) => promisifyRequest(records.delete(key)));
    return { ...setup, keysOf, put, remove };
  }

  const COPY = -1;
  const CHANGES = -2;
  const expected = (changes: Record<string, string | null> = {}) => {
    const notes = Object.fromEntries(Array.from({ length: COUNT }, (_, number) => [pathOf(number), `${number}`]));
    return Object.fromEntries(Object.entries({ ...notes, ...changes }).filter(([, note]) => note !== null));
  };

  it('is read in place of the records, which it proves by one that is lost', async () => {
    const { notes, again, remove, keysOf } = await withCopy();
    expect(await keysOf(COPY)).toHaveLength(4);
    expect(await notes()).toEqual(expected());
    expect(await notes('t')).toEqual({ [pathOf(0)]: 'of another survey' });
    await remove(['s', pathOf(7)]);
    const found: string[] = [];
    await again().readReviews('s', (batch) => found.push(...batch.map(({ filepath }) => filepath)) > 0);
    expect(found).toHaveLength(COUNT);
  });

  it('is right after acts, undone and redone ones too', async () => {
    const { store, perform, notes, keysOf } = await withCopy();
    await perform('s', act(change(pathOf(3), '3', 'x'), change(pathOf(4), '4', null)));
    await perform('s', act(change('B/new.jpg', null, 'n')));
    expect(await notes()).toEqual(expected({ [pathOf(3)]: 'x', [pathOf(4)]: null, 'B/new.jpg': 'n' }));
    await store.undo('s');
    expect(await notes()).toEqual(expected({ [pathOf(3)]: 'x', [pathOf(4)]: null }));
    await store.undo('s');
    expect(await notes()).toEqual(expected());
    await store.redo('s');
    expect(await notes()).toEqual(expected({ [pathOf(3)]: 'x', [pathOf(4)]: null }));
    expect(await keysOf(CHANGES)).toHaveLength(5);
    expect(await keysOf(COPY)).toHaveLength(4);
  });

  it('is no more after an act that changes many images, until it is made again', async () => {
    const { store, perform, notes, keysOf } = await withCopy();
    const many = Array.from({ length: 2001 }, (_, number) => change(`B/${number}.jpg`, null, 'b'));
    await perform('s', act(...many));
    expect([await keysOf(COPY), await keysOf(CHANGES)]).toEqual([[], []]);
    const all = expected(Object.fromEntries(many.map(({ filepath }) => [filepath, 'b'])));
    expect(await notes()).toEqual(all);
    await store.packReviews('s');
    expect((await keysOf(COPY)).length).toBeGreaterThan(4);
    expect(await notes()).toEqual(all);
    await store.deleteAll('s');
    expect([await keysOf(COPY), await notes()]).toEqual([[], {}]);
  });

  it('does not count after an act of a version that knows no copies', async () => {
    const { notes, put } = await withCopy();
    await put({ version: 1, review: noted(pathOf(5), 'by an older one') }, ['s', pathOf(5)]);
    await put({ version: 2, done: 2, undone: 0, revision: 2 }, ['s']);
    expect(await notes()).toEqual(expected({ [pathOf(5)]: 'by an older one' }));
  });

  it.each([
    ['of a newer version', (put: Put) => put({ version: 99 }, ['s', COPY])],
    ['that lost a page', (_: Put, remove: Remove) => remove(['s', COPY, 1])],
    ['that is damaged', (put: Put) => put({ version: 1, packed: { filepaths: 3 } }, ['s', COPY, 1])],
    ['whose changes are damaged', (put: Put) => put('?', ['s', CHANGES, 2])],
    ['whose changes name no images', (put: Put) => put({ version: 1 }, ['s', CHANGES, 2])],
    ['that says of no revision', (put: Put) => put({ version: 1, pages: 3 }, ['s', COPY])],
    ['of no number of pages', (put: Put) => put({ version: 1, revision: 1, pages: 'x' }, ['s', COPY])],
  ])('does not count %s', async (_, harm) => {
    const { perform, notes, put, remove } = await withCopy();
    await perform('s', act(change(pathOf(3), '3', 'x')));
    await harm(put, remove);
    expect(await notes()).toEqual(expected({ [pathOf(3)]: 'x' }));
  });

  it('does not count where the browser can not read it', async () => {
    const { databases, notes } = await withCopy();
    let failures = 1;
    const unreadable = createReviewStore({
      ...databases,
      reviews: {
        ...databases.reviews,
        read: (work) =>
          databases.reviews.read((records) =>
            work(
              new Proxy(records, {
                get(target, name) {
                  const value: unknown = Reflect.get(target, name);
                  if (name === 'getAll' && failures-- > 0) throw new DOMException('large value', 'DataError');
                  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
                },
              }),
            ),
          ),
      },
    });
    const found: string[] = [];
    await unreadable.readReviews('s', (batch) => found.push(...batch.map(({ filepath }) => filepath)) > 0);
    expect(failures).toBeLessThan(0);
    expect(found.sort()).toEqual(Object.keys(await notes()).sort());
  });

  it('is left undone when somebody acts meanwhile', async () => {
    const { databases, perform, notes, keysOf, remove } = await withCopy();
    await remove(['s', COPY]);
    let isFirst = true;
    const copying = createReviewStore({
      ...databases,
      reviews: {
        ...databases.reviews,
        async read(work) {
          const value = await databases.reviews.read(work);
          if (isArmed && isFirst) {
            isFirst = false;
            await perform('s', act(change(pathOf(3), '3', 'x')));
          }
          return value;
        },
      },
    });
    let isArmed = false;
    await copying.readReviews('s', () => true);
    isArmed = true;
    await copying.packReviews('s');
    expect(isFirst).toBe(false);
    expect((await keysOf(COPY)).filter((key) => (key as IDBValidKey[]).length === 2)).toEqual([]);
    expect((await notes())[pathOf(3)]).toBe('x');
  });
});

type Put = (record: unknown, key: IDBValidKey[]) => Promise<unknown>;
type Remove = (key: IDBValidKey[]) => Promise<unknown>;
