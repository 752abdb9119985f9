import { promisifyRequest } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import type { ListedImage } from '../domain/survey';
import { openAppStorage, type AppStorage } from './app-storage';
import { openDatabases } from './databases';
import { LISTING_PAGE } from './listing-store';

interface StoredPage {
  readonly version: number;
  readonly images?: readonly ListedImage[];
}

function createBench() {
  const prefix = `test-${crypto.randomUUID()}`;
  const { listings } = openAppStorage(prefix);
  const database = openDatabases(prefix).listings;
  return {
    listings,
    putPage: (surveyId: string, page: number, record: object) =>
      database.write('relaxed', (store) => promisifyRequest(store.put(record, [surveyId, page]))),
    readPages: () => database.read((store) => promisifyRequest<StoredPage[]>(store.getAll())),
  };
}

const createListing = (count: number): ListedImage[] =>
  Array.from({ length: count }, (_, n) => ({ filepath: `sité 1/${n}.jpg`, size: 1000 + n, lastModified: n + 0.5 }));

/** As the first version of the app stored it. */
async function storeObjects({ putPage }: ReturnType<typeof createBench>, images: readonly ListedImage[]) {
  for (let page = 0; page * LISTING_PAGE < images.length; page++) {
    const ofPage = images.slice(page * LISTING_PAGE, (page + 1) * LISTING_PAGE);
    await putPage('s1', page, { version: 1, images: ofPage });
  }
}

async function readAll({ listings }: Pick<AppStorage, 'listings'>, surveyId: string): Promise<ListedImage[]> {
  const all: ListedImage[] = [];
  await listings.readListing(surveyId, ({ filepaths, sizes, modified }) =>
    filepaths.forEach((filepath, at) => all.push({ filepath, size: sizes[at]!, lastModified: modified[at]! })),
  );
  return all;
}

const versionsOf = (pages: readonly StoredPage[]) => pages.map(({ version }) => version);

describe('a listing of an earlier version', () => {
  const images = createListing(5 * LISTING_PAGE + 3);

  it('says the same before, while and after it is written anew, page by page', async () => {
    const bench = createBench();
    const { listings, readPages } = bench;
    await storeObjects(bench, images);
    expect(await readAll(bench, 's1')).toEqual(images);
    let asked = 0;
    const isAtRest = (times: number) => Promise.resolve(asked++ < times);
    await listings.packListing('s1', () => isAtRest(2));
    expect(versionsOf(await readPages())).toEqual([2, 2, 1, 1, 1, 1]);
    expect(await readAll(bench, 's1')).toEqual(images);
    asked = 0;
    await listings.packListing('s1', () => isAtRest(100));
    expect(versionsOf(await readPages())).toEqual([2, 2, 2, 2, 2, 2]);
    expect((await readPages()).every((page) => page.images === undefined)).toBe(true);
    expect(await readAll(bench, 's1')).toEqual(images);
    expect(asked).toBe(4);
  });

  it('is left alone where nobody has read it; nothing is asked where nothing is to be done', async () => {
    const bench = createBench();
    const { listings, readPages } = bench;
    await storeObjects(bench, images.slice(0, 3));
    await listings.replaceListing('s2', images);
    await readAll(bench, 's2');
    const isAtRest = () => Promise.reject(new Error('asked'));
    await listings.packListing('s1', isAtRest);
    await listings.packListing('s2', isAtRest);
    expect(versionsOf(await readPages())).toEqual([1, 2, 2, 2, 2, 2, 2]);
  });

  it('that is replaced or deleted meanwhile does not come back', async () => {
    const bench = createBench();
    const { listings } = bench;
    const isAtRest = () => Promise.resolve(true);
    await storeObjects(bench, images);
    await readAll(bench, 's1');
    await listings.replaceListing('s1', images.slice(7, 9));
    await listings.packListing('s1', isAtRest);
    expect(await readAll(bench, 's1')).toEqual(images.slice(7, 9));
    await storeObjects(bench, images);
    await readAll(bench, 's1');
    await listings.deleteListing('s1');
    await listings.packListing('s1', isAtRest);
    expect(await readAll(bench, 's1')).toEqual([]);
  });

  it('grows in columns', async () => {
    const bench = createBench();
    await storeObjects(bench, images.slice(0, LISTING_PAGE));
    await bench.listings.appendListing('s1', images.slice(LISTING_PAGE, LISTING_PAGE + 5));
    expect(versionsOf(await bench.readPages())).toEqual([1, 2]);
    expect(await readAll(bench, 's1')).toEqual(images.slice(0, LISTING_PAGE + 5));
  });
});

describe('a listed image', () => {
  const images = createListing(LISTING_PAGE + 3);

  it.each(['objects', 'columns'])('is corrected in a page of %s, and no other', async (form) => {
    const bench = createBench();
    const { listings, readPages } = bench;
    if (form === 'objects') await storeObjects(bench, images);
    else await listings.replaceListing('s1', images);
    const corrected = { filepath: images[LISTING_PAGE + 1]!.filepath, size: 2 ** 33, lastModified: 1.25 };
    await listings.correctImage('s1', corrected);
    expect(await readAll(bench, 's1')).toEqual(images.with(LISTING_PAGE + 1, corrected));
    expect(versionsOf(await readPages())).toEqual(form === 'objects' ? [1, 2] : [2, 2]);
    await listings.correctImage('s1', { filepath: 'not there.jpg', size: 1, lastModified: 1 });
    expect(await readAll(bench, 's1')).toEqual(images.with(LISTING_PAGE + 1, corrected));
  });
});

describe('a page that can not be read', () => {
  it.each([
    ['storage-damaged', { version: 2, filepaths: ['a'], sizes: new Float64Array(2), modified: new Float64Array(1) }],
    ['storage-damaged', { version: 1, images: [{ filepath: 'a' }] }],
    ['storage-newer', { version: 3, filepaths: ['a'], sizes: new Float64Array(1), modified: new Float64Array(1) }],
  ])('is told as %s, and stays what it is', async (code, record) => {
    const bench = createBench();
    const { listings } = bench;
    await bench.putPage('s1', 0, record);
    const told = { name: 'StorageError', code };
    await expect(readAll(bench, 's1')).rejects.toMatchObject(told);
    await expect(listings.correctImage('s1', { filepath: 'a', size: 1, lastModified: 1 })).rejects.toMatchObject(told);
    await listings.packListing('s1', () => Promise.resolve(true));
    expect(await bench.readPages()).toEqual([record]);
  });
});
