import { readFileSync } from 'node:fs';
import type { BrowserContext } from 'playwright';

/**
 * The highest resident memory so far of the browser's page processes, in MB (10^6 bytes), added up.
 * Null where the system has no /proc to read it from.
 */
export const peakMemoryMb = (context: BrowserContext): Promise<number | null> => pageMemoryMb(context, 'VmHWM');

/** The same, of this moment. */
export const residentMemoryMb = (context: BrowserContext): Promise<number | null> => pageMemoryMb(context, 'VmRSS');

/** `field` of Linux's /proc/PID/status. */
async function pageMemoryMb(context: BrowserContext, field: 'VmHWM' | 'VmRSS'): Promise<number | null> {
  const page = context.pages()[0];
  if (page === undefined || process.platform !== 'linux') return null;
  const browser = context.browser();
  const session = browser === null ? await context.newCDPSession(page) : await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    return Math.round(renderers.reduce((sum, { id }) => sum + kilobytes(id, field), 0) / 1000);
  } finally {
    await session.detach();
  }
}

function kilobytes(processId: number, field: string): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) * 1.024;
  } catch {
    return 0; // the process ended between the question and the answer
  }
}
