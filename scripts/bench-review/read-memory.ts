import type { Page } from 'playwright';
import { peakMemoryMb, residentMemoryMb } from '../peak-memory';

/** After what nothing needs any more was cleared away: the page's own objects, and its process as a whole, in MB. */
export async function readMemory(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const [residentMb, peakMb] = [await residentMemoryMb(page.context()), await peakMemoryMb(page.context())];
  return { heapMb: usedSize / 1e6, residentMb, peakMb };
}
