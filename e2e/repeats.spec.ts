import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writePhotos, writeRepetition } from '../scripts/screenshots/photo-folders';
import { look } from './accessibility-look';
import { expect, test, waitForRun } from './app-test';
import { addPackage, DEMO, openFolder, waitUntilReady } from './journey-steps';

const COPIES = 24;
const FOX = 'Fence/RCNX0001.JPG';
const FOX_BOX = [0.197, 0.529, 0.403, 0.258] as const;

/** One fox again and again at the fence, a termite hill at the ford, and the demonstration's own photos. */
async function analyse(page: Page, folder: string): Promise<void> {
  const photos = writePhotos(join(folder, 'Riverside'));
  writeRepetition(join(photos, 'Fence'), { photo: 'North Ridge/IMG_0001.JPG', copies: COPIES, everyHours: 7 });
  writeRepetition(join(photos, 'Ford'), { photo: 'Waterhole/IMG_0004.JPG', copies: COPIES + 2, everyHours: 9 });
  await addPackage(page, join(DEMO, 'package'));
  await openFolder(page, photos);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
}

async function openRepeats(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Refine' }).click();
  await page.getByRole('link', { name: /^Repeat detections/ }).click();
  await expect(page.getByRole('heading', { name: 'Repeat detections', level: 1 })).toBeVisible();
}

async function openGallery(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Gallery/ })
    .click();
}

const stackAt = (page: Page, camera: string) => page.getByRole('gridcell', { name: new RegExp(`, ${camera}, `) });

/** What the gallery says of the photos of one folder. */
async function namesInGallery(page: Page, folder: string): Promise<readonly string[]> {
  await openGallery(page);
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill(`${folder}/`);
  await expect(page.getByText(/^2[46] of 62/).first()).toBeVisible();
  const labels = await page.getByRole('gridcell').evaluateAll((cells) => cells.map((cell) => cell.ariaLabel ?? ''));
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('');
  return [...new Set(labels.map((label) => label.split(',')[0]!))];
}

interface SavedDetection {
  readonly conf: number;
  readonly bbox: readonly number[];
}

interface SavedFile {
  readonly images: readonly { readonly file: string; readonly detections: readonly SavedDetection[] }[];
  readonly predictions: readonly {
    readonly filepath: string;
    readonly prediction: string;
    readonly prediction_source: string;
    readonly detections: readonly SavedDetection[];
  }[];
}

async function saveAs(page: Page, format: string): Promise<SavedFile> {
  await page.getByRole('link', { name: 'Export' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(format, { exact: true }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^save/i }).click();
  const path = await (await download).path();
  await expect(dialog).toBeHidden();
  return JSON.parse(readFileSync(path, 'utf8')) as SavedFile;
}

const foxConfs = ({ images }: SavedFile) =>
  images
    .find(({ file }) => file === FOX)!
    .detections.filter(({ bbox }) => isNear(bbox, FOX_BOX))
    .map(({ conf }) => conf);

const isNear = (bbox: readonly number[], other: readonly number[]) =>
  bbox.every((side, index) => Math.abs(side - other[index]!) < 0.002);

const rejectedBoxes = (page: Page) => page.getByText(/\d+ decided, /);

test('a stack is rejected with one key: labels and exports follow, undo brings back, a reload keeps', async ({
  open,
  folder,
}) => {
  const { page } = await open();
  await analyse(page, folder);
  expect(await namesInGallery(page, 'Fence')).toEqual(['Red fox']);
  const before = await saveAs(page, 'MegaDetector JSON');
  expect(foxConfs(before)).toHaveLength(1);
  expect(foxConfs(before)[0]).toBeGreaterThan(0.5);

  await openRepeats(page);
  await expect(page.getByText('Nothing was searched yet')).toBeVisible();
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('2 stacks to look at. 62 images searched.')).toBeVisible();
  await expect(page.getByRole('gridcell')).toHaveCount(2);
  const fence = stackAt(page, 'Fence');
  const ford = stackAt(page, 'Ford');
  await expect(fence).toHaveAccessibleName(/^Undecided, Animal, Fence, 24 boxes, one per image, 100%/);
  await expect(fence.getByText('24 in a row')).toBeVisible();

  // The larger stack of a longer time is the first; the arrow leads to the fox.
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(fence).toBeFocused();
  await page.keyboard.press('r');
  await expect(fence).toHaveAccessibleName(/^Rejected/);
  await expect(page.getByRole('status').filter({ hasText: 'Rejected. 1 of 2 decided.' })).toBeAttached();
  await expect(rejectedBoxes(page)).toHaveText('1 of 2 decided, 24 boxes rejected in 24 images');
  await expect(ford).toBeFocused();
  await page.keyboard.press('k');
  await expect(ford).toHaveAccessibleName(/^Kept/);

  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByText('2 of 2 decided, 24 boxes rejected in 24 images')).toBeVisible();
  await expect(fence).toHaveAccessibleName(/^Rejected/);
  await expect(ford).toHaveAccessibleName(/^Kept/);
  expect(await namesInGallery(page, 'Fence')).toEqual(['Blank']);

  const strict = await saveAs(page, 'MegaDetector JSON');
  expect(foxConfs(strict)).toEqual(foxConfs(before).map((conf) => -conf));
  const speciesnet = await saveAs(page, 'SpeciesNet JSON');
  const fox = speciesnet.predictions.find(({ filepath }) => filepath === FOX)!;
  expect(fox.detections.some(({ bbox }) => isNear(bbox, FOX_BOX))).toBe(false);
  expect(fox.prediction).toMatch(/blank$/);
  expect(fox.prediction_source).toBe('detector');
  const timelapse = await saveAs(page, 'Timelapse');
  expect(foxConfs(timelapse)).toEqual([]);

  await page.getByRole('navigation').getByRole('link', { name: 'Refine' }).click();
  await expect(page.getByText('1 stack rejected, 24 boxes')).toBeVisible();
  await openRepeats(page);
  await fence.focus();
  await page.keyboard.press('u');
  await expect(fence).toHaveAccessibleName(/^Undecided/);
  expect(await namesInGallery(page, 'Fence')).toEqual(['Red fox']);
  await openRepeats(page);
  await page.keyboard.press('Control+z');
  await expect(fence).toHaveAccessibleName(/^Rejected/);
  await page.keyboard.press('Control+Shift+z');
  await expect(fence).toHaveAccessibleName(/^Undecided/);
  await expect(page.getByText('1 of 2 decided, nothing rejected')).toBeVisible();
  expect(foxConfs(await saveAs(page, 'MegaDetector JSON'))).toEqual(foxConfs(before));
});

test('all undecided stacks at once, with undo; the boxes of one; one box kept out of it', async ({ open, folder }) => {
  const { page } = await open();
  await analyse(page, folder);
  await openRepeats(page);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('button', { name: 'Reject all 2 undecided' }).click();
  await expect(page.getByText('2 stacks rejected, 50 boxes.')).toBeVisible();
  await expect(rejectedBoxes(page)).toHaveText('2 of 2 decided, 50 boxes rejected in 50 images');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(rejectedBoxes(page)).toHaveText('0 of 2 decided, nothing rejected');

  // In the list of undecided ones the keyboard stays on what is left.
  await page.getByRole('radio', { name: /^Undecided/ }).click();
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('x');
  await expect(page.getByRole('gridcell')).toHaveCount(1);
  await expect(page.getByRole('gridcell')).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByText('No stack matches the filter')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();

  await stackAt(page, 'Fence').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(COPIES);
  await dialog.getByRole('button', { name: 'Keep this box: RCNX0001.JPG' }).click();
  await expect(dialog.getByText('1 box kept out of it')).toBeVisible();
  await expect(rejectedBoxes(page)).toHaveText('2 of 2 decided, 49 boxes rejected in 49 images');
  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByText('49 boxes rejected in 49 images')).toBeVisible();

  await stackAt(page, 'Fence').click();
  await dialog.getByRole('link', { name: /^Open RCNX0002\.JPG/ }).click();
  await expect(page.getByRole('heading', { name: 'Blank', level: 2 })).toBeVisible();
  await expect(page.getByText('Animal, rejected as a repeat')).toBeVisible();
  await expect(page.getByText('1 box was rejected as a repeat and does not count.')).toBeVisible();
  await page.getByRole('button', { name: 'Show stack' }).click();
  await expect(dialog.getByRole('heading', { name: /Animal, 24 boxes, Fence/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // Another way to search finds the same boxes under the same verdicts.
  await page.getByText('Options', { exact: true }).click();
  await page.getByRole('textbox', { name: /Occurrences/ }).fill('10');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('2 stacks to look at. 62 images searched.')).toBeVisible();
  await expect(rejectedBoxes(page)).toHaveText('2 of 2 decided, 49 boxes rejected in 49 images');
});

test('options that find nothing, a count that is none, a search that is cancelled', async ({ open, folder }) => {
  const { page } = await open();
  await analyse(page, folder);
  await openRepeats(page);
  await page.getByText('Options', { exact: true }).click();
  const occurrences = page.getByRole('textbox', { name: /Occurrences/ });
  await occurrences.fill('twenty');
  await expect(page.getByText('Expected a whole number of 2 or more.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Search' })).toBeDisabled();
  await occurrences.fill('100');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('No box recurs 100 times at one place')).toBeVisible();
  await expect(page.getByText('No stack found in 62 images.')).toBeVisible();

  // A search of 62 images is over at once: it is held up after its first piece, as a large one is by itself.
  await page.getByRole('button', { name: 'Back to the usual ones' }).click();
  await page.evaluate(() => {
    const { prototype } = MessagePort;
    const post = Reflect.get(prototype, 'postMessage') as (message: unknown) => void;
    let now = performance.now();
    performance.now = () => (now += 9); // each look at the clock says that a piece is over
    prototype.postMessage = function (this: MessagePort, message: unknown) {
      if (message === null) setTimeout(() => post.call(this, message), 300);
      else post.call(this, message);
    };
  });
  await page.getByRole('button', { name: 'Search again' }).click();
  await expect(page.getByRole('progressbar', { name: 'Images searched' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('No box recurs 100 times at one place')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Search again' })).toBeEnabled();
  expect(await page.evaluate(() => window.understory!.store.getState().open!.repeats.stacks.length)).toBe(0);
});

test('the screen breaks no rule of accessibility', async ({ open, folder }) => {
  test.setTimeout(240_000);
  const { page } = await open();
  await analyse(page, folder);
  await openRepeats(page);
  const found: string[] = [];
  await look(page, 'repeats before a search', found);
  await page.getByText('Options', { exact: true }).click();
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('gridcell')).toHaveCount(2);
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('r');
  await look(page, 'repeats', found);
  await page.getByRole('gridcell').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(page, 'boxes of a stack', found);
  expect(found).toEqual([]);
});
