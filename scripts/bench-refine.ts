/**
 * `npm run bench:refine`: prints, for each tool that refines results, seconds and the longest time in which the page could not
 * answer; judges nothing. The built app in Chromium with a made-up survey of 100,000 images in 500 folders, 3 boxes each, in the
 * browser's storage. `-- --folders 50` makes it smaller.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseLabels } from '../src/domain/label-list';
import { installMeter, type Measured } from './bench-refine/block-meter';
import { MEASURED_STEPS } from './bench-refine/measured-steps';
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
  printLine('step', 'time', 'longest gap', 'longest task');
  for (const { name, screen, work } of MEASURED_STEPS) {
    await goTo(page, screen === null ? '/' : `/survey/${surveyId}/${screen}`);
    await page.waitForTimeout(DRAWN_MS);
    const { seconds, longestGapMs, longestTaskMs } = await measure(work, surveyId);
    printLine(name, `${seconds.toFixed(2)} s`, `${longestGapMs.toFixed(0)} ms`, `${longestTaskMs.toFixed(0)} ms`);
  }
} finally {
  await app.close();
}

function printLine(name: string, time: string, gap: string, task: string): void {
  console.log(`${name.padEnd(40)} ${time.padStart(9)} ${gap.padStart(12)} ${task.padStart(13)}`);
}

/** The work's own text goes to the page: it can't come as a function. */
async function measure(work: (surveyId: string) => Promise<void>, surveyId: string): Promise<Measured> {
  return page.evaluate<Measured>(`window.measureBlocks(() => (${work.toString()})(${JSON.stringify(surveyId)}))`);
}
