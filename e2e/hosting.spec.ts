import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { startUpScripts } from '../scripts/benchmark/start-up-size';
import { findBrowser } from '../scripts/find-browser';
import packageJson from '../package.json' with { type: 'json' };
import { parseShippedPackages } from '../src/domain/shipped-packages';
import { expect, test, waitForRun } from './app-test';

const ROOT = resolve(import.meta.dirname, '..');

/** Start-up code grows unseen: a number to look at when it is passed, not to be raised without a reason. */
const START_UP_GZIP_BYTES = 230_000;

test('the development server isolates the page too, and the networks get two threads there', async () => {
  const server = await createServer({
    root: ROOT,
    configFile: resolve(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 5273 },
  });
  const browser = await chromium.launch({ executablePath: findBrowser().path });
  try {
    await server.listen();
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls!.local[0]!);
    await page.waitForFunction(() => window.understory?.store.getState().start.step === 'ready');
    expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
    await page.evaluate(() => window.understory!.actions.changePreferences({ threads: 2 }));
    await page.getByRole('button', { name: /try the demo/i }).click();
    await waitForRun(page, 'finished');
    const report = await page.evaluate(() => window.understory!.runReport());
    expect(report?.backend).toMatchObject({ used: 'wasm', threads: 2 });
  } finally {
    await browser.close();
    await server.close();
  }
});

test('start-up code stays within its budget', () => {
  const { gzipBytes } = startUpScripts(resolve(ROOT, 'dist'));
  expect(gzipBytes).toBeGreaterThan(60_000); // React alone: less means that nothing was measured
  expect(gzipBytes).toBeLessThan(START_UP_GZIP_BYTES);
});

test('all that others made is listed with its licence texts, also without a network', async ({ open }) => {
  const built: unknown = JSON.parse(readFileSync(resolve(ROOT, 'dist', 'licences.json'), 'utf8'));
  const packages = parseShippedPackages(built);
  const names = packages.map(({ name }) => name);
  // Of the page, of its workers, of the service worker, typefaces, data, and what stands in another package's bundle.
  const known = ['workbox-precaching', 'lerc', 'zstddec', 'scheduler', 'onnxruntime-common', 'world-atlas'];
  expect(names).toEqual(expect.arrayContaining([...Object.keys(packageJson.dependencies), ...known]));
  for (const { name, licence, texts } of packages)
    expect(`${licence} ${texts.join('')}`.length, name).toBeGreaterThan(500);

  const { page, context } = await open();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('Software and typefaces of others').click();
  await expect(page.getByRole('status').filter({ hasText: `${packages.length} packages` })).toBeVisible();
  await page.getByLabel('Find a name or a licence').fill('onnx web');
  await page.getByText('onnxruntime-web').click();
  const texts = page.getByRole('group', { name: 'Licence text of onnxruntime-web' });
  await expect(texts.first()).toContainText('Copyright (c) Microsoft Corporation');
  await expect(texts.last()).toContainText('XNNPACK');
});
