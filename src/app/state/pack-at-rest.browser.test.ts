import { promisifyRequest } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import type { Inference } from '../../domain/inference';
import { emptyReview } from '../../domain/review/image-review';
import { openAppStorage } from '../../storage/app-storage';
import { openDatabases } from '../../storage/databases';
import { packAtRest } from './pack-at-rest';

const factOf = (filepath: string): Inference => ({
  filepath,
  size: null,
  capturedAt: null,
  detections: null,
  crops: {},
  failures: [],
  problem: null,
});

it('facts are packed until a run begins, page by page', async () => {
  const prefix = `test-${crypto.randomUUID()}`;
  const storage = openAppStorage(prefix);
  const { surveys, facts } = storage;
  const paths = Array.from({ length: 1500 }, (_, n) => `${n}.jpg`);
  await facts.putFacts('s', paths.map(factOf));
  const countRecords = () => openDatabases(prefix).facts.read((store) => promisifyRequest(store.count()));
  expect(await countRecords()).toBe(1501);

  let pages = 0;
  let release = () => {};
  await packAtRest(
    {
      ...storage,
      surveys: {
        ...surveys,
        async isRunLocked(id) {
          if (pages++ === 1) {
            const run = await surveys.takeRunLock(id);
            if (run.kind === 'locked') release = () => run.lock.release();
          }
          return surveys.isRunLocked(id);
        },
      },
    },
    's',
  );
  expect(await countRecords()).toBe(1002); // one page, the facts that are left, and the counts
  await packAtRest(storage, 's');
  expect(await countRecords()).toBe(1002);
  release();
  await surveys.waitForRunEnd('s');
  await packAtRest(storage, 's');
  expect(await countRecords()).toBe(4);
});

describe('a listing of an earlier version', () => {
  /** Stored and read: two pages of one image. */
  async function createBench() {
    const prefix = `test-${crypto.randomUUID()}`;
    const storage = openAppStorage(prefix);
    const database = openDatabases(prefix).listings;
    await database.write('relaxed', async (store) => {
      for (const page of [0, 1]) {
        const images = [{ filepath: `${page}.jpg`, size: page, lastModified: 0 }];
        await promisifyRequest(store.put({ version: 1, images }, ['s', page]));
      }
    });
    const read: string[] = [];
    await storage.listings.readListing('s', ({ filepaths }) => void read.push(...filepaths));
    expect(read).toEqual(['0.jpg', '1.jpg']);
    const versions = async () => {
      const pages = await database.read((store) => promisifyRequest<{ version: number }[]>(store.getAll()));
      return pages.map(({ version }) => version);
    };
    return { storage, versions };
  }

  it('is put into columns until a run begins', async () => {
    const { storage, versions } = await createBench();
    const { surveys } = storage;
    let asked = 0;
    await packAtRest({ ...storage, surveys: { ...surveys, isRunLocked: () => Promise.resolve(asked++ > 0) } }, 's');
    expect(await versions()).toEqual([2, 1]);
    const run = await surveys.takeRunLock('s');
    await packAtRest(storage, 's');
    expect(await versions()).toEqual([2, 1]);
    if (run.kind === 'locked') run.lock.release();
    await surveys.waitForRunEnd('s');
    await packAtRest(storage, 's');
    expect(await versions()).toEqual([2, 2]);
  });

  it('is left as it is where there are no locks', async () => {
    const { storage, versions } = await createBench();
    const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')!;
    Reflect.deleteProperty(Navigator.prototype, 'locks');
    try {
      await packAtRest(storage, 's');
    } finally {
      Object.defineProperty(Navigator.prototype, 'locks', locks);
    }
    expect(await versions()).toEqual([1, 1]);
  });
});

it('many reviews get a copy once they were read', async () => {
  const prefix = `test-${crypto.randomUUID()}`;
  const storage = openAppStorage(prefix);
  const changes = Array.from({ length: 1000 }, (_, n) => ({
    filepath: `${n}.jpg`,
    before: null,
    after: { ...emptyReview(`${n}.jpg`), isFlagged: true },
  }));
  await storage.reviews.perform('s', { deed: 'flag', by: '', at: 1, changes }, 0);
  const copied = () =>
    openDatabases(prefix).reviews.read((store) =>
      promisifyRequest(store.count(IDBKeyRange.bound(['s', -1], ['s', -1, []]))),
    );
  await packAtRest(storage, 's');
  expect(await copied()).toBe(0);
  await storage.reviews.readReviews('s', () => true);
  await packAtRest(storage, 's');
  expect(await copied()).toBe(3);
});
