import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { residentMemoryMb } from '../peak-memory';

/** Memory of one moment, in MB. Null where the system doesn't tell. */
export interface BrowserMemory {
  /** Objects of the page that are still needed, its workers' not counted. */
  readonly objects: number;
  /** The page's process, workers and their networks included. */
  readonly page: number | null;
  /** All processes of this browser; what they share is counted for each of them. */
  readonly browser: number | null;
}

export async function readBrowserMemory(page: Page): Promise<BrowserMemory> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return {
      objects: Math.round(usedSize / 1e6),
      page: await residentMemoryMb(page.context()),
      browser: await wholeBrowserMb(page.context(), page),
    };
  } finally {
    await session.detach();
  }
}

async function wholeBrowserMb(context: BrowserContext, page: Page): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const browser = context.browser();
  const session = browser === null ? await context.newCDPSession(page) : await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const first = processInfo.find(({ type }) => type === 'browser');
    if (first === undefined) return null;
    const kilobytes = familyOf(first.id).reduce((sum, id) => sum + residentKilobytes(id), 0);
    return Math.round((kilobytes * 1.024) / 1000);
  } finally {
    await session.detach();
  }
}

/** A process, and all that it and its children began. */
function familyOf(ancestor: number): readonly number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(statusOf(Number(name), 'PPid') ?? 0);
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(name)]);
  }
  const family = [ancestor];
  for (const id of family) family.push(...(childrenOf.get(id) ?? []));
  return family;
}

const residentKilobytes = (id: number) => Number(statusOf(id, 'VmRSS') ?? 0);

/** A number of Linux's /proc/PID/status. */
function statusOf(id: number, field: 'PPid' | 'VmRSS'): string | null {
  try {
    return new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? null;
  } catch {
    return null; // the process ended between the question and the answer
  }
}
