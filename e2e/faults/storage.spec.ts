import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, waitForRun } from '../app-test';
import { expectEqualCopies, fillDisk } from '../fault-steps';
import {
  addPackage,
  cardOf,
  copyPhotos,
  countsOfOpen,
  DEMO,
  goHome,
  openFolder,
  packageCount,
  waitForDone,
  waitUntilReady,
} from '../journey-steps';

const PACKAGE = join(DEMO, 'package');
const start = (page: Page) => page.getByRole('button', { name: 'Start run' }).click();

/** A page of the same address without the app: nothing holds its databases. */
const leaveApp = (page: Page, url: string) => page.goto(new URL('icons/favicon.svg', url).href);

async function comeBack(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => !['loading', undefined].includes(window.understory?.store.getState().start.step));
}

const deleteDatabase = (page: Page, name: string) =>
  page.evaluate(
    (database) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(`understory-${database}`);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error(database));
        request.onblocked = () => reject(new Error(`${database} is held by something`));
      }),
    name,
  );

/** Marks every record of a database as written by this version of the app. */
const setVersions = (page: Page, database: string, version: number) =>
  page.evaluate(
    ([name, wanted]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(`understory-${name}`);
        request.onsuccess = () => {
          const transaction = request.result.transaction('records', 'readwrite');
          const records = transaction.objectStore('records').openCursor();
          records.onsuccess = () => {
            const cursor = records.result;
            if (cursor === null) return;
            cursor.update({ ...(cursor.value as object), version: wanted });
            cursor.continue();
          };
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error ?? new Error(name));
        };
      }),
    [database, version] as const,
  );

/** Changes one bit in the middle of a stored model file, as a failing disk may. */
const flipBit = (page: Page, sha256: string) =>
  page.evaluate(async (hash) => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('understory-model-files');
      request.onsuccess = () => resolve(request.result);
    });
    const chunk = await new Promise<Blob>((resolve) => {
      const request = opened.transaction('records').objectStore('records').get([hash, 0]) as IDBRequest<Blob>;
      request.onsuccess = () => resolve(request.result);
    });
    const bytes = new Uint8Array(await chunk.arrayBuffer());
    bytes[bytes.length >> 1]! ^= 1;
    const transaction = opened.transaction('records', 'readwrite');
    transaction.objectStore('records').put(new Blob([bytes]), [hash, 0]);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opened.close();
  }, sha256);

test.setTimeout(240_000); // a busy computer must not fail what is right

/** Also waits for what is noted of it apart from the databases: a moment later than the run's last state. */
async function runToEnd(page: Page, photos: string): Promise<void> {
  await openFolder(page, photos);
  await start(page);
  await waitForRun(page, 'finished');
  const { done } = await countsOfOpen(page);
  await page.waitForFunction(
    (photosDone) => JSON.parse(localStorage.getItem('understory-kept') ?? '{}').photos === photosDone,
    done,
  );
}

test('a storage that the browser has cleared is told, with what was in it, and once', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos);
  const { page, context, url } = await open({ from: 'package' });
  await runToEnd(page, photos);
  await goHome(page);
  await leaveApp(page, url);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'indexeddb' });
  await comeBack(page, url);

  const notice = page.getByRole('alert');
  await expect(notice).toContainText('The browser has cleared what Understory had stored');
  await expect(notice).toContainText(`1 survey with ${total} finished photos is gone from this browser`);
  await expect(page.getByText('No survey yet')).toBeVisible();
  await page.reload();
  await waitUntilReady(page);
  await expect(notice).toHaveCount(0);

  await addPackage(page, PACKAGE);
  await runToEnd(page, photos); // everything can be had again
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
});

test('surveys that a person deleted are no loss to be told', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  copyPhotos(photos);
  const { page } = await open({ from: 'package' });
  await runToEnd(page, photos);
  await goHome(page);
  await cardOf(page, 'Ridge').getByRole('button', { name: 'More for Ridge' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByText('No survey yet')).toBeVisible();
  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('each single database that is lost leaves the others in use', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos);
  const { page, url } = await open({ from: 'package' });
  await runToEnd(page, photos);
  for (const database of ['facts', 'previews', 'listings', 'handles', 'packages', 'model-files', 'settings']) {
    await leaveApp(page, url);
    await deleteDatabase(page, database);
    await comeBack(page, url);
    await waitUntilReady(page);
    const alert = page.getByRole('alert');
    if (database === 'facts') await expect(alert).toContainText(`${total} finished photos are gone`);
    else if (database === 'model-files') await expect(alert).toContainText('of the model package is damaged or gone');
    else await expect(alert).toHaveCount(0);
    // Back under the same id: its survey knows it again.
    if (database === 'packages' || database === 'model-files') await addPackage(page, PACKAGE);
    await openFolder(page, photos);
    if (database === 'facts') {
      await page.getByRole('button', { name: /^(Start|Continue)/ }).click();
      await waitForRun(page, 'finished');
    }
    expect(await countsOfOpen(page), database).toEqual({ listed: total, done: total, failed: 0 });
    await expectEqualCopies(page);
    await goHome(page);
    await expect(page.getByRole('article'), database).toHaveCount(1);
  }
});

test('the list of surveys that is lost alone is told, and the same folder begins anew', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos);
  const { page, url } = await open({ from: 'package' });
  await runToEnd(page, photos);
  await leaveApp(page, url);
  await deleteDatabase(page, 'surveys');
  await comeBack(page, url);
  await waitUntilReady(page);
  await expect(page.getByRole('alert')).toContainText('The browser has cleared what Understory had stored');
  await expect(page.getByText('No survey yet')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await openFolder(page, photos);
  await start(page);
  await waitForRun(page, 'finished');
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  await expectEqualCopies(page);
});

test('data of a newer version is left alone, and the person is told to reload', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos);
  const { page, url } = await open({ from: 'package' });
  await runToEnd(page, photos);
  await leaveApp(page, url);
  await setVersions(page, 'surveys', 99);
  await comeBack(page, url);
  await expect(page.getByRole('alert')).toContainText('The stored data was made by a newer version of Understory');
  await expect(page.getByRole('alert').getByRole('button', { name: 'Reload' })).toBeVisible();

  await leaveApp(page, url);
  await setVersions(page, 'surveys', 2); // the newer version is there again, so to speak
  await setVersions(page, 'facts', 99);
  await comeBack(page, url);
  await expect(page.getByRole('alert')).toContainText('newer version of Understory');
  await leaveApp(page, url);
  await setVersions(page, 'facts', 1);
  await comeBack(page, url);
  await waitUntilReady(page);
  await openFolder(page, photos);
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
});

test('a stored network with a flipped bit is found before it is used, and replaced by adding it again', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos);
  const { page, url } = await open();
  await addPackage(page, PACKAGE);
  await openFolder(page, photos);
  await leaveApp(page, url);
  const network = readFileSync(join(PACKAGE, 'demo-classifier.onnx'));
  await flipBit(page, createHash('sha256').update(network).digest('hex'));
  await comeBack(page, url);
  await openFolder(page, photos);
  await start(page);

  const notice = page.getByRole('alert');
  await expect(notice).toContainText('demo-classifier.onnx of the model package is damaged');
  expect((await countsOfOpen(page)).done).toBe(0);
  expect(await packageCount(page)).toBe(0);
  await notice.getByRole('button', { name: 'Open Models' }).click();
  await addPackage(page, PACKAGE);
  await openFolder(page, photos);
  await page.getByRole('button', { name: /^(Start|Continue)/ }).click();
  await waitForRun(page, 'finished');
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  await expectEqualCopies(page);
});

test('a clock that is set back by a year between two starts changes nothing', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos, 4);
  const { page } = await open({ from: 'package' });
  await openFolder(page, photos);
  await start(page);
  await waitForDone(page, 3);
  await page.clock.setSystemTime(new Date(Date.now() - 365 * 86_400_000)); // in the middle of the run, too
  await waitForDone(page, 6);
  await page.reload();
  await waitUntilReady(page);
  await goHome(page);
  await expect(cardOf(page, 'Ridge').getByText('Cut off', { exact: true })).toBeVisible();
  await openFolder(page, photos);
  const { done } = await countsOfOpen(page);
  await page.getByRole('button', { name: /^Continue/ }).click();
  await waitForRun(page, 'finished');
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  expect(done).toBeGreaterThanOrEqual(6);
  await expectEqualCopies(page);
});

test('a full disk is told when settings and an export find no space, and both work with space again', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'Ridge');
  copyPhotos(photos);
  const app = await open({ from: 'package' });
  const { page } = app;
  await runToEnd(page, photos);
  // In the place of the disk that an export is saved to: the browser's own, which has the same quota.
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    Reflect.set(globalThis, 'showSaveFilePicker', ({ suggestedName }: { suggestedName: string }) =>
      root.getFileHandle(suggestedName, { create: true }),
    );
  });
  const disk = await fillDisk(app);
  const save = () => page.evaluate(() => window.understory!.actions.saveExport('speciesnet'));
  expect(await save()).toMatchObject({ kind: 'failed', condition: { code: 'save-no-space' } });
  await page.evaluate(() => window.understory!.actions.changePreferences({ thumbnailSize: 222 }));
  await expect(page.getByRole('alert')).toContainText('No space left on this computer');

  await disk.restore();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.evaluate(() => window.understory!.actions.changePreferences({ thumbnailSize: 223 }));
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await save()).toMatchObject({ kind: 'saved' });
  const whole = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names = [];
    for await (const [name, handle] of root.entries()) {
      names.push(`${name} ${(await (handle as FileSystemFileHandle).getFile()).size > 0}`);
    }
    return names;
  });
  expect(whole).toHaveLength(1);
  expect(whole[0]).toMatch(/ true$/);
});
