import type { Page } from 'playwright';
import { readBrowserMemory, type BrowserMemory } from './browser-memory';
import { readMemoryParts, type MemoryParts } from './memory-parts';

/** Where a run was at one moment. */
export interface RunMoment {
  readonly done: number;
  /** Since the run was started, the loading of the networks included. */
  readonly seconds: number;
  readonly memory: BrowserMemory;
  /** Null when they are not asked for, and when the browser does not tell. */
  readonly parts: MemoryParts | null;
}

const POLL_MS = 200;
const PARTS = 10;

/** Starts the run of the open survey; tells memory and time at its beginning, after each tenth, and at its end. */
export async function followRun(
  page: Page,
  { images, withParts }: { readonly images: number; readonly withParts: boolean },
  onMoment: (moment: RunMoment) => void,
): Promise<readonly RunMoment[]> {
  const moments: RunMoment[] = [];
  const startedAt = performance.now();
  const note = async (done: number, seconds = (performance.now() - startedAt) / 1000) => {
    const memory = await readBrowserMemory(page);
    const moment = { done, seconds, memory, parts: withParts ? await readMemoryParts(page) : null };
    moments.push(moment);
    onMoment(moment);
  };
  await note(0);
  await page.evaluate(() => void window.understory!.actions.startRun());
  for (let part = 0; ;) {
    // The networks are there with the first image: the first tenth is counted from there.
    const due = part === 0 ? 1 : part < PARTS ? Math.ceil((images * part) / PARTS) : Infinity;
    const { step, done } = await waitForDone(page, due);
    const seconds = (performance.now() - startedAt) / 1000;
    if (step === 'paused' || step === 'stopped') throw new Error(`the run ended at ${done} of ${images}`);
    if (done >= due) {
      await note(done, seconds);
      part = Math.max(part + 1, Math.floor((done * PARTS) / images) + 1);
    }
    if (step === 'finished') break;
  }
  await note(images);
  return moments;
}

/** Until so many images are done, or the run goes on no longer. */
async function waitForDone(page: Page, due: number): Promise<{ readonly step: string; readonly done: number }> {
  const reached = await page.waitForFunction(
    (wanted) => {
      const { survey, run } = window.understory!.store.getState().open!;
      const { done } = survey.counts;
      return done >= wanted || ['paused', 'stopped', 'finished'].includes(run.step) ? { step: run.step, done } : null;
    },
    due,
    { polling: POLL_MS, timeout: 0 },
  );
  return (await reached.jsonValue())!;
}

/** Images per minute between two moments. */
export function rateBetween(from: RunMoment, to: RunMoment): number {
  return ((to.done - from.done) / (to.seconds - from.seconds)) * 60;
}
