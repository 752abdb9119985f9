import { findMismatch, hasExpectedHash } from '../../domain/expected-file';
import type { CatalogDownload, CatalogEntry, DownloadFile, ModelCatalog } from '../../domain/model-catalog';
import type { Connection } from '../../rpc/connect';
import type { DigestApi } from '../../rpc/digest-api';
import type { PackageCandidate } from '../../rpc/package-api';
import type { DownloadStore, StoredDownload } from '../../storage/download-store';
import type { ModelDownload } from './app-state';
import { toCondition, type Condition } from './condition';
import { DownloadError } from './download-error';
import { bytesOf, fetchDownload } from './fetch-download';
import { filesOf, isSameDownload, openDownload, sizeOf } from './opened-download';
import { throttle } from './throttle';

/** Downloads of catalog entries by the app. Failures end as a condition in the list; nothing rejects. */
export interface ModelDownloads {
  /** Lists what an earlier visit began, as paused. */
  restore(): Promise<void>;
  /**
   * Call only when the person has agreed to size and host. Fetches, compares with what the catalog promises, and hands the
   * files over to be added; settles when that is done, or the download was paused, cancelled or has failed.
   */
  start(entry: CatalogEntry, download: CatalogDownload): Promise<void>;
  /** Goes on where it was paused or broke off, under the consent that was given. */
  resume(entryId: string): Promise<void>;
  pause(entryId: string): void;
  /** Removes what came so far, and the download from the list. */
  cancel(entryId: string): Promise<void>;
}

interface DownloadSetting {
  readonly downloads: DownloadStore;
  readonly connectDigest: () => Connection<DigestApi>;
  readonly readCatalog: () => Promise<ModelCatalog>;
  /** Checks and stores a package, as if its files had been dropped. */
  readonly add: (
    candidates: readonly PackageCandidate[],
    cancelled: AbortSignal,
  ) => Promise<{ readonly kind: 'added' | 'cancelled' } | { readonly kind: 'refused'; readonly condition: Condition }>;
  readonly changeDownloads: (change: (downloads: readonly ModelDownload[]) => readonly ModelDownload[]) => void;
}

const PROGRESS_INTERVAL_MS = 250;

/** Where a download is, for the list. */
type Step =
  | { readonly step: 'downloading' | 'paused' }
  | { readonly step: 'failed'; readonly condition: ReturnType<typeof toCondition> };

export function createModelDownloads(setting: DownloadSetting): ModelDownloads {
  const { downloads, changeDownloads } = setting;
  /** What was agreed to on this page: wrong bytes are removed, and another try needs no other consent. */
  const agreed = new Map<string, { readonly index: number; readonly addresses: string }>();
  const running = new Map<string, { readonly abort: AbortController; readonly ended: Promise<void> }>();

  const hide = (id: string) => changeDownloads((list) => list.filter(({ entryId }) => entryId !== id));
  const show = (shown: ModelDownload) =>
    changeDownloads((list) =>
      list.some(({ entryId }) => entryId === shown.entryId)
        ? list.map((old) => (old.entryId === shown.entryId ? shown : old))
        : [...list, shown],
    );

  async function showStored(id: string, step: Step): Promise<void> {
    const stored = await downloads.read(id);
    show({
      entryId: id,
      done: stored === null ? 0 : bytesOf(stored),
      total: stored === null ? null : sizeOf(stored, null),
      ...step,
    });
  }

  async function work(entry: CatalogEntry, index: number, signal: AbortSignal): Promise<void> {
    const stored = await openDownload(downloads, entry, index);
    const files = filesOf(entry, index);
    await fetchAndShow(stored, entry, files, signal);
    const candidates = await readVerified(entry, files);
    signal.throwIfAborted();
    const outcome = await setting.add(candidates, signal);
    if (outcome.kind === 'cancelled') {
      await showStored(entry.id, { step: 'paused' }); // all is here: going on means adding it
    } else if (outcome.kind === 'refused' && !isAboutFiles(outcome.condition.code)) {
      await showStored(entry.id, { step: 'failed', condition: outcome.condition }); // the bytes are good: try again
    } else {
      await downloads.remove(entry.id);
      hide(entry.id);
    }
  }

  async function fetchAndShow(
    stored: StoredDownload,
    entry: CatalogEntry,
    files: readonly DownloadFile[],
    signal: AbortSignal,
  ): Promise<void> {
    let current = stored;
    let isOver = false;
    const progress = throttle(PROGRESS_INTERVAL_MS, () => {
      // A late call must not show as going on what was paused in the meantime.
      if (isOver || signal.aborted) return;
      show({ entryId: entry.id, done: bytesOf(current), total: sizeOf(current, entry), step: 'downloading' });
    });
    const onProgress = (now: StoredDownload) => {
      current = now;
      progress.call();
    };
    try {
      await fetchDownload(stored, files, { downloads, signal, onProgress });
      progress.flush();
    } finally {
      isOver = true;
    }
  }

  /** @throws DownloadError when a file is not what the catalog promises */
  async function readVerified(entry: CatalogEntry, files: readonly DownloadFile[]): Promise<PackageCandidate[]> {
    const candidates: PackageCandidate[] = [];
    for (const [index, expected] of files.entries()) {
      const file = await downloads.readFile(entry.id, index);
      if (hasExpectedHash(expected)) await verify(expected, file);
      candidates.push({ path: files.length === 1 ? expected.name : `${entry.id}/${expected.name}`, file });
    }
    return candidates;
  }

  async function verify(expected: DownloadFile, file: Blob): Promise<void> {
    const worker = setting.connectDigest();
    try {
      const digests = await worker.digest(file, () => undefined);
      if (!digests.ok) throw new DownloadError('download-interrupted', digests.error.message);
      const mismatch = findMismatch(expected, { size: file.size, ...digests.value });
      if (mismatch === null) return;
      const { what, expected: wanted, got } = mismatch;
      const code = what === 'size' ? 'download-wrong-size' : 'download-wrong-hash';
      throw new DownloadError(code, `${expected.name}: expected ${what} ${wanted}, got ${got}`, {
        name: expected.name,
      });
    } finally {
      worker.dispose();
    }
  }

  async function settle(entry: CatalogEntry, index: number, abort: AbortController): Promise<void> {
    try {
      await navigator.locks.request(downloads.lockName(entry.id), { ifAvailable: true }, async (lock) => {
        if (lock === null) throw new DownloadError('download-elsewhere', `${entry.id}: another tab fetches it`);
        await work(entry, index, abort.signal);
      });
    } catch (error) {
      if (abort.signal.aborted) {
        await showStored(entry.id, { step: 'paused' });
        return;
      }
      // Wrong bytes are of no use: the next try must not go on with them.
      if (isWrong(error)) await downloads.remove(entry.id);
      await showStored(entry.id, { step: 'failed', condition: toCondition(error) });
    }
  }

  async function run(entry: CatalogEntry, index: number): Promise<void> {
    if (running.has(entry.id)) return;
    const abort = new AbortController();
    const { id, size } = entry;
    agreed.set(id, { index, addresses: addressesOf(entry, index) });
    changeDownloads((list) => {
      const old = list.find(({ entryId }) => entryId === id);
      const shown: ModelDownload = {
        entryId: id,
        done: old?.done ?? 0,
        total: old?.total ?? size,
        step: 'downloading',
      };
      return old === undefined ? [...list, shown] : list.map((other) => (other === old ? shown : other));
    });
    const ended = settle(entry, index, abort).finally(() => running.delete(entry.id));
    running.set(entry.id, { abort, ended });
    await ended;
  }

  /** The entry as the catalog lists it now, if it is still what the person agreed to. */
  async function findAgreed(id: string): Promise<{ readonly entry: CatalogEntry; readonly index: number }> {
    const stored = await downloads.read(id);
    const entry = (await setting.readCatalog()).entries.find((known) => known.id === id);
    const before = agreed.get(id);
    if (entry !== undefined && stored !== null && isSameDownload(stored, entry, stored.download)) {
      return { entry, index: stored.download };
    }
    if (entry !== undefined && stored === null && before?.addresses === addressesOf(entry, before?.index ?? 0)) {
      return { entry, index: before.index };
    }
    throw new DownloadError('download-not-listed', `${id}: the catalog lists other addresses than were agreed to`);
  }

  return {
    async restore() {
      for (const { id } of await downloads.list()) await showStored(id, { step: 'paused' });
    },
    start: (entry, download) => run(entry, entry.downloads.indexOf(download)),
    async resume(id) {
      if (running.has(id)) return;
      try {
        const { entry, index } = await findAgreed(id);
        await run(entry, index);
      } catch (error) {
        await showStored(id, { step: 'failed', condition: toCondition(error) });
      }
    },
    pause: (id) => running.get(id)?.abort.abort(),
    async cancel(id) {
      const current = running.get(id);
      current?.abort.abort();
      await current?.ended;
      await downloads.remove(id);
      hide(id);
    },
  };
}

const addressesOf = (entry: CatalogEntry, index: number): string =>
  (entry.downloads[index]?.files ?? []).map(({ url }) => url).join('\n');

/** Refusals that another try would not change; all others (a full disk, a lack of memory) leave the files as they are. */
function isAboutFiles(code: string): boolean {
  return !ABOUT_THIS_COMPUTER.includes(code);
}

const ABOUT_THIS_COMPUTER: readonly string[] = [
  'no-space',
  'out-of-memory',
  'session-failed',
  'storage-damaged',
  'storage-unavailable',
  'storage-newer',
  'self-test-failed',
  'worker-died',
  'unexpected',
];

function isWrong(error: unknown): boolean {
  return (
    error instanceof DownloadError && (error.code === 'download-wrong-hash' || error.code === 'download-wrong-size')
  );
}
