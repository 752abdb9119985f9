import { promisifyRequest } from 'idb-keyval';
import { expect, it } from 'vitest';
import { openDatabases } from './databases';
import { CHUNK_BYTES, createFileStore } from './file-store';
import { StorageError } from './storage-error';

function createBench() {
  const databases = openDatabases(`test-${crypto.randomUUID()}`);
  const keys = () => databases.modelFiles.read((store) => promisifyRequest(store.getAllKeys()));
  return { databases, files: createFileStore(databases), keys };
}

/** Bytes that differ from place to place. */
function createBytes(size: number, seed = 1): Blob {
  const numbers = new Uint32Array(Math.ceil(size / 4));
  for (let n = 0; n < numbers.length; n++) numbers[n] = Math.imul(n + seed, 2_654_435_761);
  return new Blob([new Uint8Array(numbers.buffer, 0, size)]);
}

async function expectSameBytes(actual: Blob, expected: Blob) {
  const [a, b] = await Promise.all([actual.arrayBuffer(), expected.arrayBuffer()]);
  const [digestA, digestB] = await Promise.all([
    crypto.subtle.digest('SHA-256', a),
    crypto.subtle.digest('SHA-256', b),
  ]);
  expect(new Uint8Array(digestA)).toEqual(new Uint8Array(digestB));
}

it.each([0, 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES + 12_345])('stores and reads %i bytes', async (size) => {
  const { files, keys } = createBench();
  const file = createBytes(size);
  const progress: number[] = [];
  await files.storeFile('aa', file, { onProgress: (done) => progress.push(done) });
  await expectSameBytes(await files.readFile('aa'), file);
  expect(await files.listFiles()).toEqual([{ sha256: 'aa', size }]);
  const chunks = Math.ceil(size / CHUNK_BYTES);
  expect(await keys()).toHaveLength(chunks + 1);
  expect(progress).toHaveLength(chunks);
  expect(progress.at(-1) ?? 0).toBe(size);
});

it('does not write a file again that is there', async () => {
  const { files } = createBench();
  await files.storeFile('aa', createBytes(100));
  let calls = 0;
  await files.storeFile('aa', createBytes(100), { onProgress: () => calls++ });
  expect(calls).toBe(0);
});

it('says when a file is not there', async () => {
  const { files } = createBench();
  await expect(files.readFile('aa')).rejects.toMatchObject({ code: 'storage-damaged' });
});

it('says when a chunk is lost', async () => {
  const { files, databases } = createBench();
  await files.storeFile('aa', createBytes(2 * CHUNK_BYTES));
  await databases.modelFiles.write('relaxed', (store) => promisifyRequest(store.delete(['aa', 1])));
  await expect(files.readFile('aa')).rejects.toMatchObject({ code: 'storage-damaged' });
});

it('leaves nothing behind when it is cancelled', async () => {
  const { files, keys } = createBench();
  const controller = new AbortController();
  const storing = files.storeFile('aa', createBytes(3 * CHUNK_BYTES), {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(storing).rejects.toMatchObject({ name: 'AbortError' });
  expect(await keys()).toEqual([]);
});

it('says that the disk is full, and leaves nothing behind', async () => {
  const { databases, keys } = createBench();
  let writes = 0;
  const { modelFiles } = databases;
  // The browser's own limit can't be lowered here without lowering it for all tests that run beside this one.
  const files = createFileStore({
    ...databases,
    modelFiles: {
      ...modelFiles,
      write: (durability, work) =>
        durability === 'strict' && ++writes === 4
          ? Promise.reject(new StorageError('no-space', 'full'))
          : modelFiles.write(durability, work),
    },
  });
  await files.storeFile('bb', createBytes(100)); // a chunk and the manifest
  await expect(files.storeFile('aa', createBytes(5 * CHUNK_BYTES))).rejects.toMatchObject({ code: 'no-space' });
  expect(await keys()).toEqual([['bb'], ['bb', 0]]);
  await files.storeFile('aa', createBytes(5 * CHUNK_BYTES));
  expect((await files.readFile('aa')).size).toBe(5 * CHUNK_BYTES);
});

it('writes once when two tabs store the same file', async () => {
  const { files, databases } = createBench();
  const other = createFileStore(databases);
  const counts = [0, 0];
  const file = createBytes(2 * CHUNK_BYTES);
  await Promise.all([
    files.storeFile('aa', file, { onProgress: () => counts[0]!++ }),
    other.storeFile('aa', file, { onProgress: () => counts[1]!++ }),
  ]);
  expect(counts.sort()).toEqual([0, 2]);
  await expectSameBytes(await files.readFile('aa'), file);
});

it('sweeps what a crash left, but not what is being written', async () => {
  const { files, databases, keys } = createBench();
  await files.storeFile('cc', createBytes(10));
  const orphan = (sha256: string) =>
    databases.modelFiles.write('relaxed', (store) => promisifyRequest(store.put(createBytes(10), [sha256, 0])));
  await orphan('aa');
  await orphan('bb');
  await navigator.locks.request(`${databases.prefix}-file-bb`, async () => {
    expect(await files.sweepOrphans()).toBe(1);
  });
  expect(await keys()).toEqual([['bb', 0], ['cc'], ['cc', 0]]);
});

it('removes only files that nobody names', async () => {
  const { files } = createBench();
  await files.storeFile('aa', createBytes(10));
  await files.storeFile('bb', createBytes(20));
  expect(await files.removeUnreferencedFiles(new Set(['aa']))).toBe(20);
  expect(await files.listFiles()).toEqual([{ sha256: 'aa', size: 10 }]);
});
