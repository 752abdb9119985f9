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
    readonly detections?: readonly { readonly bbox: readonly number[] }[];
    readonly classifications?: { readonly classes: readonly string[] };
    readonly prediction?: string;
  }[];
}

/** Runs a package on three photos through the built app. @returns whether each photo has what it must have */
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
  for (const { filepath, detections = [], classifications, failures = [], prediction } of predictions) {
    const answer = classifications?.classes[0] ?? `failed: ${failures.join(', ')}`;
    say(`  ${filepath}: ${detections.length} detections, ${answer} -> ${prediction ?? 'none'}`);
  }
  const classified = predictions.filter(({ classifications }) => classifications !== undefined);
  return predictions.length === 3 && classified.length >= 2 && predictions.every(isAsExpected);
}

/**
 * Made-up weights find boxes without width or height now and then; the classifier has nothing to look at then, and fails as
 * it does in the reference.
 */
function isAsExpected({ detections = [], failures = [], prediction }: Exported['predictions'][number]): boolean {
  const best = detections[0];
  if (best === undefined) return false;
  if (failures.length === 0) return prediction !== undefined;
  return failures.join() === 'CLASSIFIER' && (best.bbox[2] === 0 || best.bbox[3] === 0);
}
