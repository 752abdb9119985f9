import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, waitForRun } from './app-test';
import { countAskedPhotos, expectEqualCopies, factsOf, timesAsked } from './fault-steps';
import { copyPhotos, countsOfOpen, openFolder, waitForDone } from './journey-steps';

test.setTimeout(240_000); // a busy computer must not fail what is right

const networkWorkers = (page: Page) => page.workers().filter((worker) => worker.url().includes('inference.worker'));
const lastBackend = (page: Page) => page.evaluate(() => window.understory!.runReport()?.backend ?? null);

test('two workers share the threads with the same results, and when one is killed the run goes on', async ({
  open,
  folder,
}) => {
  const [once, twice] = [join(folder, 'once'), join(folder, 'twice')];
  copyPhotos(once);
  const total = copyPhotos(twice, 4);
  const { page } = await open({ from: 'package' });
  await page.evaluate(() => window.understory!.actions.changePreferences({ workers: 1, threads: 2 }));
  await openFolder(page, once);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
  expect(await lastBackend(page)).not.toHaveProperty('workers');
  const facts = await factsOf(page);

  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByRole('combobox', { name: 'Networks side by side' }).click();
  await page.getByRole('option', { name: '2', exact: true }).click();
  await openFolder(page, twice);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, 6);
  expect(networkWorkers(page)).toHaveLength(2);
  await expect(page.getByText('2 side by side, 1 thread each')).toBeVisible();
  await networkWorkers(page)[1]!.evaluate(() => globalThis.close());
  await waitForRun(page, 'finished');

  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  await expectEqualCopies(page);
  const again = await factsOf(page);
  for (const [filepath, fact] of Object.entries(facts)) expect(again[filepath], filepath).toBe(fact);
  expect(await lastBackend(page), 'one worker with all threads went on').toMatchObject({ threads: 2 });
  await expect(page.getByText('its photos were done again and none is lost')).toBeVisible();
});

test('a long run tries arrangements on its first photos, computes each photo once, and remembers what was fastest', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'photos');
  const total = copyPhotos(photos, 11);
  const { page } = await open({ from: 'package' });
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 4 });
    Object.defineProperty(navigator, 'deviceMemory', { value: 16 });
  });
  await countAskedPhotos(page);
  await openFolder(page, photos);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  await expectEqualCopies(page);
  expect(new Set(await timesAsked(page))).toEqual(new Set([1]));

  const [found] = Object.values(await storedArrangements(page));
  expect(['1x4', '1x2', '2x2']).toContain(`${found?.workers}x${found?.threads}`);
  const { workers = 1, threads } = (await lastBackend(page))!;
  expect({ workers, threads }).toEqual(found);
});

/** What the app keeps about the fastest arrangements. */
const storedArrangements = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Record<string, { readonly workers: number; readonly threads: number }>>((resolve, reject) => {
        const request = indexedDB.open('understory-settings');
        request.onerror = () => reject(request.error ?? new Error('settings'));
        request.onsuccess = () => {
          const record = request.result.transaction('records').objectStore('records').get('settings');
          record.onsuccess = () => {
            request.result.close();
            resolve((record.result as { settings: { arrangements: Record<string, never> } }).settings.arrangements);
          };
        };
      }),
  );
