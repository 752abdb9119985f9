import type { Page } from 'playwright';
import { peakMemoryMb } from '../../peak-memory';
import { compareOutputs } from './compare-outputs';
import type { FullSizeCase } from './full-size-index';
import { openImportPage } from './open-page';

/**
 * Imports a checkpoint from a File in a browser, as the app's worker does, and compares its numbers with PyTorch's.
 * @returns whether all are equal within their tolerance
 */
export async function checkImport(recorded: FullSizeCase, file: string, say: (line: string) => void): Promise<boolean> {
  const opened = await openImportPage();
  const { page, context, program } = opened;
  try {
    await page.setInputFiles('input', file);
    const before = await peakMemoryMb(context);
    const recipe = recorded.runs[0].generator;
    const imported = await page.evaluate((side) => window.fullSize.open(side), {
      height: recipe.height,
      width: recipe.width,
    });
    const after = await peakMemoryMb(context);
    say(`${recorded.id}: imported in ${(imported.milliseconds / 1000).toFixed(2)} s`);
    say(`  peak memory of the page and its workers ${after ?? '?'} MB, ${before ?? '?'} MB before the import`);
    say(`  heap of the page ${await heapMb(page)} MB`);
    say(`  longest task of the main thread ${imported.longestTaskMs.toFixed(0)} ms (0 = none above 50)`);
    const startedAt = performance.now();
    const outputs = await page.evaluate(([wanted, address]) => window.fullSize.run(wanted, address), [
      recipe,
      program,
    ] as const);
    say(`  ran on WASM in ${((performance.now() - startedAt) / 1000).toFixed(1)} s, session and picture included`);
    const comparisons = compareOutputs(recorded, imported.facts, outputs);
    for (const { isEqual, what } of comparisons) say(`  ${isEqual ? 'equal ' : 'DIFFERS'} ${what}`);
    say(`  peak memory with the session ${(await peakMemoryMb(context)) ?? '?'} MB`);
    return comparisons.every(({ isEqual }) => isEqual);
  } finally {
    await opened.close();
  }
}

/** JavaScript heap of the main thread in use, 10^6 bytes. */
async function heapMb(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
    return (used / 1e6).toFixed(1);
  } finally {
    await session.detach();
  }
}
