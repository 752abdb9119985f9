import { describe, expect, it } from 'vitest';
import { parseModelCatalog, type ModelCatalog } from '../../domain/model-catalog';
import { connect } from '../../rpc/connect';
import type { DigestApi } from '../../rpc/digest-api';
import { openAppStorage } from '../../storage/app-storage';
import type { ModelDownload } from './app-state';
import { createModelDownloads } from './model-downloads';

type Outcome = Awaited<ReturnType<Parameters<typeof createModelDownloads>[0]['add']>>;

/** The app's own catalog file stands for a model on its own host: a real request, real storage. */
function catalogWith(file: object): ModelCatalog {
  return parseModelCatalog({
    entries: [
      {
        id: 'own',
        kind: 'detector',
        name: 'Own',
        version: '1',
        licence: 'MIT',
        citation: 'Somebody',
        size: null,
        files: [{ name: 'catalog.json' }],
        manual: { page: 'https://example.org/own', steps: ['Click.'] },
        downloads: [{ url: 'catalog.json', verified: false, ...file }],
      },
    ],
  });
}

function createBench(outcomes: readonly Outcome[], file: object = {}) {
  const { downloads: store } = openAppStorage(`test-${crypto.randomUUID()}`);
  const catalog = catalogWith(file);
  const left = [...outcomes];
  const seen = { list: [] as readonly ModelDownload[], signals: [] as AbortSignal[] };
  const downloads = createModelDownloads({
    downloads: store,
    connectDigest: () =>
      connect<DigestApi>(new Worker(new URL('../../../workers/digest.worker.ts', import.meta.url), { type: 'module' })),
    readCatalog: () => Promise.resolve(catalog),
    add: (_, cancelled) => {
      seen.signals.push(cancelled);
      const outcome = left.shift() ?? { kind: 'added' };
      if (outcome.kind !== 'cancelled') return Promise.resolve(outcome);
      return new Promise((resolve) => cancelled.addEventListener('abort', () => resolve(outcome)));
    },
    changeDownloads: (change) => {
      seen.list = change(seen.list);
    },
  });
  const entry = catalog.entries[0]!;
  return { seen, store, downloads, start: () => downloads.start(entry, entry.downloads[0]!) };
}

const refused = (code: string): Outcome => ({ kind: 'refused', condition: { code, details: {}, technical: null } });

describe('a downloaded package', () => {
  it.each(['no-space', 'out-of-memory', 'worker-died', 'storage-newer'])(
    'stays here when %s kept it from being added, and is added by another try',
    async (code) => {
      const { seen, store, downloads, start } = createBench([refused(code)]);
      await start();
      expect(seen.list).toMatchObject([{ step: 'failed', condition: { code } }]);
      expect(await store.list()).toHaveLength(1);
      await downloads.resume('own');
      expect([seen.list, await store.list()]).toEqual([[], []]);
    },
  );

  it('goes when the package check refuses the file itself', async () => {
    const { seen, store, start } = createBench([refused('checkpoint-damaged')]);
    await start();
    expect([seen.list, await store.list()]).toEqual([[], []]);
  });

  it('of wrong bytes is removed, and another try fetches it again under the same consent', async () => {
    const { seen, store, downloads, start } = createBench([], { sha256: 'c'.repeat(64) });
    await start();
    expect(seen.list).toMatchObject([{ step: 'failed', condition: { code: 'download-wrong-hash' } }]);
    expect(await store.list()).toEqual([]);
    await downloads.resume('own');
    expect(seen.list).toMatchObject([{ step: 'failed', condition: { code: 'download-wrong-hash' } }]);
  });

  it('that is cancelled while it is added tells the check so', async () => {
    const { seen, downloads, start } = createBench([{ kind: 'cancelled' }]);
    const started = start();
    await expect.poll(() => seen.signals.length).toBe(1);
    await downloads.cancel('own'); // the check ends only when it hears of it
    await started;
    expect(seen.list).toEqual([]);
  });
});
