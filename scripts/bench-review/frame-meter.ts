import type { Page } from 'playwright';

/** What the page itself saw while something was done in it. */
export interface Seen {
  /** From the beginning to the last change of what is shown, or to the end of the work where nothing is waited for. */
  readonly milliseconds: number;
  /** Between two turns of the event loop, as a timer sees them; the browser's own rest between timers is about 4 ms. */
  readonly longestGapMs: number;
  /** All tasks that the browser itself calls long (50 ms or more), together. */
  readonly longTasksMs: number;
  /** The longest of them by the clock; 0 = there was none. */
  readonly longestTaskMs: number;
  /** Between frames, one after the other. */
  readonly frames: readonly number[];
}

export interface PageMeter {
  begin(): void;
  /** Resolves when nothing that is shown has changed for a while; pictures that arrive are no change. */
  untilStill(restMs: number): Promise<void>;
  end(): Seen;
}

declare global {
  interface Window {
    pageMeter?: PageMeter;
  }
}

/** Gives the page `pageMeter`; again after each reload. */
export async function installPageMeter(page: Page): Promise<void> {
  // tsx gives functions their names through this one, which the page does not have.
  await page.evaluate('globalThis.__name ??= (work) => work');
  await page.evaluate(() => {
    let begunMs = 0;
    let changedMs = 0;
    let isWaitedFor = false;
    let longestGapMs = 0;
    let longTasksMs = 0;
    let longestTaskMs = 0;
    let frames: number[] = [];
    let isGoing = false;
    const count = (tasks: readonly PerformanceEntry[]) => {
      for (const { duration } of tasks) {
        longTasksMs += duration;
        longestTaskMs = Math.max(longestTaskMs, duration);
      }
    };
    const observer = new PerformanceObserver((list) => count(list.getEntries()));
    const isPicture = (node: Node) => node instanceof HTMLImageElement;
    const watcher = new MutationObserver((changes) => {
      const isShown = changes.some(
        ({ type, addedNodes, removedNodes }) =>
          type !== 'childList' || ![...addedNodes].every(isPicture) || ![...removedNodes].every(isPicture),
      );
      if (isShown) changedMs = performance.now();
    });
    window.pageMeter = {
      begin() {
        [longestGapMs, longTasksMs, longestTaskMs] = [0, 0, 0];
        [frames, isGoing, isWaitedFor] = [[], true, false];
        observer.observe({ type: 'longtask' });
        watcher.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
          attributeFilter: ['aria-label', 'aria-rowcount', 'aria-selected', 'data-path', 'aria-disabled'],
        });
        performance.mark('measured work begins');
        begunMs = changedMs = performance.now();
        let turnMs = begunMs;
        const turn = () => {
          const nowMs = performance.now();
          longestGapMs = Math.max(longestGapMs, nowMs - turnMs);
          turnMs = nowMs;
          if (isGoing) setTimeout(turn);
        };
        turn();
        let frameMs: number | null = null;
        const frame = (nowMs: number) => {
          if (frameMs !== null) frames.push(nowMs - frameMs);
          frameMs = nowMs;
          if (isGoing) requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      },
      async untilStill(restMs) {
        isWaitedFor = true;
        while (performance.now() - changedMs < restMs) await new Promise((resolve) => setTimeout(resolve, 20));
      },
      end() {
        const nowMs = performance.now();
        performance.mark('measured work ends');
        isGoing = false;
        count(observer.takeRecords());
        observer.disconnect();
        watcher.disconnect();
        const milliseconds = (isWaitedFor ? changedMs : nowMs) - begunMs;
        return { milliseconds, longestGapMs, longTasksMs, longestTaskMs, frames };
      },
    };
  });
}
