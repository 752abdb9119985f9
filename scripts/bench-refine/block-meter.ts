import type { Page } from 'playwright';

/** How long something took, and how long the page could not answer meanwhile. */
export interface Measured {
  readonly seconds: number;
  /** Longest time between two turns of the event loop, as a message that goes round it sees them. */
  readonly longestGapMs: number;
  /** Longest task that the browser itself reports (50 ms or more); 0 = none. */
  readonly longestTaskMs: number;
}

declare global {
  interface Window {
    measureBlocks?: (work: () => Promise<void>) => Promise<Measured>;
  }
}

/** Gives the page `measureBlocks`. */
export async function installMeter(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.measureBlocks = async (work) => {
      let longestTaskMs = 0;
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
      });
      observer.observe({ type: 'longtask' });
      let longestGapMs = 0;
      let lastMs = performance.now();
      let isOver = false;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const nowMs = performance.now();
        longestGapMs = Math.max(longestGapMs, nowMs - lastMs);
        lastMs = nowMs;
        if (!isOver) port2.postMessage(null);
      };
      port2.postMessage(null);
      performance.mark('measured work begins');
      const startedMs = performance.now();
      await work();
      const seconds = (performance.now() - startedMs) / 1000;
      // The screens are drawn after the last change of the state, which counts too.
      await new Promise((resolve) => setTimeout(resolve, 500));
      performance.mark('measured work ends');
      isOver = true;
      observer.disconnect();
      return { seconds, longestGapMs, longestTaskMs };
    };
  });
}
