import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { DrivenApp } from '../scripts/drive-app';
import { expect, waitForRun } from './app-test';
import { waitForDone } from './journey-steps';

export interface FullDisk {
  /** Leaves this many bytes, to be filled by what comes next. */
  leave(bytes: number): Promise<void>;
  /** As much as ever. */
  restore(): Promise<void>;
}

/**
 * Makes the browser refuse to store anything, by its own quota. For up to 30 s Chromium relies on the room that it found
 * before; once it has refused, it looks each time.
 */
export async function fillDisk({ page, context, url }: DrivenApp): Promise<FullDisk> {
  const session = await context.newCDPSession(page); // stays open: what it overrides ends with it
  const { origin } = new URL(url);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await expect.poll(() => tryToStore(page), { timeout: 90_000, intervals: [1000] }).toBe('QuotaExceededError');
  return {
    async leave(bytes) {
      const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.ceil(usage) + bytes });
    },
    async restore() {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
    },
  };
}

/** Stores a little in a database of its own, and answers what came of it. */
const tryToStore = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('full-disk-probe', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('probe');
        request.onerror = () => resolve(request.error?.name ?? 'error');
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction('probe', 'readwrite');
          transaction.objectStore('probe').put(crypto.getRandomValues(new Uint8Array(4096)), 'probe');
          transaction.oncomplete = () => {
            database.close();
            resolve('stored');
          };
          transaction.onabort = () => {
            database.close();
            resolve(transaction.error?.name ?? 'aborted');
          };
        };
      }),
  );

/** How often the page asked its worker to run the networks on each photo. */
declare const askedFor: ReadonlyMap<string, number>;

/** Begins to count which photos the networks are asked for; a reload ends it. */
export const countAskedPhotos = (page: Page) => page.evaluate(watchWorkers);

/** Of each photo that was asked for since. */
export const timesAsked = (page: Page) => page.evaluate(() => [...askedFor.values()]);

/** The photos that the networks were asked for since. */
export const photosAsked = (page: Page) => page.evaluate(() => [...askedFor.keys()]);

/** In the page: looks at what is sent to the workers; nothing is changed. */
function watchWorkers(): void {
  const counts = new Map<string, number>();
  Reflect.set(globalThis, 'askedFor', counts);
  const prototype = Worker.prototype as { postMessage: (this: Worker, ...words: unknown[]) => void };
  const { postMessage } = prototype;
  prototype.postMessage = function (...words) {
    const { argumentList = [] } = words[0] as { readonly argumentList?: readonly { readonly value: unknown }[] };
    const [name, args] = argumentList.map(({ value }) => value);
    if (name === 'infer') {
      const [{ filepath }] = args as [{ readonly filepath: string }];
      counts.set(filepath, (counts.get(filepath) ?? 0) + 1);
    }
    postMessage.apply(this, words);
  };
}

/** Starts the run and pauses it in its middle, so that an accident finds it there on any computer; answers what is done. */
export async function startAndPause(page: Page, atLeast = 2): Promise<number> {
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, atLeast);
  await page.getByRole('button', { name: 'Pause' }).click();
  await waitForRun(page, 'paused');
  return waitForDone(page, atLeast);
}

export const continueRun = (page: Page) => page.getByRole('button', { name: /^Continue/ }).click();

/** The facts of the open survey, by path. */
export async function factsOf(page: Page): Promise<Record<string, string | null>> {
  return page.evaluate(() => {
    const { images } = window.understory!.store.getState().open!;
    return Object.fromEntries(
      images.map(({ filepath, inference }) => [filepath, inference && JSON.stringify({ ...inference, filepath: '' })]),
    );
  });
}

/** Photos copied with `copyPhotos` are the same in each `card N`: so must be what the networks said of them. */
export async function expectEqualCopies(page: Page): Promise<void> {
  const byName = new Map<string, Set<string | null>>();
  for (const [filepath, fact] of Object.entries(await factsOf(page))) {
    const name = filepath.replace(/^card \d+\//, '');
    byName.set(name, (byName.get(name) ?? new Set()).add(fact));
  }
  for (const [name, facts] of byName) expect(facts.size, name).toBe(1);
  expect([...byName.values()].every((facts) => !facts.has(null))).toBe(true);
}

/** Processes of a browser that keeps its profile here: its own, those of its pages, of the graphics, and so on. Linux only. */
export function browserProcesses(profile: string): readonly { readonly pid: number; readonly words: string }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const parent = Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
        return [{ pid: Number(name), parent, words }];
      } catch {
        return []; // ended meanwhile
      }
    });
  const ours = new Set(all.filter(({ words }) => words.includes(`--user-data-dir=${profile}`)).map(({ pid }) => pid));
  for (let before = -1; before !== ours.size;) {
    before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  return all.filter(({ pid }) => ours.has(pid));
}
