import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser';
import { expect, test, waitForRun } from '../app-test';
import { continueRun, expectEqualCopies, startAndPause } from '../fault-steps';
import { addPackage, copyPhotos, countsOfOpen, DEMO, openFolder, waitUntilReady } from '../journey-steps';
import { activeVersion, LATER, ROOT, serveFolder } from '../update-steps';

test.setTimeout(240_000); // a busy computer must not fail what is right

test('a new version that comes in the middle of a run waits for its end, whichever tab asks', async ({ folder }) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos, 3);
  cpSync(join(ROOT, 'dist'), join(folder, 'app'), { recursive: true });
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: findBrowser().path });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const url = server.resolvedUrls!.local[0]!;
    await page.goto(url);
    await waitUntilReady(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const other = await context.newPage();
    await other.goto(url);
    await waitUntilReady(other);
    await addPackage(page, join(DEMO, 'package'));
    await openFolder(page, photos);
    await startAndPause(page);

    appendFileSync(join(folder, 'app', 'service-worker.js'), LATER);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
    await expect(page.getByText('A new version is ready.')).toBeVisible();
    await expect(other.getByText('A new version is ready.')).toBeVisible();
    for (const tab of [page, other]) {
      await tab.getByRole('button', { name: 'Reload' }).click();
      await expect(tab.getByRole('alert')).toContainText('A run is going on, so the new version waits');
      expect(await activeVersion(tab)).toBe('first');
    }
    await continueRun(page);
    await waitForRun(page, 'finished');
    expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
    await expectEqualCopies(page);

    const reloaded = other.waitForEvent('load');
    await other.getByRole('button', { name: 'Reload' }).click();
    await reloaded;
    await waitUntilReady(other);
    expect(await activeVersion(other)).toBe('later');
    // The first tab is of the version before: it says so, and does not reload under the person's hands.
    await expect(page.getByText('A new version is ready.')).toBeVisible();
    const first = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).click();
    await first;
    await waitUntilReady(page);
    await expect(page.getByText('A new version is ready.')).toHaveCount(0);
  } finally {
    await browser.close();
    await server.close();
  }
});
