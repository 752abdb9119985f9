import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser';
import { expect, test } from './app-test';
import { waitUntilReady } from './journey-steps';
import { activeVersion, LATER, ROOT, serveFolder } from './update-steps';

test('a new version waits until the person takes it', async ({ folder }) => {
  cpSync(join(ROOT, 'dist'), join(folder, 'app'), { recursive: true });
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: findBrowser().path });
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls!.local[0]!);
    await waitUntilReady(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await expect(page.getByText('A new version is ready.')).toHaveCount(0);

    appendFileSync(join(folder, 'app', 'service-worker.js'), LATER);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration!.update();
    });
    await expect(page.getByText('A new version is ready.')).toBeVisible();
    expect(await activeVersion(page)).toBe('first'); // it waits

    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).click();
    await reloaded;
    await waitUntilReady(page);
    expect(await activeVersion(page)).toBe('later');
    await expect(page.getByText('A new version is ready.')).toHaveCount(0);
  } finally {
    await browser.close();
    await server.close();
  }
});
