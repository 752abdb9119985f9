import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { AppState } from '../src/app/state/app-state';
import { dropPaths } from '../scripts/drop-paths';
import { expect } from './app-test';

export const DEMO = resolve(import.meta.dirname, '..', 'public', 'demo');
export const DEMO_PHOTOS = 12;

/** The demonstration's photos, several times in folders of their own, so that a run lasts a while. */
export function copyPhotos(to: string, copies = 1): number {
  mkdirSync(to, { recursive: true });
  for (let copy = 0; copy < copies; copy++) {
    cpSync(join(DEMO, 'photos'), join(to, `card ${copy}`), { recursive: true });
  }
  return DEMO_PHOTOS * copies;
}

/** Drops a package on the Models screen and waits until it is stored. */
export async function addPackage(page: Page, path: string): Promise<void> {
  const before = await packageCount(page);
  await dropPaths(page, [path]);
  await expect.poll(() => packageCount(page), { timeout: 60_000 }).toBe(before + 1);
}

export const packageCount = (page: Page) => page.evaluate(() => window.understory!.store.getState().packages.length);

/** Drops a folder of photos on the first screen and waits until all of it is listed, and its survey is on the screen. */
export async function openFolder(page: Page, path: string): Promise<void> {
  await goHome(page);
  await dropPaths(page, [path]);
  await page.waitForFunction(() => {
    const { open } = window.understory!.store.getState();
    // A survey that was open before is listed too, but no longer shown.
    return open?.listing.step === 'listed' && location.hash.startsWith(`#/survey/${open.survey.id}/`);
  });
}

export async function goHome(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Understory, surveys' }).click();
  await expect(page.getByRole('heading', { name: 'Your surveys' })).toBeVisible();
}

export const cardOf = (page: Page, name: string): Locator => page.getByRole('article', { name });

/** Waits until this many photos of the open survey are done, and answers how many there are by then. */
export async function waitForDone(page: Page, atLeast: number): Promise<number> {
  const handle = await page.waitForFunction((wanted) => {
    const { open } = window.understory!.store.getState();
    const done = open?.images.filter(({ inference }) => inference !== null).length ?? 0;
    return done >= wanted ? done : null;
  }, atLeast);
  return Number(await handle.jsonValue());
}

export async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.understory?.store.getState().start.step === 'ready');
}

/** What the open survey's counts are in the store of the page. */
export const countsOfOpen = (page: Page): Promise<AppState['surveys'][number]['survey']['counts']> =>
  page.evaluate(() => window.understory!.store.getState().open!.survey.counts);

export const photosDoneBefore = (page: Page) => page.evaluate(() => window.understory!.runReport()?.resumed ?? null);

/** Records of one of the app's databases in the browser. */
const countRecords = (page: Page, database: 'model-files' | 'downloads') =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open(`understory-${name}`);
        request.onerror = () => reject(request.error ?? new Error(name));
        request.onsuccess = () => {
          const opened = request.result;
          const keys = opened.transaction('records').objectStore('records').count();
          keys.onsuccess = () => {
            opened.close();
            resolve(keys.result);
          };
          keys.onerror = () => reject(keys.error ?? new Error(name));
        };
      }),
    database,
  );

/** Files of model packages in the browser's storage, chunk by chunk, whatever became of their packages. */
export const storedFiles = (page: Page) => countRecords(page, 'model-files');

/** Pieces and records of downloads in the browser's storage. */
export const storedDownloads = (page: Page) => countRecords(page, 'downloads');
