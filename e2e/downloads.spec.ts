import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { appHeaders } from '../scripts/app-headers';
import { findBrowser } from '../scripts/find-browser';
import { expect, hasShared, SHARED, test as base, WITHOUT_SHARED } from './app-test';
import { DEMO, packageCount, storedDownloads, storedFiles, waitUntilReady } from './journey-steps';
import { startOtherHost, type OtherHost } from './other-host';

const ROOT = resolve(import.meta.dirname, '..');
const DETECTOR = readFileSync(join(DEMO, 'package', 'demo-detector.onnx'));

const hash = (algorithm: 'md5' | 'sha256', bytes: Buffer) => createHash(algorithm).update(bytes).digest('hex');

/** An entry of the catalog with one file at one address. */
function entryOf(id: string, url: string, bytes: Buffer, change: object = {}) {
  const name = url.slice(url.lastIndexOf('/') + 1);
  return {
    id,
    kind: 'detector',
    name: id,
    version: '1',
    licence: 'MIT',
    citation: 'Nobody',
    size: bytes.length,
    files: [{ name, size: bytes.length, md5: hash('md5', bytes), ...change }],
    downloads: [{ url, verified: true }],
  };
}

interface Setting {
  /** The built app under an address of its own, with this catalog and these files beside it, in a fresh browser. */
  readonly openApp: (
    catalog: readonly object[],
    options?: { readonly files?: Readonly<Record<string, Buffer>>; readonly withServiceWorker?: boolean },
  ) => Promise<{ readonly page: Page; readonly changeCatalog: (entries: readonly object[]) => void }>;
  readonly startHost: (files: Readonly<Record<string, Buffer>>) => Promise<OtherHost>;
}

const test = base.extend<Setting>({
  openApp: async ({ folder }, provide) => {
    const closers: (() => Promise<void>)[] = [];
    await provide(async (catalog, { files = {}, withServiceWorker = true } = {}) => {
      const models = join(folder, 'app', 'models');
      cpSync(join(ROOT, 'dist'), join(folder, 'app'), { recursive: true });
      const changeCatalog = (entries: readonly object[]) =>
        writeFileSync(join(models, 'catalog.json'), JSON.stringify({ entries }));
      changeCatalog(catalog);
      for (const [path, bytes] of Object.entries(files)) {
        mkdirSync(dirname(join(models, path)), { recursive: true });
        writeFileSync(join(models, path), bytes);
      }
      const server = await preview({
        root: folder,
        configFile: false,
        base: './',
        logLevel: 'warn',
        build: { outDir: 'app' },
        plugins: [appHeaders],
        preview: { host: '127.0.0.1' },
      });
      closers.push(() => server.close());
      const browser = await chromium.launch({ executablePath: findBrowser().path });
      closers.push(() => browser.close());
      const context = await browser.newContext({ serviceWorkers: withServiceWorker ? 'allow' : 'block' });
      const page = await context.newPage();
      await page.goto(`${server.resolvedUrls!.local[0]!}#/models`);
      await waitUntilReady(page);
      if (withServiceWorker) await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      return { page, changeCatalog };
    });
    for (const close of closers.reverse()) await close();
  },
  startHost: async ({}, provide) => {
    const hosts: OtherHost[] = [];
    await provide(async (files) => {
      const host = await startOtherHost(files);
      hosts.push(host);
      return host;
    });
    for (const host of hosts) await host.close();
  },
});

/** Reads the catalog and agrees to the entry's first download. */
const startDownload = (page: Page, id: string) =>
  page.evaluate(async (entryId) => {
    const { actions } = window.understory!;
    await actions.readCatalog();
    void actions.startDownload(entryId, 0);
  }, id);

const downloadsOf = (page: Page) =>
  page.evaluate(() =>
    window.understory!.store.getState().downloads.map((download) => ({
      step: download.step,
      done: download.done,
      code: download.step === 'failed' ? download.condition.code : null,
    })),
  );

const logOf = (page: Page) =>
  page.evaluate(async () => {
    await window.understory!.actions.refreshStorage();
    return window.understory!.store.getState().network.entries.map(({ address, purpose, outcome, bytes }) => ({
      address,
      purpose,
      outcome,
      bytes,
    }));
  });

test('nothing leaves before the person agrees; then the model is fetched, added and logged', async ({
  openApp,
  startHost,
}) => {
  const host = await startHost({ '/forest.onnx': DETECTOR });
  const { page } = await openApp([entryOf('forest', `${host.url}/forest.onnx`, DETECTOR)]);
  await page.getByText('forest 1', { exact: true }).click();
  const download = page.getByRole('button', { name: `Download from ${host.name}` });
  await download.click();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(dialog).toContainText(host.name);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(host.asked).toEqual([]);

  await download.click();
  await dialog.getByRole('button', { name: 'Download', exact: true }).click();
  await expect.poll(() => packageCount(page), { timeout: 60_000 }).toBe(1);
  expect(host.asked).toEqual([{ path: '/forest.onnx', range: 'bytes=0-8388607' }]);
  await expect.poll(() => downloadsOf(page)).toEqual([]);
  expect(await storedDownloads(page)).toBe(0);
  expect(await logOf(page)).toContainEqual({
    address: `${host.url}/forest.onnx`,
    purpose: 'model-download',
    outcome: 'allowed',
    bytes: DETECTOR.length,
  });
});

test('a broken connection and a reload: the download goes on where it was', async ({ openApp, startHost }) => {
  const host = await startHost({ '/forest.onnx': DETECTOR });
  const { page } = await openApp([entryOf('forest', `${host.url}/forest.onnx`, DETECTOR)]);
  host.breakAfter(5000);
  await startDownload(page, 'forest');
  await expect.poll(() => downloadsOf(page)).toEqual([{ step: 'failed', done: 5000, code: 'download-interrupted' }]);

  await page.reload();
  await waitUntilReady(page);
  expect(await downloadsOf(page)).toEqual([{ step: 'paused', done: 5000, code: null }]);
  expect(await packageCount(page)).toBe(0);
  host.breakAfter(null);
  await page.evaluate(() => window.understory!.actions.resumeDownload('forest'));
  await expect.poll(() => packageCount(page), { timeout: 60_000 }).toBe(1);
  expect(host.asked.at(-1)).toMatchObject({ range: expect.stringMatching(/^bytes=5000-/) });
  await expect.poll(() => storedDownloads(page)).toBe(0);
});

test('a large file comes in parts, waits when it is paused, and leaves nothing when it is cancelled', async ({
  openApp,
  startHost,
}) => {
  const large = randomBytes(30_000_000);
  const host = await startHost({ '/large.pt': large });
  const { page } = await openApp([entryOf('large', `${host.url}/large.pt`, large)]);
  await startDownload(page, 'large');
  await page.waitForFunction(() => (window.understory!.store.getState().downloads[0]?.done ?? 0) > 8_000_000);
  await page.evaluate(() => window.understory!.actions.pauseDownload('large'));
  await expect.poll(async () => (await downloadsOf(page))[0]?.step).toBe('paused');
  const asked = host.asked.length;
  expect(asked).toBeGreaterThan(1);
  await page.waitForTimeout(1500); // that nothing more is asked can only be seen after a while
  expect(host.asked).toHaveLength(asked);
  expect(await storedDownloads(page)).toBeGreaterThan(1);
  await page.evaluate(() => window.understory!.actions.cancelDownload('large'));
  await expect.poll(() => storedDownloads(page)).toBe(0);
  expect(await downloadsOf(page)).toEqual([]);
});

test('another file than the published one is refused, and nothing of it is kept', async ({ openApp, startHost }) => {
  const changed = Buffer.from(DETECTOR);
  changed[1000]! ^= 1;
  const host = await startHost({ '/forest.onnx': changed });
  const { page } = await openApp([entryOf('forest', `${host.url}/forest.onnx`, DETECTOR)]);
  await startDownload(page, 'forest');
  await expect.poll(() => downloadsOf(page)).toEqual([{ step: 'failed', done: 0, code: 'download-wrong-hash' }]);
  expect([await storedDownloads(page), await storedFiles(page), await packageCount(page)]).toEqual([0, 0, 0]);
});

test('what the catalog does not list, or nobody agreed to, is refused and logged', async ({ openApp, startHost }) => {
  const host = await startHost({ '/forest.onnx': DETECTOR });
  const { page } = await openApp([entryOf('forest', `${host.url}/forest.onnx`, DETECTOR)]);
  const ask = (query: string, headers: Readonly<Record<string, string>>) =>
    page.evaluate(async (request) => (await fetch(`./models/download?${request.query}`, request)).status, {
      query,
      headers,
    });
  const consent = { 'X-Understory-Consent': `${host.url}/forest.onnx` };
  const forest = 'entry=forest&n=0&file=0';
  expect(await ask(forest, {})).toBe(403);
  // The catalog lists another address than the one that was agreed to.
  expect(await ask(forest, { 'X-Understory-Consent': `${host.url}/other.onnx` })).toBe(403);
  expect(await ask('entry=forest&n=1&file=0', consent)).toBe(403);
  const url = encodeURIComponent(`${host.url}/other.pt`);
  expect(await ask(`entry=${url}&n=0&file=0&url=${url}`, { 'X-Understory-Consent': `${host.url}/other.pt` })).toBe(403);
  const direct = await page.evaluate(
    (address) =>
      fetch(address).then(
        () => 'answered',
        () => 'refused',
      ),
    `${host.url}/forest.onnx`,
  );
  expect(direct).toBe('refused');
  expect(host.asked).toEqual([]);
  const blocked = (await logOf(page)).filter(({ outcome }) => outcome === 'blocked');
  const queries = blocked.flatMap(({ address, purpose }) =>
    purpose === 'model-download' ? [new URL(address).searchParams.get('entry')] : [],
  );
  expect(queries).toEqual(['forest', 'forest', `${host.url}/other.pt`]); // the first line stands for two requests

  expect(await ask(forest, consent)).toBe(200);
  expect(host.asked).toHaveLength(1);
});

test('a host that is away, has no such file, or lets no page read from it', async ({ openApp, startHost }) => {
  const host = await startHost({});
  const closed = await startOtherHost({});
  await closed.close();
  const { page } = await openApp([
    entryOf('missing', `${host.url}/missing.onnx`, DETECTOR),
    entryOf('away', `${closed.url}/away.onnx`, DETECTOR),
  ]);
  await startDownload(page, 'missing');
  await expect.poll(() => downloadsOf(page)).toMatchObject([{ step: 'failed', code: 'download-answer' }]);
  await startDownload(page, 'away');
  await expect
    .poll(() => downloadsOf(page))
    .toMatchObject([{ code: 'download-answer' }, { step: 'failed', code: 'download-unreachable' }]);
});

test('models on the app’s own host need no service worker; other hosts do', async ({ openApp, startHost }) => {
  const host = await startHost({ '/forest.onnx': DETECTOR });
  const files = ['info.json', 'demo-detector.onnx', 'demo-classifier.onnx', 'demo-labels.txt', 'demo-taxonomy.txt'];
  const pack = Object.fromEntries(
    [...files, 'demo-geofence.json'].map((name) => [`own/${name}`, readFileSync(join(DEMO, 'package', name))]),
  );
  const own = {
    ...entryOf('own', 'own/info.json', pack['own/info.json']!),
    kind: 'package',
    files: [],
    downloads: [{ files: Object.keys(pack).map((url) => ({ url })), verified: true }],
  };
  const { page } = await openApp([entryOf('forest', `${host.url}/forest.onnx`, DETECTOR), own], {
    files: pack,
    withServiceWorker: false,
  });
  await startDownload(page, 'forest');
  await expect
    .poll(() => downloadsOf(page))
    .toEqual([{ step: 'failed', done: 0, code: 'download-needs-service-worker' }]);
  await startDownload(page, 'own');
  await expect.poll(() => packageCount(page), { timeout: 60_000 }).toBe(1);
  expect(await page.evaluate(() => window.understory!.store.getState().packages[0]!.counts.labels)).toBeGreaterThan(0);
  expect(host.asked).toEqual([]);
});

test('the catalog is the host’s newest, and without a network the one that was read last', async ({ openApp }) => {
  const { page, changeCatalog } = await openApp([entryOf('one', 'one.onnx', DETECTOR)]);
  const idsOf = () =>
    page.evaluate(async () => {
      await window.understory!.actions.readCatalog();
      const { catalog } = window.understory!.store.getState();
      return catalog.step === 'read' ? catalog.catalog.entries.map(({ id }) => id) : catalog.step;
    });
  await page.reload();
  await waitUntilReady(page);
  expect(await idsOf()).toEqual(['one']);
  changeCatalog([entryOf('two', 'two.onnx', DETECTOR)]);
  expect(await idsOf()).toEqual(['two']);
  await page.context().setOffline(true);
  expect(await idsOf()).toEqual(['two']);
});

test('an official checkpoint is fetched and imported', async ({ openApp, startHost }) => {
  test.skip(!hasShared, WITHOUT_SHARED);
  const checkpoint = readFileSync(join(SHARED, 'checkpoints', 'small', 'y5v7-fp16.pt'));
  const host = await startHost({ '/y5v7-fp16.pt': checkpoint });
  const sha256 = hash('sha256', checkpoint);
  const { page } = await openApp([entryOf('tiny', `${host.url}/y5v7-fp16.pt`, checkpoint, { sha256 })]);
  await startDownload(page, 'tiny');
  await expect.poll(() => packageCount(page), { timeout: 60_000 }).toBe(1);
});
