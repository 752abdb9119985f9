import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { killRuns } from '../scripts/faults/kill-runs';
import { expect, test } from './app-test';
import { copyPhotos } from './journey-steps';

const COPIES = 20; // enough that a quick computer is still at work at the tenth kill
const KILLS = 10;
const SEED = 20261121;

// The short form of `npm run faults:kills`.
test('ten kills in the middle of a run lose no image and compute none twice', async ({ folder }) => {
  test.setTimeout(900_000);
  const photos = join(folder, 'photos');
  mkdirSync(photos);
  const total = copyPhotos(photos, COPIES);
  const report = await killRuns({ photos, folder, kills: KILLS, seed: SEED, log: () => undefined });
  expect(report.findings).toEqual([]);
  expect(report.kills, 'the runs were too quick to be killed ten times').toBe(KILLS);
  expect(report).toMatchObject({ predictions: total, paths: total, isEqual: true });
  expect(report.resumed).toBeGreaterThanOrEqual(report.reported);
});
