import { expect, it } from 'vitest';
import type { CropVectors } from '../domain/crop-vectors';
import type { Inference } from '../domain/inference';
import { openDatabases } from './databases';
import { createVectorStore, type ImageVectors } from './vector-store';

const factOf = (filepath: string, score = 0.5): Inference => ({
  filepath,
  size: { width: 1, height: 1 },
  capturedAt: null,
  detections: [],
  crops: { image: { classes: [3], scores: [score] } },
  failures: [],
  problem: null,
});
const vectors = (...numbers: readonly number[]): CropVectors => ({ image: Int8Array.from(numbers) });

function setUp(mostBytes?: number) {
  const databases = openDatabases(`test-${crypto.randomUUID()}`);
  const store = createVectorStore(databases, mostBytes);
  const all = async (surveyId = 's') => {
    const found: ImageVectors[] = [];
    await store.readAllVectors(surveyId, (batch) => {
      found.push(...batch);
      return Promise.resolve(true);
    });
    return found;
  };
  return { store, all };
}

it('gives back what was put, one by one and all of a survey, with the mark of its facts', async () => {
  const { store, all } = setUp();
  const two = { '0': Int8Array.from([1, -2]), box0: Int8Array.from([3, 127]) };
  await store.putVectors('s', factOf('b'), two);
  await store.putVectors('s', factOf('a'), vectors(5, 6));
  await store.putVectors('other', factOf('a'), vectors(7));
  expect(await store.readVectors('s', ['b', 'missing'])).toEqual([
    { filepath: 'b', mark: 'image:3:0.5', vectors: two },
  ]);
  expect((await all()).map(({ filepath }) => filepath)).toEqual(['a', 'b']);
  expect(await store.readBytes('s')).toBe(6);
});

it('counts bytes anew when an image is computed again, and forgets a survey as a whole', async () => {
  const { store, all } = setUp();
  await store.putVectors('s', factOf('a'), vectors(1, 2, 3));
  await store.putVectors('s', factOf('a', 0.25), vectors(4));
  expect(await all()).toEqual([{ filepath: 'a', mark: 'image:3:0.25', vectors: vectors(4) }]);
  expect(await store.readBytes('s')).toBe(1);
  await store.deleteVectors('s');
  expect([await all(), await store.readBytes('s')]).toEqual([[], 0]);
});

it('takes no more than it may, and drops what is out of date rather than keep it', async () => {
  const { store, all } = setUp(4);
  await store.putVectors('s', factOf('a'), vectors(1, 2, 3));
  await store.putVectors('s', factOf('b'), vectors(1, 2));
  expect((await all()).map(({ filepath }) => filepath)).toEqual(['a']);
  await store.putVectors('s', factOf('a', 0.1), vectors(1, 2, 3, 4, 5));
  expect([await all(), await store.readBytes('s')]).toEqual([[], 0]);
});

it('ends when it is told to', async () => {
  const { store } = setUp();
  for (let image = 0; image < 250; image++) await store.putVectors('s', factOf(`${1000 + image}`), vectors(1));
  let batches = 0;
  await store.readAllVectors('s', () => Promise.resolve(++batches < 1));
  expect(batches).toBe(1);
  await store.readAllVectors('s', () => Promise.resolve(++batches < 9));
  expect(batches).toBe(3);
});
