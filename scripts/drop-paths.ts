import type { CDPSession, Page } from 'playwright';

/** Chromium loses a drop that is dispatched to it now and then, the more the busier the computer is. */
const MOST_DROPS = 5;
/** A page that has not heard of a drop by then hears of it no more. */
const LOST_MS = 4000;

/** Drops real files and folders of this computer on the page, as a person does with the mouse. Chromium only. */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    for (let drops = 1; !(await dropOnce(page, session, paths)); drops++) {
      if (drops === MOST_DROPS) throw new Error(`the browser delivered none of ${MOST_DROPS} drops of ${paths.join()}`);
    }
  } finally {
    await session.detach();
  }
}

/** False when the browser lost it: the page heard of nothing. */
async function dropOnce(page: Page, session: CDPSession, paths: readonly string[]): Promise<boolean> {
  const size = page.viewportSize() ?? { width: 800, height: 600 };
  const event = {
    x: Math.round(size.width / 2),
    y: Math.round(size.height / 2),
    data: { items: [], files: [...paths], dragOperationsMask: 1 },
  };
  const heard = page.evaluate(
    (lostMs) =>
      new Promise<boolean>((resolve) => {
        const listening = new AbortController();
        setTimeout(() => {
          listening.abort();
          resolve(false);
        }, lostMs);
        window.addEventListener('drop', () => resolve(true), {
          capture: true,
          once: true,
          signal: listening.signal,
        });
      }),
    LOST_MS,
  );
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...event });
    // A hand is slower than the page: what the page shows while something is dragged over it is there before the drop.
    if (type !== 'drop') await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  return heard;
}
