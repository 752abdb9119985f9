import { join } from 'node:path';
import { driveApp, type DrivenApp } from '../scripts/drive-app';
import { serveApp } from '../scripts/serve';
import { expect, test, waitForRun } from './app-test';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser';

test('second start with the network off: the whole main job works', async ({ open }) => {
  const { page, context, foreignRequests } = await open({ from: 'nothing' });
  expect(await runDemoOffline({ page, context })).toEqual(['jspi']);
  expect(foreignRequests).toEqual([]);
});

test('where the browser has no JSPI the runtime’s other build is kept and runs', async ({ folder }) => {
  const served = await serveApp({ hasJspi: false });
  const app = await driveApp({ profile: join(folder, 'profile'), withWebGpu: false, served });
  try {
    expect(await runDemoOffline(app)).toEqual(['asyncify']);
  } finally {
    await app.close();
    await served.close();
  }
});

/** The main job with the network off, after the first visit. Answers which builds of the runtime are kept. */
async function runDemoOffline({ page, context }: Pick<DrivenApp, 'page' | 'context'>): Promise<readonly string[]> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await page.waitForFunction(() => window.understory?.store.getState().start.step === 'ready');
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
  const done = await page.evaluate(() => window.understory!.store.getState().open!.survey.counts);
  expect(done).toEqual({ listed: 12, done: 12, failed: 0 });
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map(async (name) => window.caches.open(name)));
    const requests = (await Promise.all(caches.map(async (cache) => cache.keys()))).flat();
    return requests.flatMap(({ url }) => /\.(jspi|asyncify)-[^/]*\.wasm/.exec(url)?.[1] ?? []);
  });
  return kept;
}

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

test('neither the page nor a worker can reach another address, and each attempt is logged', async ({ open }) => {
  const { page, foreignRequests } = await open({ from: 'nothing' });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload(); // from now on page and workers come through the service worker
  await page.waitForFunction(() => window.understory?.store.getState().start.step === 'ready');
  const reach = async (address: string) => {
    try {
      await fetch(address);
      return 'answered';
    } catch {
      return 'refused';
    }
  };
  expect(await page.evaluate(reach, 'https://example.org/from-the-page')).toBe('refused');

  const started = page.waitForEvent('worker', { predicate: (worker) => worker.url().includes('decode.worker') });
  await page.getByRole('button', { name: /try the demo/i }).click();
  const worker = await started;
  expect(await worker.evaluate(reach, 'https://example.org/from-a-worker')).toBe('refused');
  await waitForRun(page, 'finished');

  const logged = async () => {
    await page.evaluate(() => window.understory!.actions.refreshStorage());
    return page.evaluate(() =>
      window.understory!.store.getState().network.entries.map(({ address, outcome }) => `${outcome} ${address}`),
    );
  };
  for (const place of ['from-the-page', 'from-a-worker']) {
    await expect.poll(logged).toContainEqual(expect.stringContaining(`blocked https://example.org/${place}`));
  }
  expect(foreignRequests).toEqual([]); // nothing got as far as the network
});
