import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
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

interface DiskSpace {
  /**
   * Lets the origin have only so many bytes more than it uses now. The browser looks at the quota anew only after a
   * while, so this waits until it refuses `refused` bytes.
   */
  limit(room: number, refused: number): Promise<void>;
  restore(): Promise<void>;
}

/** The browser's own quota, made smaller; it is as large as ever again when the session that asked for it ends. */
async function takeDiskSpace(page: Page, context: BrowserContext, url: string): Promise<DiskSpace> {
  await page.evaluate(INSTALL_PROBE);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(url);
  return {
    async limit(room, refused) {
      const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.max(1, usage + room) });
      await expect
        .poll(() => page.evaluate((bytes) => tryToStore(bytes), refused), { timeout: 90_000, intervals: [500] })
        .toBe('QuotaExceededError');
    },
    async restore() {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
    },
  };
}

/** In the page: tries to store bytes in a database of its own, and answers what came of it. */
declare function tryToStore(bytes: number): Promise<string>;

const INSTALL_PROBE = () => {
  Reflect.set(
    globalThis,
    'tryToStore',
    (bytes: number) =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('full-disk-probe', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('probe');
        request.onerror = () => resolve(request.error?.name ?? 'error');
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction('probe', 'readwrite');
          transaction
            .objectStore('probe')
            .put(crypto.getRandomValues(new Uint8Array(Math.min(bytes, 65_536))), 'probe');
          for (let n = 1; n * 65_536 < bytes; n++) {
            transaction.objectStore('probe').put(crypto.getRandomValues(new Uint8Array(65_536)), `probe ${n}`);
          }
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
};

test('a disk that fills up during a run pauses it, and with space again it goes on', async ({ open, folder }) => {
  test.setTimeout(300_000);
  const photos = join(folder, 'photos');
  const total = copyPhotos(photos, 3);
  const { page, context, url } = await open();
  const disk = await takeDiskSpace(page, context, url);
  await addPackage(page, join(DEMO, 'package'));
  await openFolder(page, photos);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, 2);
  await page.getByRole('button', { name: 'Pause' }).click();
  await waitForRun(page, 'paused');
  await disk.limit(0, 1);
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(page.getByRole('alert')).toContainText('No space left on this computer');
  await waitForRun(page, 'paused');
  const done = await waitForDone(page, 1);
  expect(done).toBeLessThan(total);

  await disk.restore();
  await page.getByRole('button', { name: 'Continue' }).click();
  await waitForRun(page, 'finished');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
});

test('a package that finds no space leaves nothing, and can be added when there is space', async ({ open }) => {
  test.setTimeout(240_000);
  const { page, context, url } = await open();
  const disk = await takeDiskSpace(page, context, url);
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await disk.limit(0, 1);
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
  const { page, context, url } = await open();
  const disk = await takeDiskSpace(page, context, url);
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await disk.limit(4_000_000, 6_000_000);
  await dropPaths(page, [join(SHARED, 'models', 'coco-mnv2')]);
  await expect(page.getByRole('alert')).toContainText('No space left on this computer', { timeout: 60_000 });
  expect(await packageCount(page)).toBe(0);
  expect(await storedFiles(page)).toBe(0);
});
