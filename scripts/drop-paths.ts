import type { Page } from 'playwright';

/** Drops real files and folders of this computer on the page, as a person does with the mouse. Chromium only. */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const size = page.viewportSize() ?? { width: 800, height: 600 };
  const session = await page.context().newCDPSession(page);
  const event = {
    x: Math.round(size.width / 2),
    y: Math.round(size.height / 2),
    data: { items: [], files: [...paths], dragOperationsMask: 1 },
  };
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...event });
    // A hand is slower than the page: what the page shows while something is dragged over it is there before the drop.
    if (type !== 'drop') await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await session.detach();
}
