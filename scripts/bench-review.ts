/**
 * `npm run bench:review`: prints how a large survey answers while it is reviewed; judges nothing. The built app in Chromium with a
 * made-up survey of 200,000 images in 500 folders. `-- --images 20000` makes it smaller; `--parts opening,moving` measures less;
 * `--keep FOLDER` keeps the browser's profile, and with it the survey, for the next time; `--profiles FOLDER` writes what the
 * processor did in each step, for Chromium's tools.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseLabels } from '../src/domain/label-list';
import { installPageMeter } from './bench-review/frame-meter';
import { FILTER_STEPS, ORDER_STEPS } from './bench-review/look-steps';
import { measureStep, visit, type Bench } from './bench-review/measure-step';
import { MOVING_STEPS } from './bench-review/moving-steps';
import { openGallery } from './bench-review/open-survey';
import {
  FRAME_COLUMNS,
  MEMORY_COLUMNS,
  printFrames,
  printHead,
  printMemory,
  printStep,
  STEP_COLUMNS,
} from './bench-review/print-table';
import { readMemory } from './bench-review/read-memory';
import { listRealFiles } from './bench-review/real-files';
import { actWithKeys, MANY_IMAGES, ONE_IMAGE } from './bench-review/review-steps';
import { writeExport } from './bench-review/write-exports';
import { driveApp } from './drive-app';
import { goTo, waitUntilReady } from './screenshots/steps';
import { storePreviews } from './synthetic-survey/store-previews';
import { storeSurvey } from './synthetic-survey/store-survey';
import { syntheticFacts } from './synthetic-survey/synthetic-facts';

const PARTS = ['opening', 'moving', 'asking', 'reviewing', 'exporting', 'listing'] as const;
type Part = (typeof PARTS)[number];

const FOLDERS = 500;
/** Rest before each step: what the one before began is over. */
const REST_MS = 1200;

const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '200000' },
    previews: { type: 'string', default: '20000' },
    chosen: { type: 'string', default: '10000' },
    files: { type: 'string', default: '100000' },
    parts: { type: 'string', default: PARTS.join() },
    keep: { type: 'string' },
    profiles: { type: 'string' },
  },
});
const parts = new Set(values.parts.split(','));
const isAsked = (part: Part) => parts.has(part);
const imagesPerFolder = Math.round(Number(values.images) / FOLDERS);
const images = imagesPerFolder * FOLDERS;
const labelFile = join(import.meta.dirname, '..', 'public', 'demo', 'package', 'demo-labels.txt');
const survey = {
  ...{ folders: FOLDERS, imagesPerFolder, boxesPerImage: 2, seed: 7, blankShare: 0.3, camerasPerSite: 10 },
  labels: parseLabels(readFileSync(labelFile, 'utf8')),
};

const keep = values.keep === undefined ? null : resolve(values.keep);
const isKept = keep !== null && existsSync(keep);
const app = await driveApp({ profile: keep, withWebGpu: false, hasScrollBars: true });
const { page } = app;
try {
  const bench = await makeBench();
  await waitUntilReady(page);
  await installPageMeter(page);
  const agent = await page.evaluate(() => navigator.userAgent);
  console.log(`${images.toLocaleString('en')} images in ${FOLDERS} folders; ${agent}`);
  const atStart = await readMemory(page);
  await measureOpening(bench);
  const opened = await readMemory(page);
  if (isAsked('moving')) await measureMoving(bench);
  if (isAsked('asking')) await measureAsking(bench);
  const asked = await readMemory(page);
  if (isAsked('reviewing')) await measureReviewing(bench);
  if (isAsked('exporting')) await measureExports(bench);
  const atEnd = await readMemory(page);
  printHead('memory', MEMORY_COLUMNS);
  printMemory('before the survey is opened', atStart);
  printMemory('opened', opened);
  printMemory('after moving, filters and orders', asked);
  printMemory('at the end', atEnd);
  if (isAsked('listing')) await measureListing(bench);
} finally {
  await app.close();
}

async function makeBench(): Promise<Bench> {
  const id = `synthetic-${survey.seed}-${images}`;
  if (!isKept) {
    const packageId = await page.evaluate(() => window.understory!.installDemoPackage());
    const settings = { speciesPer: 'animal' } as const;
    await storeSurvey(page, { ...survey, name: 'Synthetic', packageId, settings, reviewedShare: 0.3 });
    const filepaths = Array.from(syntheticFacts(survey), ({ filepath }) => filepath);
    await storePreviews(page, id, filepaths.slice(0, Number(values.previews)));
  } else {
    await forgetKeptApp();
  }
  await page.reload();
  return { page, surveyId: id, profiles: values.profiles === undefined ? null : resolve(values.profiles) };
}

/** A kept profile has the app as it was then, for use without network: what is measured is the one that is served. */
async function forgetKeptApp(): Promise<void> {
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
}

async function measureOpening(bench: Bench): Promise<void> {
  printHead('opening the gallery', ['first tiles', 'all shown', ...STEP_COLUMNS]);
  for (const name of isAsked('opening') ? ['for the first time', 'again', 'once more'] : ['again']) {
    const { firstTilesMs, allShownMs, whole } = await openGallery(bench, `opening ${name}`, images);
    const moments = [firstTilesMs, allShownMs].map((value) => `${value.toFixed(0)} ms`.padStart(14));
    printStep(`${name.padEnd(41)} ${moments.join('')}`, whole);
    await page.waitForTimeout(3 * REST_MS);
  }
}

async function measureMoving(bench: Bench): Promise<void> {
  const second = Array.from(syntheticFacts({ ...survey, folders: 1 }), ({ filepath }) => filepath)[1]!;
  printHead('moving', FRAME_COLUMNS);
  for (const { name, prepare, move } of MOVING_STEPS) {
    await prepare(bench, second);
    printFrames(name, await measureStep(bench, name, () => move(page), false));
  }
}

async function measureAsking(bench: Bench): Promise<void> {
  const gallery = `/survey/${bench.surveyId}/gallery`;
  await goTo(page, gallery);
  for (const [title, steps] of [
    ['filtering', FILTER_STEPS],
    ['ordering', ORDER_STEPS],
  ] as const) {
    printHead(title, STEP_COLUMNS);
    for (const { name, query } of steps) {
      // From another question, so that this one is asked anew.
      await visit(page, `${gallery}?${query === 'sort=name' ? 'is=animal&sort=newest' : 'sort=name'}`);
      await page.waitForTimeout(REST_MS);
      printStep(name, await measureStep(bench, name, () => visit(page, `${gallery}?${query}`)));
    }
  }
}

async function measureReviewing(bench: Bench): Promise<void> {
  const gallery = `/survey/${bench.surveyId}/gallery`;
  await goTo(page, gallery);
  await visit(page, `${gallery}?sort=name&tiles=images`);
  await page.waitForTimeout(2 * REST_MS);
  await page.locator('[data-stop="t0"]').focus();
  printHead('reviewing', STEP_COLUMNS);
  for (const { name, keys } of ONE_IMAGE) {
    await page.waitForTimeout(REST_MS);
    printStep(name, await measureStep(bench, name, () => actWithKeys(page, keys)));
  }
  const chosen = Math.min(images, Number(values.chosen));
  await choose(gallery, chosen);
  for (const { name, keys } of MANY_IMAGES) {
    await page.waitForTimeout(2 * REST_MS);
    const title = `${chosen.toLocaleString('en')} images: ${name}`;
    printStep(title, await measureStep(bench, title, () => actWithKeys(page, keys)));
  }
  await page.keyboard.press('Escape');
}

/** All images of so many folders, and then the whole list again with these chosen in it. */
async function choose(gallery: string, count: number): Promise<void> {
  const folders = Array.from({ length: Math.round(count / imagesPerFolder) }, (_, camera) => {
    const site = String(Math.floor(camera / survey.camerasPerSite)).padStart(2, '0');
    return `/SITE${site}/CAM${String(camera).padStart(3, '0')}`;
  });
  await visit(page, `${gallery}?folder=${folders.join(',')}`);
  await page.waitForTimeout(2 * REST_MS);
  await page.keyboard.press('Control+a');
  await page.waitForTimeout(REST_MS);
  await visit(page, `${gallery}?sort=name&tiles=images`);
  await page.waitForTimeout(2 * REST_MS);
}

async function measureExports(bench: Bench): Promise<void> {
  await page.waitForTimeout(REST_MS);
  printHead('writing all images to a file', STEP_COLUMNS);
  for (const format of ['speciesnet', 'megadetector']) {
    const { bytes, ...measured } = await writeExport(bench, format);
    printStep(`${format}, ${(bytes / 1e6).toFixed(0)} MB`, measured);
    const { heapMb, residentMb, peakMb } = await readMemory(page);
    console.log(
      `  memory: objects ${heapMb.toFixed(0)} MB, resident ${residentMb ?? '?'} MB, highest ${peakMb ?? '?'} MB`,
    );
  }
}

async function measureListing(bench: Bench): Promise<void> {
  const files = Number(values.files);
  printHead('listing real files', STEP_COLUMNS);
  await page.reload();
  await waitUntilReady(page);
  await installPageMeter(page);
  printStep(`${files.toLocaleString('en')} files dropped as a folder`, await listRealFiles(bench, files));
  const { heapMb, residentMb, peakMb } = await readMemory(page);
  console.log(
    `  memory: objects ${heapMb.toFixed(0)} MB, resident ${residentMb ?? '?'} MB, highest ${peakMb ?? '?'} MB`,
  );
}
