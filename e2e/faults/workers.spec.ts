import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, waitForRun } from '../app-test';
import { browserProcesses, countAskedPhotos, expectEqualCopies, timesAsked } from '../fault-steps';
import { copyPhotos, countsOfOpen, openFolder, waitForDone } from '../journey-steps';

test.setTimeout(240_000); // a busy computer must not fail what is right

/** A worker of the page, by a part of its script's name. */
function workerOf(page: Page, name: string) {
  const worker = page.workers().find((candidate) => candidate.url().includes(name));
  if (worker === undefined)
    throw new Error(
      `no ${name} among ${page
        .workers()
        .map((other) => other.url())
        .join()}`,
    );
  return worker;
}

test('a killed decoder and killed networks are started anew, and no photo is lost or wrong', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'photos');
  const total = copyPhotos(photos, 4);
  const { page } = await open({ from: 'package' });
  await countAskedPhotos(page);
  await openFolder(page, photos);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, 2);
  // One ends without a word, the other with an error that nobody catches.
  await workerOf(page, 'inference.worker').evaluate(() => globalThis.close());
  await waitForDone(page, 10);
  await workerOf(page, 'decode.worker').evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by a test');
    });
  });
  await waitForRun(page, 'finished');

  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  await expectEqualCopies(page);
  const times = await timesAsked(page);
  expect(times).toHaveLength(total);
  expect(times.filter((count) => count > 1).length, 'only the photo that was under way').toBeLessThanOrEqual(1);
  await expect(page.getByText('its photos were done again and none is lost')).toBeVisible();
  await expect(page.getByText('2 times', { exact: false })).toBeVisible();
});

test('a graphics processor that goes away in the middle of a run is replaced by WASM', async ({ open, folder }) => {
  test.setTimeout(240_000); // a busy computer must not fail what is right
  const profile = join(folder, 'profile');
  const photos = join(folder, 'photos');
  const total = copyPhotos(photos, 4);
  const { page } = await open({ withWebGpu: true, profile, from: 'package' });
  await countAskedPhotos(page);
  await openFolder(page, photos);
  await page.evaluate(() => window.understory!.actions.changePreferences({ backend: 'webgpu' }));
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, 3);
  await expect(page.getByText(/WebGPU/).first()).toBeVisible();
  const graphics = browserProcesses(profile).filter(({ words }) => words.includes('--type=gpu-process'));
  expect(graphics).toHaveLength(1);
  process.kill(graphics[0]!.pid, 'SIGKILL');

  await expect(page.getByText('The graphics processor stopped answering. The run goes on with WASM')).toBeVisible();
  await waitForRun(page, 'finished');
  const report = await page.evaluate(() => window.understory!.runReport());
  expect(report?.backend).toMatchObject({ used: 'wasm', reason: 'fell-back' });
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  expect((await timesAsked(page)).every((count) => count === 1)).toBe(true); // repeated inside the worker
});
