import { serveApp } from '../scripts/serve';
import { expect, test, waitForRun } from './app-test';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser';

test('second start with the network off: the whole main job works', async ({ open }) => {
  const { page, context, foreignRequests } = await open();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await page.waitForFunction(() => window.understory?.store.getState().start.step === 'ready');
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
  const done = await page.evaluate(() => window.understory!.store.getState().open!.survey.counts);
  expect(done).toEqual({ listed: 12, done: 12, failed: 0 });
  expect(foreignRequests).toEqual([]);
});

test('a static host that sends no headers: the service worker isolates page and workers, and threads are real', async () => {
  const served = await serveApp({ withHeaders: false });
  const browser = await chromium.launch({ executablePath: findBrowser().path });
  try {
    const page = await browser.newPage();
    const bare = await page.request.get(served.url);
    expect(bare.headers()['cross-origin-embedder-policy']).toBeUndefined();
    await page.goto(served.url);
    await expect
      .poll(
        () =>
          page
            .evaluate(() => globalThis.crossOriginIsolated && window.understory?.store.getState().start.step)
            .catch(() => 'reloading'),
        {
          timeout: 60_000,
        },
      )
      .toBe('ready');
    await page.evaluate(() => window.understory!.actions.changePreferences({ threads: 2 }));
    await page.getByRole('button', { name: /try the demo/i }).click();
    await waitForRun(page, 'finished');
    const report = await page.evaluate(() => window.understory!.runReport());
    expect(report?.backend?.used).toBe('wasm');
    expect(report?.backend?.threads).toBe(2);
    // The runtime's second thread is a worker of its own, beside the one that holds the networks.
    const policy = await page.evaluate(async () =>
      (await fetch('./index.html')).headers.get('content-security-policy'),
    );
    expect(policy).toContain("connect-src 'self' blob:");
  } finally {
    await browser.close();
    await served.close();
  }
});

test('a worker can reach no other address, and the attempt is logged', async ({ open }) => {
  const { page } = await open();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const outcome = await page.evaluate(async () => {
    try {
      await fetch('https://example.org/x');
      return 'answered';
    } catch {
      return 'refused';
    }
  });
  expect(outcome).toBe('refused');
  await expect
    .poll(async () => {
      await page.evaluate(() => window.understory!.actions.refreshStorage());
      return page.evaluate(() =>
        window.understory!.store.getState().network.entries.map(({ address, outcome: end }) => `${end} ${address}`),
      );
    })
    .toContainEqual(expect.stringContaining('blocked https://example.org'));
});
