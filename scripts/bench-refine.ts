/**
 * `npm run bench:refine`: prints, for each tool that refines results, seconds and the longest time in which the page could not
 * answer, by the clock and by the processor time of its thread; judges nothing. The built app in Chromium with a made-up survey of 100,000 images in 500 folders, 3 boxes each, in the
 * browser's storage. `-- --folders 50` makes it smaller.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseLabels } from '../src/domain/label-list';
import { installMeter, type Measured } from './bench-refine/block-meter';
import { MEASURED_STEPS } from './bench-refine/measured-steps';
import { measureProcessorTime } from './bench-refine/processor-time';
import { driveApp } from './drive-app';
import { goTo, waitUntilReady } from './screenshots/steps';
import { storeSurvey } from './synthetic-survey/store-survey';

/** Long enough for a screen to be drawn before something is measured on it. */
const DRAWN_MS = 1500;

const { values } = parseArgs({
  options: {
    folders: { type: 'string', default: '500' },
    images: { type: 'string', default: '200' },
    boxes: { type: 'string', default: '3' },
  },
});
const [folders, imagesPerFolder, boxesPerImage] = [values.folders, values.images, values.boxes].map(Number) as [
  number,
  number,
  number,
];
const labelFile = join(import.meta.dirname, '..', 'public', 'demo', 'package', 'demo-labels.txt');
const labels = parseLabels(readFileSync(labelFile, 'utf8'));

const app = await driveApp({ profile: null, withWebGpu: false });
const { page } = app;
try {
  const packageId = await page.evaluate(() => window.understory!.installDemoPackage());
  const surveyId = await storeSurvey(page, {
    ...{ folders, imagesPerFolder, boxesPerImage, seed: 1, labels },
    name: 'Synthetic',
    packageId,
    settings: { speciesPer: 'animal' },
  });
  await page.reload();
  await waitUntilReady(page);
  await installMeter(page);
  const images = (folders * imagesPerFolder).toLocaleString('en');
  console.log(
    `${images} images in ${folders} folders, ${boxesPerImage} boxes each; ${await page.evaluate(() => navigator.userAgent)}\n`,
  );
  printLine(['step', 'time', 'longest gap', 'longest task', 'processor', 'longest task']);
  for (const { name, screen, work } of MEASURED_STEPS) {
    await goTo(page, screen === null ? '/' : `/survey/${surveyId}/${screen}`);
    await page.waitForTimeout(DRAWN_MS);
    const { result, time } = await measureProcessorTime(page, () => measure(work, surveyId));
    const clock = [
      `${result.seconds.toFixed(2)} s`,
      milliseconds(result.longestGapMs),
      milliseconds(result.longestTaskMs),
    ];
    printLine([name, ...clock, milliseconds(time.totalMs), milliseconds(time.longestTaskMs)]);
  }
} finally {
  await app.close();
}

/** Time, longest gap and longest task by the clock; then all tasks and the longest one by the processor. */
function printLine([name, ...values]: readonly [string, ...string[]]): void {
  console.log(name.padEnd(36) + values.map((value) => value.padStart(14)).join(''));
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}

/** The work's own text goes to the page: it can't come as a function. */
async function measure(work: (surveyId: string) => Promise<void>, surveyId: string): Promise<Measured> {
  return page.evaluate<Measured>(`window.measureBlocks(() => (${work.toString()})(${JSON.stringify(surveyId)}))`);
}
