/**
 * `npm run bench:long -- --images 5000`: a long run in the built app in Chromium; prints, judges nothing. Real photos, those of a
 * folder again and again under names of their own, with real networks: memory of the page and of the whole browser at the start,
 * after each tenth and at the end, images per minute in the first, a middle and the last tenth. Then what the page computes for
 * finished images of a survey of 200,000, outside the browser.
 *
 * `--package DIR --folder DIR` takes other networks and photos than the demonstration's; `--threads 2`; `--survey 0` leaves the
 * second part out, `--images 0` the first. `--parts` says more of the page's memory: pictures decoded for the screen, contents of
 * arrays and buffers, the rest that is no object; the seconds that this takes are no time of the run.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { parseLabels } from '../src/domain/label-list';
import { addPackage, openFolder } from './analyze/analyze';
import { parseAnalyzeArguments } from './analyze/arguments';
import { followRun, rateBetween, type RunMoment } from './bench-long/follow-run';
import { linkPhotos } from './bench-long/link-photos';
import { measureSteps } from './bench-long/measure-steps';
import { driveApp } from './drive-app';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '5000' },
    survey: { type: 'string', default: '200000' },
    folder: { type: 'string', default: join(root, 'public', 'demo', 'photos') },
    package: { type: 'string', default: 'demo' },
    threads: { type: 'string', default: '2' },
    parts: { type: 'boolean', default: false },
  },
});

const COLUMNS = ['done', 'seconds', 'objects', 'page', 'browser'];
const PARTS = ['decoded', 'arrays', 'buffers', 'native'] as const;

if (Number(values.images) > 0) await measureRun(Number(values.images));
if (Number(values.survey) > 0) {
  console.log(`\nOf a survey of ${values.survey} images, processor time outside the browser:`);
  const labels = parseLabels(readFileSync(join(root, 'public', 'demo', 'package', 'demo-labels.txt'), 'utf8'));
  await measureSteps(Number(values.survey), labels, (name, milliseconds) =>
    console.log(`  ${name.padEnd(52)} ${milliseconds.toFixed(1).padStart(9)} ms`),
  );
}

async function measureRun(images: number): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'understory-long-'));
  const folder = join(scratch, 'Season');
  linkPhotos(values.folder, folder, images);
  const wanted = parseAnalyzeArguments([
    ...['--folder', folder, '--package', values.package, '--threads', values.threads, '--backend', 'wasm'],
    ...['--out', join(scratch, 'out.json')],
  ]);
  const app = await driveApp({ profile: null, withWebGpu: false });
  try {
    await openFolder(app.page, wanted, await addPackage(app.page, wanted.modelPackage));
    await app.page.evaluate(() => {
      location.hash = `#/survey/${window.understory!.store.getState().open!.survey.id}/run`;
    });
    console.log(`${images} photos, run screen open; memory in MB`);
    console.log([...COLUMNS, ...(values.parts ? PARTS : [])].map((word) => word.padStart(9)).join(''));
    printRates(await followRun(app.page, { images, withParts: values.parts }, printMoment));
    console.log(`boxes kept for each photo: ${(await boxesPerImage(app.page)).toFixed(1)}`);
  } finally {
    await app.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What a fact takes in memory depends on how many boxes the detector finds, faint ones included. */
function boxesPerImage(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { images } = window.understory!.store.getState().open!;
    let boxes = 0;
    for (const { inference } of images) {
      boxes += (inference?.detections?.length ?? 0) + (inference?.faintDetections?.length ?? 0);
    }
    return boxes / images.length;
  });
}

function printMoment({ done, seconds, memory: { objects, page, browser }, parts }: RunMoment): void {
  const told = values.parts ? PARTS.map((part) => parts?.[part] ?? 'unknown') : [];
  const cells = [done, seconds.toFixed(1), objects, page ?? 'unknown', browser ?? 'unknown', ...told];
  console.log(cells.map((cell) => String(cell).padStart(9)).join(''));
}

/** The first moment is that before the networks were there; the tenths lie between those that follow. */
function printRates([, ...moments]: readonly RunMoment[]): void {
  const tenths = moments.slice(1).map((moment, index) => rateBetween(moments[index]!, moment));
  const named = [
    ['first', tenths[0]],
    ['middle', tenths[Math.floor(tenths.length / 2)]],
    ['last', tenths.at(-1)],
  ] as const;
  const rates = named.map(([name, rate]) => `${name} tenth ${rate === undefined ? 'unknown' : rate.toFixed(1)}`);
  console.log(`images per minute: ${rates.join(', ')}`);
}
