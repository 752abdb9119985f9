import { promisifyRequest } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import type { Inference } from '../domain/inference';
import { REFERENCE_SETTINGS, type ListedImage, type Survey } from '../domain/survey';
import { openAppStorage, type AppStorage } from './app-storage';
import { openDatabases } from './databases';
import { findSurveyForFolder } from './find-survey';
import { LISTING_PAGE } from './listing-store';
import { readerLock } from './reader-lock';
import { estimateStorage } from './storage-estimate';

const createBench = () => {
  const prefix = `test-${crypto.randomUUID()}`;
  return { prefix, ...openAppStorage(prefix) };
};

const createSurvey = (id: string, changes: Partial<Survey> = {}): Survey => ({
  id,
  name: id,
  isDemo: false,
  createdAt: 1,
  changedAt: 1,
  settings: { ...REFERENCE_SETTINGS, packageId: 'p1', place: { country: 'KEN', admin1Region: null } },
  extraLabels: [],
  state: 'new',
  counts: { listed: 0, done: 0, failed: 0 },
  ...changes,
});

const createFact = (filepath: string, hasFailed = false): Inference => ({
  filepath,
  size: hasFailed ? null : { width: 2048, height: 1536 },
  capturedAt: null,
  detections: hasFailed
    ? null
    : [{ category: '1', label: 'animal', conf: Math.fround(0.87), bbox: [0.1, 0.2, 1 / 3, 0.4] }],
  crops: {},
  failures: hasFailed ? ['CLASSIFIER', 'DETECTOR'] : [],
  problem: hasFailed ? { code: 'file-empty', detail: '' } : null,
});

const createListing = (count: number, size = 1000): ListedImage[] =>
  Array.from({ length: count }, (_, n) => ({ filepath: `sité 1/${n}.jpg`, size: size + n, lastModified: n }));

async function createOpfsFolder(name: string) {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(`${name}-${crypto.randomUUID()}`, { create: true });
}

async function readFacts(facts: AppStorage['facts'], surveyId: string) {
  const found = new Map<string, Inference>();
  await facts.readFacts(surveyId, (batch) => {
    for (const fact of batch) {
      expect(found.has(fact.filepath), fact.filepath).toBe(false); // each once
      found.set(fact.filepath, fact.read());
    }
    return true;
  });
  return found;
}

const countRecords = (prefix: string) => openDatabases(prefix).facts.read((store) => promisifyRequest(store.count()));

/** How many facts of each page of a survey are in columns. */
async function readPackedPages(prefix: string, surveyId: string): Promise<readonly number[]> {
  const pages = await openDatabases(prefix).facts.read((store) =>
    promisifyRequest<{ packed?: { filepaths: readonly string[] } | null }[]>(
      store.getAll(IDBKeyRange.bound([surveyId, 0], [surveyId, 0, []])),
    ),
  );
  return pages.map(({ packed }) => packed?.filepaths.length ?? 0);
}

const noFolder = { rootName: 'DCIM', handle: null };

describe('surveys', () => {
  it('take another package all together, those that can still be restored included', async () => {
    const { surveys } = createBench();
    await surveys.createSurvey(createSurvey('s1'), noFolder);
    await surveys.createSurvey(createSurvey('s2'), noFolder);
    const other = { ...createSurvey('s3'), settings: { ...createSurvey('s3').settings, packageId: 'p9' } };
    await surveys.createSurvey(other, noFolder);
    await surveys.deleteSurvey('s2');
    await surveys.changePackage('p1', 'p2');
    await surveys.restoreSurvey('s2');
    const ids = async (id: string) => (await surveys.readSurvey(id))?.settings.packageId;
    expect([await ids('s1'), await ids('s2'), await ids('s3')]).toEqual(['p2', 'p2', 'p9']);
    expect(await surveys.packageIdsInUse()).toEqual(new Set(['p2', 'p9']));
    expect((await surveys.readSurvey('s1'))?.changedAt).toBe(1);
  });

  it('have results of a package, deleted ones and runs without a result so far too', async () => {
    const { surveys, facts } = createBench();
    await surveys.createSurvey(createSurvey('s1'), noFolder);
    expect(await surveys.hasResultsOf('p1')).toBe(false);
    await surveys.updateSurvey('s1', (survey) => ({ ...survey, state: 'running' }));
    expect(await surveys.hasResultsOf('p1')).toBe(true);
    await surveys.updateSurvey('s1', (survey) => ({ ...survey, state: 'stopped' }));
    expect(await surveys.hasResultsOf('p1')).toBe(false);
    await facts.putFact('s1', createFact('a'));
    await surveys.deleteSurvey('s1');
    expect(await surveys.hasResultsOf('p1')).toBe(true);
    expect(await surveys.hasResultsOf('p2')).toBe(false);
  });

  it('are created, changed, listed by their last change', async () => {
    const { surveys } = createBench();
    await surveys.createSurvey(createSurvey('s1'), noFolder);
    await surveys.createSurvey(createSurvey('s2', { changedAt: 2 }), noFolder);
    const before = Date.now();
    const changed = await surveys.updateSurvey('s1', (survey) => ({
      ...survey,
      state: 'paused',
      settings: { ...survey.settings, geofence: false },
    }));
    expect(changed).toMatchObject({ id: 's1', state: 'paused', settings: { geofence: false, packageId: 'p1' } });
    expect(changed.changedAt).toBeGreaterThanOrEqual(before);
    expect((await surveys.listSurveys()).map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(await surveys.readSurvey('s1')).toEqual(changed);
    expect(await surveys.readSurvey('s3')).toBeNull();
    await expect(surveys.updateSurvey('s3', (survey) => survey)).rejects.toMatchObject({ code: 'storage-damaged' });
    expect(await surveys.packageIdsInUse()).toEqual(new Set(['p1']));
  });

  it('count their facts exactly, replaced and deleted ones too', async () => {
    const { surveys, facts } = createBench();
    await surveys.createSurvey(createSurvey('s1', { counts: { listed: 5, done: 99, failed: 99 } }), noFolder);
    await Promise.all(['a', 'b', 'c', 'd'].map((path) => facts.putFact('s1', createFact(path, path === 'd'))));
    await facts.putFact('s2', createFact('a'));
    expect((await surveys.readSurvey('s1'))?.counts).toEqual({ listed: 5, done: 4, failed: 1 });
    await facts.putFact('s1', createFact('d'));
    await facts.putFact('s1', createFact('a', true));
    expect(await facts.readCounts('s1')).toEqual({ done: 4, failed: 1 });
    await facts.deleteFacts('s1', ['a', 'b', 'not there']);
    expect(await facts.readCounts('s1')).toEqual({ done: 2, failed: 0 });
    await facts.deleteFacts('s1', 'all');
    expect(await facts.readCounts('s1')).toEqual({ done: 0, failed: 0 });
    expect(await facts.readDoneFilepaths('s2')).toEqual(new Set(['a']));
  });

  it('can be deleted, restored, and purged with all that is theirs', async () => {
    const storage = createBench();
    const { surveys, facts, previews, listings } = storage;
    for (const id of ['s1', 's1-not-this-one']) {
      await surveys.createSurvey(createSurvey(id), { rootName: 'DCIM', handle: await createOpfsFolder('photos') });
      await storage.putImage(id, createFact('a'), new Blob(['preview'], { type: 'image/jpeg' }));
      await listings.replaceListing(id, createListing(3));
    }
    await surveys.deleteSurvey('s1');
    expect(await surveys.readSurvey('s1')).toBeNull();
    expect(await surveys.listSurveys()).toHaveLength(1);
    await surveys.restoreSurvey('s1');
    expect(await surveys.listSurveys()).toHaveLength(2);
    await surveys.deleteSurvey('s1');
    expect(await surveys.purgeDeletedSurveys(Date.now() - 60_000)).toBe(0);
    expect(await surveys.purgeDeletedSurveys(Date.now())).toBe(1);
    expect(await facts.readFact('s1', 'a')).toBeNull();
    expect(await previews.readPreview('s1', 'a')).toBeNull();
    expect(await previews.readBytes('s1')).toBe(0);
    expect(await surveys.readFolder('s1')).toBeNull();
    expect(await readAll(storage, 's1')).toEqual([]);
    expect(await facts.readFact('s1-not-this-one', 'a')).toEqual(createFact('a'));
    expect((await surveys.readFolder('s1-not-this-one'))?.handle).not.toBeNull();
  });

  it('keep their folder', async () => {
    const { surveys } = createBench();
    const handle = await createOpfsFolder('photos');
    await surveys.createSurvey(createSurvey('s1'), { rootName: 'photos', handle });
    const folder = await surveys.readFolder('s1');
    expect(await folder?.handle?.isSameEntry(handle)).toBe(true);
    await surveys.putFolder('s1', { rootName: 'other', handle: null });
    expect(await surveys.readFolder('s1')).toEqual({ rootName: 'other', handle: null });
  });
});

describe('a run', () => {
  it('is allowed in one tab at a time', async () => {
    const { surveys } = createBench();
    const first = await surveys.takeRunLock('s1');
    expect(first.kind).toBe('locked');
    expect(await surveys.takeRunLock('s1')).toEqual({ kind: 'running-elsewhere' });
    expect((await surveys.takeRunLock('s2')).kind).toBe('locked');
    if (first.kind === 'locked') first.lock.release();
    await expect.poll(async () => (await surveys.takeRunLock('s1')).kind).toBe('locked');
  });

  it('that was cut off is found at the next start, one that goes on elsewhere is not', async () => {
    const { surveys, startUp, facts } = createBench();
    for (const id of ['dead', 'alive']) await surveys.createSurvey(createSurvey(id, { state: 'running' }), noFolder);
    await surveys.createSurvey(createSurvey('idle', { state: 'finished' }), noFolder);
    await facts.putFact('dead', createFact('a'));
    await surveys.takeRunLock('alive');
    const { cutOff } = await startUp();
    expect(cutOff.map(({ id, state, counts }) => ({ id, state, done: counts.done }))).toEqual([
      { id: 'dead', state: 'stopped', done: 1 },
    ]);
    expect((await surveys.readSurvey('alive'))?.state).toBe('running');
    expect((await startUp()).cutOff).toEqual([]);
  });
});

describe('facts', () => {
  it('come back as they were, to the last bit', async () => {
    const { facts } = createBench();
    const fact = createFact('ünïcode/🦒 \u{1F992}/a.jpg');
    await facts.putFact('s1', fact);
    expect(await facts.readFact('s1', fact.filepath)).toEqual(fact);
    expect(await facts.readFact('s1', 'b')).toBeNull();
  });

  it('are read in batches, each once, and not those of a neighbour', async () => {
    const { facts } = createBench();
    const count = 2345;
    const paths = Array.from({ length: count }, (_, n) => `${n % 7}/${n}.jpg`);
    await Promise.all(paths.map((path) => facts.putFact('s1', createFact(path))));
    await facts.putFact('s10', createFact('x'));
    await facts.putFact('s', createFact('y'));
    const batches: string[][] = [];
    await facts.readFacts('s1', (batch) => void batches.push(batch.map(({ filepath }) => filepath)));
    expect(batches.map(({ length }) => length)).toEqual([1000, 1000, 345]);
    expect(batches.flat()).toEqual([...paths].sort());
    expect((await facts.readDoneFilepaths('s1')).size).toBe(count);
    let seen = 0;
    await facts.readFacts('s1', () => ++seen < 2);
    expect(seen).toBe(2);
  });

  it('are packed into pages, and say the same', async () => {
    const { facts } = createBench();
    const paths = Array.from({ length: 1203 }, (_, n) => `${n % 7}/${n}.jpg`);
    await facts.putFacts(
      's1',
      paths.map((path, n) => createFact(path, n % 100 === 0)),
    );
    await facts.putFact('s10', createFact('x'));
    const before = await readFacts(facts, 's1');
    await facts.packFacts('s1');
    expect(await readFacts(facts, 's1')).toEqual(before);
    expect(await facts.readCounts('s1')).toEqual({ done: 1203, failed: 13 });
    expect(await facts.readDoneFilepaths('s1')).toEqual(new Set(paths));
    expect(await facts.readFact('s1', paths[5]!)).toEqual(before.get(paths[5]!));
    expect(await facts.readFact('s1', '3/not there.jpg')).toBeNull();
    expect(await facts.readDoneFilepaths('s10')).toEqual(new Set(['x']));
    await facts.deleteFacts('s1', 'all');
    expect(await readFacts(facts, 's1')).toEqual(new Map());
  });

  it('that are written again come before what a page says of the image, also when they are packed', async () => {
    const { facts } = createBench();
    const paths = Array.from({ length: 1000 }, (_, n) => `${n}.jpg`);
    await facts.putFacts('s1', paths.map((path) => createFact(path))); // prettier-ignore
    await facts.packFacts('s1');
    await facts.putFact('s1', createFact('7.jpg', true));
    expect(await facts.readFact('s1', '7.jpg')).toEqual(createFact('7.jpg', true));
    expect(await facts.readCounts('s1')).toEqual({ done: 1000, failed: 1 });
    const between = Array.from({ length: 499 }, (_, n) => `${n}-again.jpg`);
    await facts.putFacts('s1', between.map((path) => createFact(path))); // prettier-ignore
    const before = await readFacts(facts, 's1');
    expect(before.size).toBe(1499);
    await facts.packFacts('s1');
    expect(await readFacts(facts, 's1')).toEqual(before);
    expect(await facts.readFact('s1', '7.jpg')).toEqual(createFact('7.jpg', true));
    expect(await facts.readCounts('s1')).toEqual({ done: 1499, failed: 1 });
  });

  it('are packed in columns, those of pages of the earlier version too', async () => {
    const { facts, prefix } = createBench();
    const paths = Array.from({ length: 700 }, (_, n) => `sité ${n % 7}/${n}.jpg`).sort();
    const objects = paths.map((path, n) => createFact(path, n % 50 === 0));
    await openDatabases(prefix).facts.write('relaxed', async (store) => {
      store.put({ version: 1, done: 700, failed: 14 }, ['s1']);
      for (const page of [objects.slice(0, 500), objects.slice(500)]) {
        store.put({ version: 2, facts: page }, ['s1', 0, page[0]!.filepath, page.at(-1)!.filepath]);
      }
      await promisifyRequest(store.count());
    });
    const before = await readFacts(facts, 's1');
    expect([...before.values()]).toStrictEqual(objects);
    expect(await readPackedPages(prefix, 's1')).toEqual([0, 0]);
    await facts.packFacts('s1');
    expect(await readPackedPages(prefix, 's1')).toEqual([500, 200]);
    expect(await readFacts(facts, 's1')).toStrictEqual(before);
    expect(await facts.readFact('s1', paths[650]!)).toStrictEqual(objects[650]);
    expect(await facts.readDoneFilepaths('s1')).toEqual(new Set(paths));
    await facts.deleteFacts('s1', [paths[0]!, paths[1]!]);
    expect(await facts.readCounts('s1')).toEqual({ done: 698, failed: 13 });
    // What something was taken out of is packed when the survey was read and is at rest again.
    expect(await readPackedPages(prefix, 's1')).toEqual([0, 200]);
    expect([...(await readFacts(facts, 's1')).values()]).toStrictEqual(objects.slice(2));
    await facts.packFacts('s1');
    expect(await readPackedPages(prefix, 's1')).toEqual([498, 200]);
    expect([...(await readFacts(facts, 's1')).values()]).toStrictEqual(objects.slice(2));
  });

  it('in a page that is damaged are not read, those of the others are, and the survey says so', async () => {
    const { facts, prefix } = createBench();
    const paths = Array.from({ length: 1501 }, (_, n) => `${n}.jpg`).sort();
    await facts.putFacts('s1', paths.map((path) => createFact(path))); // prettier-ignore
    await facts.packFacts('s1');
    await openDatabases(prefix).facts.write('relaxed', async (store) => {
      const [key] = await promisifyRequest(store.getAllKeys(IDBKeyRange.bound(['s1', 0], ['s1', 0, []])));
      const record = await promisifyRequest<{ packed: object }>(store.get(key!));
      await promisifyRequest(store.put({ ...record, packed: { ...record.packed, confs: new Float32Array(3) } }, key));
    });
    const damaged = { code: 'storage-damaged' };
    const read: string[] = [];
    const reading = facts.readFacts('s1', (batch) => void read.push(...batch.map(({ filepath }) => filepath)));
    await expect(reading).rejects.toMatchObject(damaged);
    expect(read.sort()).toEqual(paths.slice(500));
    const [one] = paths;
    await expect(facts.readFact('s1', one!)).rejects.toMatchObject(damaged);
    await expect(facts.deleteFacts('s1', [one!])).rejects.toMatchObject(damaged);
    // Nobody computes them again, and nobody writes over them.
    await expect(facts.putFact('s1', createFact(one!))).rejects.toMatchObject(damaged);
    expect(await facts.readDoneFilepaths('s1')).toEqual(new Set(paths));
    expect(await facts.readCounts('s1')).toEqual({ done: 1501, failed: 0 });
    await facts.deleteFacts('s1', 'all');
    expect(await readFacts(facts, 's1')).toEqual(new Map());
  });

  it('are deleted out of pages', async () => {
    const { facts } = createBench();
    const paths = Array.from({ length: 1001 }, (_, n) => `${n}.jpg`);
    await facts.putFacts('s1', paths.map((path, n) => createFact(path, n === 3))); // prettier-ignore
    await facts.packFacts('s1');
    const [first, ...kept] = [...paths].sort();
    const gone = [first!, '3.jpg', '3.jpg', 'not there.jpg', ...kept.slice(-2)];
    await facts.deleteFacts('s1', gone);
    const left = new Set(paths.filter((path) => !gone.includes(path)));
    expect(await facts.readDoneFilepaths('s1')).toEqual(left);
    expect(new Set((await readFacts(facts, 's1')).keys())).toEqual(left);
    expect(await facts.readCounts('s1')).toEqual({ done: left.size, failed: 0 });
    await facts.deleteFacts('s1', [...left]);
    expect(await readFacts(facts, 's1')).toEqual(new Map());
  });

  it('are not packed while somebody reads them', async () => {
    const { facts, prefix } = createBench();
    await facts.putFacts('s1', Array.from({ length: 1500 }, (_, n) => createFact(`${n}.jpg`))); // prettier-ignore
    const packed: Promise<void>[] = [];
    const seen: string[] = [];
    await facts.readFacts('s1', (batch) => {
      packed.push(facts.packFacts('s1'));
      seen.push(...batch.map(({ filepath }) => filepath));
      return true;
    });
    // Each once, wherever packing began: its code may come when they are read already.
    await Promise.all(packed);
    expect(new Set(seen).size).toBe(1500);
    expect(seen).toHaveLength(1500);
    await facts.deleteFacts('s1', 'all');
    await facts.putFacts('s1', seen.map((path) => createFact(path))); // prettier-ignore
    await readerLock(`${prefix}-read-facts-s1`, () => facts.packFacts('s1'));
    expect(await countRecords(prefix)).toBe(1501);
    await facts.packFacts('s1');
    expect(await countRecords(prefix)).toBe(4); // three pages and the counts
  });

  it('do not exist when their transaction fails', async () => {
    const { facts } = createBench();
    const bug = { ...createFact('a'), problem: (() => 1) as never };
    await expect(facts.putFact('s1', bug)).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(await facts.readCounts('s1')).toEqual({ done: 0, failed: 0 });
    await facts.putFact('s1', createFact('a'));
    expect(await facts.readCounts('s1')).toEqual({ done: 1, failed: 0 });
  });
});

describe('previews', () => {
  it('are kept with their type and counted in bytes', async () => {
    const storage = createBench();
    await storage.surveys.createSurvey(createSurvey('s1'), noFolder);
    await storage.putImage('s1', createFact('a'), new Blob(['12345'], { type: 'image/webp' }));
    await storage.putImage('s1', createFact('b', true), null);
    await storage.previews.putPreview('s1', 'a', new Blob(['1234567'], { type: 'image/jpeg' }));
    const preview = await storage.previews.readPreview('s1', 'a');
    expect(preview?.type).toBe('image/jpeg');
    expect(await preview?.text()).toBe('1234567');
    expect(await storage.previews.readPreview('s1', 'b')).toBeNull();
    expect(await storage.previews.readBytes('s1')).toBe(7);
    expect(await estimateStorage(storage)).toMatchObject({ previews: 7, models: 0 });
    const part = { url: 'a.pt', name: 'a.pt', etag: null, size: 50, pieces: 0, bytes: 12, isComplete: false };
    await storage.downloads.begin({ id: 'd', name: 'D', download: 0, startedAt: 0, files: [part] });
    expect(await estimateStorage(storage)).toMatchObject({ models: 12 });
  });
});

async function readAll({ listings }: Pick<AppStorage, 'listings'>, surveyId: string): Promise<ListedImage[]> {
  const all: ListedImage[] = [];
  await listings.readListing(surveyId, ({ filepaths, sizes, modified }) =>
    filepaths.forEach((filepath, at) => all.push({ filepath, size: sizes[at]!, lastModified: modified[at]! })),
  );
  return all;
}

describe('a listing', () => {
  it('is added to while it is made, and replaced as a whole', async () => {
    const storage = createBench();
    const { listings } = storage;
    const long = createListing(2 * LISTING_PAGE + 5);
    await listings.appendListing('s1', long.slice(0, 10));
    await listings.appendListing('s1', long.slice(10, LISTING_PAGE + 50));
    await listings.appendListing('s1', []);
    expect(await readAll(storage, 's1')).toEqual(long.slice(0, LISTING_PAGE + 50));
    await listings.replaceListing('s1', long);
    expect(await readAll(storage, 's1')).toEqual(long);
    await listings.replaceListing('s1', long.slice(0, 1));
    expect(await readAll(storage, 's1')).toEqual(long.slice(0, 1));
    expect(await readAll(storage, 's')).toEqual([]);
  });
});

describe('finding the survey of a folder', () => {
  async function createKnown(storage: AppStorage, handle: FileSystemDirectoryHandle | null, images: ListedImage[]) {
    await storage.surveys.createSurvey(createSurvey('s1'), { rootName: 'DCIM', handle });
    await storage.listings.replaceListing('s1', images);
  }
  const images = createListing(100);

  it.each([
    ['the same listing', 'DCIM', images, 1],
    ['some photos gone', 'DCIM', images.slice(4), 0.96],
    ['new photos beside them', 'DCIM', [...images, ...createListing(300).slice(100)], 1],
    ['too many gone', 'DCIM', images.slice(6), null],
    ['another name', 'DCIM2', images, null],
    ['other sizes', 'DCIM', createListing(100, 7), null],
    ['nothing in it', 'DCIM', [], null],
  ])('by name and listing: %s', async (_, rootName, given, equalShare) => {
    const storage = createBench();
    await createKnown(storage, null, images);
    const match = await findSurveyForFolder(storage, { rootName, handle: null, images: given });
    expect(match?.equalShare ?? null).toBe(equalShare);
    if (match !== null) expect(match).toMatchObject({ survey: { id: 's1' }, matchedBy: 'listing' });
  });

  it('by handle, whatever its name, and tells files that changed', async () => {
    const storage = createBench();
    const handle = await createOpfsFolder('photos');
    await createKnown(storage, handle, images);
    const given = images.slice(0, 60).map((image, n) => (n === 3 ? { ...image, size: 1 } : image));
    const match = await findSurveyForFolder(storage, { rootName: handle.name, handle, images: given });
    expect(match).toMatchObject({ matchedBy: 'handle', equalShare: 0.59, changedFilepaths: ['sité 1/3.jpg'] });
  });

  it('by handle when nothing is listed yet', async () => {
    const storage = createBench();
    const handle = await createOpfsFolder('photos');
    await createKnown(storage, handle, []);
    const match = await findSurveyForFolder(storage, { rootName: handle.name, handle, images });
    expect(match).toMatchObject({ matchedBy: 'handle', survey: { id: 's1' } });
  });

  it('not by handle when another card is in the same place', async () => {
    const storage = createBench();
    const handle = await createOpfsFolder('photos');
    await createKnown(storage, handle, images);
    expect(await findSurveyForFolder(storage, { rootName: 'DCIM', handle, images: createListing(100, 7) })).toBeNull();
  });

  it('not a deleted one', async () => {
    const storage = createBench();
    await createKnown(storage, null, images);
    await storage.surveys.deleteSurvey('s1');
    expect(await findSurveyForFolder(storage, { rootName: 'DCIM', handle: null, images })).toBeNull();
  });
});

describe('settings', () => {
  it('have defaults and keep what is changed', async () => {
    const { settings, prefix } = createBench();
    expect(await settings.readSettings()).toMatchObject({ theme: 'system', geofence: true });
    await settings.updateSettings({ theme: 'dark' });
    await settings.updateSettings({ threads: 2 });
    expect(await openAppStorage(prefix).settings.readSettings()).toMatchObject({ theme: 'dark', threads: 2 });
  });
});
