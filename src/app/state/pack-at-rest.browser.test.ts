import { promisifyRequest } from 'idb-keyval';
import { expect, it } from 'vitest';
import type { Inference } from '../../domain/inference';
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
