import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addPackage, openFolder, run, saveExport } from '../../analyze/analyze';
import { parseAnalyzeArguments } from '../../analyze/arguments';
import { driveApp } from '../../drive-app';
import { peakMemoryMb } from '../../peak-memory';

interface Exported {
  readonly predictions: readonly {
    readonly filepath: string;
    readonly failures?: readonly string[];
    readonly detections?: readonly unknown[];
    readonly classifications?: { readonly classes: readonly string[] };
    readonly prediction?: string;
  }[];
}

/** Runs a package on three photos through the built app. @returns whether each photo has a prediction and no failure */
export async function checkRun(
  modelPackage: string,
  photos: string,
  folder: string,
  say: (line: string) => void,
): Promise<boolean> {
  const out = join(folder, 'predictions.json');
  rmSync(out, { force: true });
  const words = ['--folder', photos, '--package', modelPackage, '--out', out, '--backend', 'wasm', '--country', 'USA'];
  const wanted = parseAnalyzeArguments(words);
  const app = await driveApp({ profile: null, withWebGpu: false });
  try {
    await app.page.evaluate(() => {
      const longest = { milliseconds: 0 };
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest.milliseconds = Math.max(longest.milliseconds, duration);
      }).observe({ type: 'longtask' });
      Object.assign(window, { longestTask: longest });
    });
    const longestTask = () =>
      app.page.evaluate(
        () => (window as unknown as { longestTask: { milliseconds: number } }).longestTask.milliseconds,
      );
    let startedAt = performance.now();
    const lap = () => {
      const seconds = (performance.now() - startedAt) / 1000;
      startedAt = performance.now();
      return seconds.toFixed(1);
    };
    const id = await addPackage(app.page, wanted.modelPackage);
    say(`whole run: package added in ${lap()} s (unpacked, converted, tested, stored)`);
    say(`  longest task of the main thread meanwhile ${(await longestTask()).toFixed(0)} ms`);
    say(`  peak memory of the page and its workers ${(await peakMemoryMb(app.context)) ?? '?'} MB`);
    await openFolder(app.page, wanted, id);
    await run(app.page, (line) => say(`  ${line}`));
    say(`  run in ${lap()} s`);
    await saveExport(app.page, wanted);
    say(`  peak memory ${(await peakMemoryMb(app.context)) ?? '?'} MB`);
    say(`  requests to other origins: ${app.foreignRequests.length}`);
  } finally {
    await app.close();
  }
  const { predictions } = JSON.parse(readFileSync(out, 'utf8')) as Exported;
  for (const { filepath, detections = [], classifications, prediction } of predictions) {
    say(
      `  ${filepath}: ${detections.length} detections, ${classifications?.classes[0] ?? 'no class'} -> ${prediction ?? 'none'}`,
    );
  }
  return (
    predictions.length === 3 &&
    predictions.every(({ failures = [], prediction, classifications }) => {
      return failures.length === 0 && prediction !== undefined && classifications !== undefined;
    })
  );
}
