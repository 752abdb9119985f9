import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { measureProcessorTime, type ProcessorTime } from '../bench-refine/processor-time';
import type { Seen } from './frame-meter';

export interface Measured {
  readonly seen: Seen;
  readonly time: ProcessorTime;
}

export interface Bench {
  readonly page: Page;
  readonly surveyId: string;
  /** A folder for a profile of each step, which Chromium's tools open; null = none is made. */
  readonly profiles: string | null;
}

/** Rest after which a screen that has changed counts as shown. */
const STILL_MS = 500;

/** Measures what is done to the page, until it has ended, or until the page has come to rest. */
export async function measureStep(
  bench: Bench,
  name: string,
  work: () => Promise<void>,
  isStillAwaited = true,
): Promise<Measured> {
  const { page, profiles } = bench;
  const session = profiles === null ? null : await startProfile(page);
  const { result, time } = await measureProcessorTime(page, async () => {
    await page.evaluate(() => window.pageMeter!.begin());
    await work();
    if (isStillAwaited) await page.evaluate((restMs) => window.pageMeter!.untilStill(restMs), STILL_MS);
    return page.evaluate(() => window.pageMeter!.end());
  });
  if (session !== null && profiles !== null) await endProfile(session, profiles, name);
  return { seen: result, time };
}

/** Goes to another address inside the app as a link does. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((wanted) => {
    location.hash = wanted;
  }, address);
}

async function startProfile(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  return session;
}

async function endProfile(session: CDPSession, folder: string, name: string): Promise<void> {
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.cpuprofile`), JSON.stringify(profile));
}
