import type { Page } from 'playwright';

/** What the page's thread computed, whatever else the machine was busy with. */
export interface ProcessorTime {
  readonly longestTaskMs: number;
  readonly totalMs: number;
}

/** One event of Chromium's trace; `tdur` is the thread's own time in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of a clock of its own. */
  readonly ts: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Runs work that the meter measures and reads from Chromium's trace what the tasks of the page's main thread took of a processor. */
export async function measureProcessorTime<Result>(
  page: Page,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly time: ProcessorTime }> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  const result = await work();
  const isComplete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await isComplete;
  await session.detach();
  return { result, time: sumUp(events) };
}

function sumUp(events: readonly TraceEvent[]): ProcessorTime {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mainThreads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const timeOf = (mark: string) => events.find(({ name }) => name === mark)?.ts ?? NaN;
  const [begin, end] = [timeOf('measured work begins'), timeOf('measured work ends')];
  let longest = 0;
  let total = 0;
  for (const event of events) {
    if (!(event.ts > begin && event.ts < end)) continue; // tracing itself takes its time before and after
    if (event.ph !== 'X' || !event.name.endsWith('RunTask') || !mainThreads.has(threadOf(event))) continue;
    longest = Math.max(longest, event.tdur ?? 0);
    total += event.tdur ?? 0;
  }
  if (total === 0) throw new Error('The trace holds no task of the page: its format has changed.');
  return { longestTaskMs: longest / 1000, totalMs: total / 1000 };
}
