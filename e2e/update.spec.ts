import { appendFileSync, cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from '../scripts/find-browser';
import { securityHeaders } from '../src/offline/security-headers';
import { expect, test } from './app-test';
import { waitUntilReady } from './journey-steps';

const ROOT = resolve(import.meta.dirname, '..');

/** A later version of the app, as far as the browser can tell: other bytes, and it says so when it is asked. */
const LATER = `
self.addEventListener('message', (event) => {
  if (event.data === 'which version') event.ports[0]?.postMessage('later');
});`;

const activeVersion = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((answer) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (event: MessageEvent<string>) => answer(event.data);
        setTimeout(() => answer('first'), 2000); // the first version does not know the question
        navigator.serviceWorker.controller?.postMessage('which version', [port2]);
      }),
  );

test('a new version waits until the person takes it', async ({ folder }) => {
  cpSync(join(ROOT, 'dist'), join(folder, 'app'), { recursive: true });
  const server = await preview({
    root: folder,
    configFile: false,
    base: './',
    logLevel: 'warn',
    build: { outDir: 'app' },
    preview: { host: '127.0.0.1', headers: { ...securityHeaders } },
  });
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
