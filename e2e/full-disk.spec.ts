import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DrivenApp } from '../scripts/drive-app';
import { dropPaths } from '../scripts/drop-paths';
import { expect, hasShared, SHARED, test, waitForRun, WITHOUT_SHARED } from './app-test';
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

interface FullDisk {
  /** Leaves this many bytes, to be filled by what comes next. */
  leave(bytes: number): Promise<void>;
  /** As much as ever. */
  restore(): Promise<void>;
}

/**
 * Makes the browser refuse to store anything, by its own quota. For up to 30 s Chromium relies on the room that it found
 * before; once it has refused, it looks each time.
 */
async function fillDisk({ page, context, url }: DrivenApp): Promise<FullDisk> {
  const session = await context.newCDPSession(page); // stays open: what it overrides ends with it
  const { origin } = new URL(url);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await expect.poll(() => tryToStore(page), { timeout: 90_000, intervals: [1000] }).toBe('QuotaExceededError');
  return {
    async leave(bytes) {
      const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.ceil(usage) + bytes });
    },
    async restore() {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
    },
  };
}

/** Stores a little in a database of its own, and answers what came of it. */
const tryToStore = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('full-disk-probe', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('probe');
        request.onerror = () => resolve(request.error?.name ?? 'error');
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction('probe', 'readwrite');
          transaction.objectStore('probe').put(crypto.getRandomValues(new Uint8Array(4096)), 'probe');
          transaction.oncomplete = () => {
            database.close();
            resolve('stored');
          };
          transaction.onabort = () => {
            database.close();
            resolve(transaction.error?.name ?? 'aborted');
          };
        };
      }),
  );

/** How often the page asked its worker to run the networks on each photo. */
declare const askedFor: ReadonlyMap<string, number>;

/** In the page: looks at what is sent to the workers; nothing is changed. */
function countAskedPhotos(): void {
  const counts = new Map<string, number>();
  Reflect.set(globalThis, 'askedFor', counts);
  const prototype = Worker.prototype as { postMessage: (this: Worker, ...words: unknown[]) => void };
  const { postMessage } = prototype;
  prototype.postMessage = function (...words) {
    const { argumentList = [] } = words[0] as { readonly argumentList?: readonly { readonly value: unknown }[] };
    const [name, args] = argumentList.map(({ value }) => value);
    if (name === 'infer') {
      const [{ filepath }] = args as [{ readonly filepath: string }];
      counts.set(filepath, (counts.get(filepath) ?? 0) + 1);
    }
    postMessage.apply(this, words);
  };
}

test('a disk that fills up during a run pauses it, and with space again it goes on', async ({ open, folder }) => {
  test.setTimeout(300_000);
  const photos = join(folder, 'photos');
  const total = copyPhotos(photos, 6);
  const app = await open();
  const { page } = app;
  await page.evaluate(countAskedPhotos);
  await addPackage(page, join(DEMO, 'package'));
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
  expect(await page.evaluate(() => [...askedFor.values()])).toEqual(Array.from({ length: total }, () => 1));
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
