import { join } from 'node:path';
import { dropPaths } from '../scripts/drop-paths';
import { expect, hasShared, SHARED, test, waitForRun, WITHOUT_SHARED } from './app-test';
import { countAskedPhotos, fillDisk, timesAsked } from './fault-steps';
import {
  addPackage,
  copyPhotos,
  countsOfOpen,
  DEMO,
  openFolder,
  packageCount,
  storedFiles,
  waitForDone,
} from './journey-steps';

test('a disk that fills up during a run pauses it, and with space again it goes on', async ({ open, folder }) => {
  test.setTimeout(300_000);
  const photos = join(folder, 'photos');
  const total = copyPhotos(photos, 6);
  const app = await open({ from: 'package' });
  const { page } = app;
  await countAskedPhotos(page);
  await openFolder(page, photos);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, 2);
  await page.getByRole('button', { name: 'Pause' }).click();
  await waitForRun(page, 'paused');
  const doneBefore = await waitForDone(page, 2);
  const disk = await fillDisk(app);
  await disk.leave(200_000);
  await page.getByRole('button', { name: 'Continue' }).click();

  const notice = page.getByRole('alert');
  await expect(notice).toContainText('No space left on this computer', { timeout: 60_000 });
  await waitForRun(page, 'paused');
  const kept = await waitForDone(page, doneBefore + 1); // until the disk was full, the run went on
  expect(kept).toBeLessThan(total);

  await disk.restore();
  await page.getByRole('button', { name: 'Continue' }).click();
  await waitForRun(page, 'finished');
  await expect(notice).toHaveCount(0);
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  // The photo that found no space is stored later, not computed again.
  expect(await timesAsked(page)).toEqual(Array.from({ length: total }, () => 1));
});

test('a package that finds no space leaves nothing, and can be added when there is space', async ({ open }) => {
  test.setTimeout(240_000);
  const app = await open();
  const { page } = app;
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  const disk = await fillDisk(app);
  await dropPaths(page, [join(DEMO, 'package')]);
  await expect(page.getByRole('alert')).toContainText('No space left on this computer', { timeout: 60_000 });
  expect(await packageCount(page)).toBe(0);
  expect(await storedFiles(page)).toBe(0);

  await disk.restore();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await addPackage(page, join(DEMO, 'package'));
});

test('a package that fits only in part is taken back', async ({ open }) => {
  test.skip(!hasShared, WITHOUT_SHARED);
  test.setTimeout(240_000);
  const app = await open();
  const { page } = app;
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  const disk = await fillDisk(app);
  await disk.leave(12_000_000); // one chunk of 8 MiB goes in
  await dropPaths(page, [join(SHARED, 'models', 'coco-mnv2')]);
  await expect(page.getByRole('alert')).toContainText('No space left on this computer', { timeout: 60_000 });
  expect(await packageCount(page)).toBe(0);
  expect(await storedFiles(page)).toBe(0);
});
