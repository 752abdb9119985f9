import { promisifyRequest } from 'idb-keyval';
import { expect, it } from 'vitest';
import { openDatabases } from './databases';
import { createDownloadStore, type StoredDownload, type StoredDownloadFile } from './download-store';

function createBench() {
  const databases = openDatabases(`test-${crypto.randomUUID()}`);
  const keys = () => databases.downloads.read((store) => promisifyRequest(store.getAllKeys()));
  return { databases, downloads: createDownloadStore(databases), keys };
}

const begun: StoredDownloadFile = {
  url: 'a.pt',
  name: 'a.pt',
  etag: null,
  size: null,
  pieces: 0,
  bytes: 0,
  isComplete: false,
};

const download = (id: string): StoredDownload => ({
  id,
  name: id,
  download: 0,
  startedAt: 1,
  files: [begun, { ...begun, name: 'b.pt' }],
});

it('keeps pieces and how far it is in one step, and gives the file back', async () => {
  const { downloads } = createBench();
  await downloads.begin(download('x'));
  await downloads.putPiece('x', 1, { ...begun, pieces: 1, bytes: 3, etag: '"1"' }, new Blob(['abc']));
  await downloads.putPiece('x', 1, { ...begun, pieces: 2, bytes: 5, isComplete: true }, new Blob(['de']));
  expect((await downloads.read('x'))!.files[1]).toEqual({ ...begun, pieces: 2, bytes: 5, isComplete: true });
  expect(await (await downloads.readFile('x', 1)).text()).toBe('abcde');
  expect((await downloads.readFile('x', 0)).size).toBe(0);
  expect((await downloads.list()).map(({ id }) => id)).toEqual(['x']);
  expect(await downloads.read('y')).toBeNull();
});

it('begins a file or the whole download anew', async () => {
  const { downloads, keys } = createBench();
  await downloads.begin(download('x'));
  await downloads.putPiece('x', 0, { ...begun, pieces: 1, bytes: 3 }, new Blob(['abc']));
  await downloads.putPiece('x', 1, { ...begun, pieces: 1, bytes: 3 }, new Blob(['abc']));
  await downloads.putPiece('x', 1, begun, null);
  expect(await keys()).toEqual([['x'], ['x', 0, 0]]);
  await downloads.begin(download('x'));
  expect(await keys()).toEqual([['x']]);
});

it('removes one download and leaves the others', async () => {
  const { downloads, keys } = createBench();
  for (const id of ['x', 'x-2']) {
    await downloads.begin(download(id));
    await downloads.putPiece(id, 0, { ...begun, pieces: 1, bytes: 3 }, new Blob(['abc']));
  }
  await downloads.remove('x');
  expect(await keys()).toEqual([['x-2'], ['x-2', 0, 0]]);
});

it('says when a piece is lost, and stores none for a download that is gone', async () => {
  const { databases, downloads, keys } = createBench();
  await downloads.begin(download('x'));
  await downloads.putPiece('x', 0, { ...begun, pieces: 1, bytes: 3 }, new Blob(['abc']));
  await databases.downloads.write('relaxed', (store) => promisifyRequest(store.delete(['x', 0, 0])));
  await expect(downloads.readFile('x', 0)).rejects.toMatchObject({ code: 'storage-damaged' });
  await downloads.remove('x');
  const late = downloads.putPiece('x', 0, { ...begun, pieces: 1, bytes: 3 }, new Blob(['abc']));
  await expect(late).rejects.toMatchObject({ code: 'storage-damaged' });
  expect(await keys()).toEqual([]);
});
