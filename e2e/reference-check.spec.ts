import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser';
import { serveApp } from '../scripts/serve';
import type { Detection } from '../src/domain/detection';
import { look } from './accessibility-look';
import { expect, SHARED, test, waitForRun, WITHOUT_SHARED } from './app-test';
import { addPackage, goHome, openFolder, waitUntilReady } from './journey-steps';

/** The network stands for MegaDetector here: its results are recorded in the test and published under its checksum. */
const CHECKPOINT = join(SHARED, 'checkpoints', 'real', 'yolov5n-coco-official-v7.0.pt');
const PHOTOS = ['owl.jpg', 'ocelot.jpg', 'domestic_dog.jpg'];
const FOLDERS = ['coral', 'test_data', 'test_data'];

const sourceOf = (name: string) => join(SHARED, 'photos', 'open', FOLDERS[PHOTOS.indexOf(name)]!, name);
const hashOf = (algorithm: 'md5' | 'sha256', path: string) =>
  createHash(algorithm).update(readFileSync(path)).digest('hex');
/** As others publish numbers: cut, not rounded. */
const cut = (value: number, digits: number) => Math.trunc(value * 10 ** digits) / 10 ** digits;

interface Recorded {
  readonly file: string;
  readonly detections: readonly Detection[];
}

/** Published results of the checkpoint, as `models/published-results.json` has them. */
function publish(recorded: readonly Recorded[]): object {
  const files = PHOTOS.map((name) => ({
    name,
    size: readFileSync(sourceOf(name)).length,
    sha256: hashOf('sha256', sourceOf(name)),
  }));
  const photos = recorded.map(({ file, detections }) => ({
    file,
    detections: detections.map(({ category, conf, bbox }) => ({
      category,
      conf: cut(conf, 3),
      bbox: bbox.map((value) => cut(value, 4)),
    })),
  }));
  const set = {
    kind: 'detections',
    id: 'test',
    name: 'Test network',
    source: { repository: 'someone/somewhere', file: 'results.py' },
    models: [{ version: 'v1', md5: hashOf('md5', CHECKPOINT), isInferred: false }],
    minConf: 0.01,
    photos,
  };
  return {
    format: 1,
    photos: { repository: 'someone/photos', folder: 'test_data', licence: 'CDLA-Permissive-1.0', files },
    sets: [set],
  };
}

/** The built app on a host with other published results than its own: the service worker would bring those. */
const journey = test.extend<{ readonly host: { readonly page: Page; published: object | null } }>({
  host: async ({}, provide) => {
    const served = await serveApp();
    const browser = await chromium.launch({ executablePath: findBrowser().path });
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1366, height: 768 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const host = { page, published: null as object | null };
    await page.route('**/models/published-results.json', (route) =>
      host.published === null ? route.continue() : route.fulfill({ json: host.published }),
    );
    await page.goto(served.url);
    await waitUntilReady(page);
    await provide(host);
    await browser.close();
    await served.close();
  },
});

journey.skip(!existsSync(CHECKPOINT), WITHOUT_SHARED);

async function openModels(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Model packages', level: 1 })).toBeVisible();
}

/** What a run of the installed package says of the photos. */
async function recordRun(page: Page, folder: string): Promise<readonly Recorded[]> {
  await openFolder(page, folder);
  await page.getByRole('radio', { name: /Detections only/ }).click();
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
  const images = await page.evaluate(() =>
    window.understory!.store.getState().open!.images.map(({ filepath, inference }) => ({ filepath, inference })),
  );
  return images.map(({ filepath, inference }) => ({ file: basename(filepath), detections: inference!.detections! }));
}

/** Drops files of this computer on a place of the page; `dropPaths` drops on the window. */
async function dropOn(page: Page, place: Locator, paths: readonly string[]): Promise<void> {
  await place.scrollIntoViewIfNeeded();
  const box = (await place.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: Math.round(box.x + box.width / 2),
      y: Math.round(box.y + box.height / 2),
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    });
  }
  await session.detach();
}

const countsOf = (page: Page) =>
  page.evaluate(() => {
    const { surveys, packages, open } = window.understory!.store.getState();
    return { surveys: surveys.map(({ survey }) => survey.counts), packages, open: open?.survey ?? null };
  });

journey(
  'photos of the reference are compared with what was published, and nothing else changes',
  async ({ host, folder }) => {
    journey.setTimeout(300_000);
    const { page } = host;
    await openModels(page);
    await addPackage(page, CHECKPOINT);
    const section = page.getByRole('region', { name: /^Check .* with the reference’s photos$/ });
    await expect(page.getByRole('region', { name: /^Self-test of/ })).toBeVisible();
    await expect(section).toHaveCount(0); // nothing is published of this network

    const photos = join(folder, 'photos');
    mkdirSync(photos);
    for (const name of PHOTOS) copyFileSync(sourceOf(name), join(photos, name));
    const recorded = await recordRun(page, photos);
    expect(recorded.map(({ file }) => file).sort()).toEqual(PHOTOS.toSorted());
    const boxes = recorded.reduce((sum, { detections }) => sum + detections.length, 0);
    const dog = recorded.find(({ file }) => file === 'domestic_dog.jpg')!;
    expect(dog.detections.length).toBeGreaterThan(1);
    const wrong = {
      ...dog,
      detections: dog.detections.map((box, index) => (index === 0 ? { ...box, conf: box.conf + 0.05 } : box)),
    };
    host.published = publish(recorded.map((photo) => (photo === dog ? wrong : photo)));

    await page.reload();
    await waitUntilReady(page);
    await goHome(page);
    await openModels(page);
    const before = await countsOf(page);
    const summary = section.locator('summary').first();
    await summary.press('Enter');
    await section.getByText('Get the photos').click();
    await expect(section.getByRole('list', { name: 'The 3 photos' }).getByRole('listitem')).toHaveText(PHOTOS);
    await expect(section).toContainText('someone/photos, folder test_data, under the licence CDLA-Permissive-1.0');
    await section.getByText('Where the numbers come from').click();
    await expect(section).toContainText('someone/somewhere, results.py. The file is v1 by its checksum.');

    const card = join(folder, 'card');
    mkdirSync(card);
    PHOTOS.forEach((name, index) => copyFileSync(sourceOf(name), join(card, `IMG_000${index}.JPG`)));
    writeFileSync(join(card, 'owl.jpg'), readFileSync(sourceOf('owl.jpg')).subarray(0, -1000));
    writeFileSync(join(card, 'notes.txt'), 'Camera 4: battery changed.');
    await dropOn(page, section.getByText('Drop the photos here, or a folder with them.'), [card]);
    const status = section.getByRole('status');
    await expect(status.first()).toContainText(
      new RegExp(`Not as published: of ${boxes} results 1 is outside the tolerance and 0 missing`),
      { timeout: 120_000 },
    );
    await expect(section).toContainText('Another file under the name of a reference photo, not checked: owl.jpg.');
    await expect(section).toContainText('1 file is no reference photo and was not looked at.');
    const table = section.getByRole('table', { name: 'Results of domestic_dog.jpg' });
    const outside = table.getByRole('row', { name: /^Box 1, animal/ });
    await expect(outside).toContainText(/conf 0\.0(5|49)\d*, box 0.*Outside/s);
    await expect(table.getByRole('row', { name: /Within$/ })).toHaveCount(dog.detections.length - 1);
    await section.locator('summary').filter({ hasText: 'ocelot.jpg' }).click();
    await expect(section.getByRole('table', { name: 'Results of ocelot.jpg' }).getByText('Outside')).toHaveCount(0);
    expect(await countsOf(page)).toEqual(before);

    const found: string[] = [];
    await look(page, 'a comparison with published results', found);
    expect(found).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await outside.scrollIntoViewIfNeeded();
    await expect(outside.getByText('Outside')).toBeInViewport();
    await page.setViewportSize({ width: 1366, height: 768 });

    await section.getByRole('button', { name: 'Copy as text' }).click();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.split('\n').filter((line) => /\t(Within|Outside|Missing)$/.test(line))).toHaveLength(boxes);
    expect(text).toMatch(/domestic_dog\.jpg\tBox 1, animal\t.*\tOutside\n/);

    const chooser = page.waitForEvent('filechooser');
    await section.getByRole('button', { name: 'Choose photos' }).press('Enter');
    await (await chooser).setFiles([sourceOf('ocelot.jpg')]);
    await expect(status.first()).toContainText(/As published: .* of 1 photo is within the tolerance/, {
      timeout: 120_000,
    });

    const again = page.waitForEvent('filechooser');
    await section.getByRole('button', { name: 'Choose photos' }).click();
    await (await again).setFiles(PHOTOS.map(sourceOf));
    await section.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(status.first()).toContainText('Cancelled.');
    await section.getByRole('button', { name: 'Clear the results' }).press('Enter');
    await expect(status.first()).toBeEmpty();
    await expect(summary).toBeFocused();
  },
);

test('the published results are there without a network', async ({ open }) => {
  const { page, context } = await open();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await waitUntilReady(page);
  const photos = await page.evaluate(async () => {
    const response = await fetch('models/published-results.json');
    return ((await response.json()) as { photos: { files: unknown[] } }).photos.files.length;
  });
  expect(photos).toBe(14);
});
