import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropPaths } from '../scripts/drop-paths';
import { look } from './accessibility-look';
import { expect, test, waitForRun } from './app-test';
import { addPackage, countsOfOpen, DEMO, goHome, openFolder, photosDoneBefore } from './journey-steps';

const PACKAGE = join(DEMO, 'package');
const BEAR = 'North Ridge/IMG_0004.JPG';

type Predictions = { readonly predictions: readonly (object & { readonly filepath: string })[] };

/** The demonstration's photos as a folder of this name. */
function copyTrip(folder: string, name: string): string {
  const to = join(folder, name);
  cpSync(join(DEMO, 'photos'), to, { recursive: true });
  return to;
}

const mode = (page: Page, name: RegExp) => page.getByRole('radio', { name });
const goTo = (page: Page, name: 'Set-up' | 'Gallery' | 'Export') =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`) }) // the gallery's says how many images there are
    .first()
    .click();

async function runToEnd(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Start|Continue) run$/ }).click();
  await waitForRun(page, 'finished');
}

/** Saves the open survey in SpeciesNet's own format. */
async function saveResults(page: Page, to: string): Promise<void> {
  await goTo(page, 'Export');
  const dialog = page.getByRole('dialog');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await (await download).saveAs(to);
  await expect(dialog).toHaveCount(0);
}

const readResults = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Predictions;

/** The label line of each image. */
const labelsByPath = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      window.understory!.store.getState().open!.images.map(({ filepath, prediction }) => [filepath, prediction?.label]),
    ),
  );

const placesByPath = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      window.understory!.store.getState().open!.images.map(({ filepath, place }) => [filepath, place?.country]),
    ),
  );

const secondsOfRun = (page: Page) => page.evaluate(() => window.understory!.runReport()!.seconds);

const offer = (page: Page) => page.getByRole('dialog', { name: 'Use this file' });

async function useFile(page: Page, use?: string): Promise<void> {
  if (use !== undefined)
    await offer(page)
      .getByRole('radio', { name: new RegExp(`^${use}`) })
      .click();
  await offer(page).getByRole('button', { name: 'Use the file' }).click();
}

test('boxes of one survey are named in another, and both files combined in a third say the same as a full run', async ({
  open,
  folder,
}) => {
  const { page } = await open();
  await addPackage(page, PACKAGE);
  await openFolder(page, copyTrip(folder, 'Boxes only'));
  await mode(page, /^Detections only/).click();
  await expect(page.getByRole('radiogroup', { name: 'Species for' })).toHaveCount(0);
  await runToEnd(page);
  await expect(page.getByText(/^Detections only, no names · /)).toBeVisible();
  const boxes = join(folder, 'boxes.json');
  await saveResults(page, boxes);
  expect(Object.keys(readResults(boxes).predictions[0]!)).toEqual(['filepath', 'detections']);

  await openFolder(page, copyTrip(folder, 'Names for boxes'));
  await mode(page, /^Boxes of a file/).click();
  await expect(page.getByText('Add the file with boxes to start.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start run' })).toBeDisabled();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file' }).click();
  await (await chooser).setFiles(boxes);
  await expect(offer(page).getByText('12 of 12 entries belong to photos of this survey.')).toBeVisible();
  await expect(offer(page).getByRole('radio', { name: /^Start from its boxes/ })).toBeChecked();
  await useFile(page);
  await runToEnd(page);
  await expect(page.getByText(/^Species of the boxes of boxes\.json, for every animal · /)).toBeVisible();
  expect((await secondsOfRun(page)).detector, 'the detector is not asked').toBe(0);
  const named = await labelsByPath(page);
  const names = join(folder, 'names.json');
  await saveResults(page, names);

  await openFolder(page, copyTrip(folder, 'Combined'));
  await dropPaths(page, [boxes, names]);
  await expect(offer(page).getByText('Boxes of SpeciesNet’s detector, without names.')).toBeVisible();
  await useFile(page, 'Start from its boxes');
  await expect(offer(page).getByText('Names of SpeciesNet’s classifier, without boxes.')).toBeVisible();
  await useFile(page, 'Combine its names');
  await expect(mode(page, /^Combine two files/)).toBeChecked();
  const files = page.getByRole('region', { name: 'Files of this survey' });
  await expect(files.getByText('12 of 12 entries matched')).toHaveCount(2);
  await page.reload(); // what was added is there
  await expect(files.getByText('12 of 12 entries matched')).toHaveCount(2);
  await runToEnd(page);
  await expect(page.getByText('Combining boxes of boxes.json with names of names.json')).toBeVisible();
  expect(await labelsByPath(page)).toEqual(named);

  await openFolder(page, copyTrip(folder, 'All of it'));
  await runToEnd(page);
  expect(await labelsByPath(page)).toEqual(named);
});

test('a result file beside the folder is shown, and only what it does not hold is computed', async ({
  open,
  folder,
}) => {
  const { page } = await open();
  await addPackage(page, PACKAGE);
  await openFolder(page, copyTrip(folder, 'First'));
  await runToEnd(page);
  const labels = await labelsByPath(page);
  const whole = join(folder, 'whole.json');
  await saveResults(page, whole);
  // As the reference program would have written it elsewhere: half done, one failed, and paths with a folder in front.
  const { predictions } = readResults(whole);
  const half = predictions.slice(0, 6).map((record) => ({ ...record, filepath: `/data/trip/${record.filepath}` }));
  const failed = { filepath: `/data/trip/${predictions[6]!.filepath}`, failures: ['CLASSIFIER', 'DETECTOR'] };
  const part = join(folder, 'part.json');
  writeFileSync(part, JSON.stringify({ predictions: [...half, failed] }));

  await goHome(page);
  await dropPaths(page, [copyTrip(folder, 'Second'), part]);
  await expect(offer(page).getByText('7 of 7 entries belong to photos of this survey.')).toBeVisible();
  await expect(offer(page).getByText('“/data/trip/”')).toBeVisible();
  await useFile(page);
  await expect.poll(() => countsOfOpen(page)).toMatchObject({ done: 6, failed: 0 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => countsOfOpen(page)).toMatchObject({ done: 0, failed: 0 });

  await dropPaths(page, [part]);
  await useFile(page);
  await expect.poll(() => countsOfOpen(page)).toMatchObject({ done: 6 });
  await page.reload();
  await expect(page.getByText('6 of 12', { exact: true })).toBeVisible();
  await openFolder(page, join(folder, 'Second')); // the browser forgot a dropped folder
  await runToEnd(page);
  expect(await photosDoneBefore(page)).toBe(6);
  expect(await countsOfOpen(page)).toEqual({ listed: 12, done: 12, failed: 0 });
  expect(await labelsByPath(page)).toEqual(labels);
});

test('results of MegaDetector are shown with the species of each box', async ({ open, folder }) => {
  const { page } = await open();
  await addPackage(page, PACKAGE);
  const file = join(folder, 'md.json');
  const box = { category: '1', bbox: [0.1, 0.2, 0.3, 0.4] };
  writeFileSync(
    file,
    JSON.stringify({
      info: { format_version: '1.6', detector: 'md_v1000.0.0-redwood.pt' },
      detection_categories: { '1': 'animal', '2': 'person', '3': 'vehicle' },
      classification_categories: { '0': 'roe deer' },
      classification_category_descriptions: {
        '0': '00000000-0000-4000-8000-00000000dee0;mammalia;cetartiodactyla;cervidae;capreolus;capreolus;roe deer',
      },
      images: [
        {
          file: BEAR,
          detections: [
            { ...box, conf: -0.95 },
            { ...box, conf: 0.9, classifications: [['0', 0.8]] },
            { ...box, category: '2', conf: 0.4 },
          ],
        },
        { file: 'North Ridge/IMG_0001.JPG', detections: [] },
      ],
    }),
  );
  await openFolder(page, copyTrip(folder, 'Elsewhere'));
  await dropPaths(page, [file]);
  await expect(offer(page).getByText('2 of 2 entries belong to photos of this survey.')).toBeVisible();
  await useFile(page);
  await expect.poll(() => countsOfOpen(page)).toMatchObject({ done: 2, failed: 0 });

  await goTo(page, 'Gallery');
  await page.getByRole('gridcell', { name: /Roe deer/ }).click();
  await expect(page.getByRole('heading', { name: 'Roe deer', level: 2 })).toBeVisible();
  const boxes = page.getByRole('complementary').getByRole('listitem');
  await expect(boxes.getByText('score 0.80', { exact: true })).toHaveCount(1);
  await expect(boxes.filter({ hasText: 'conf 0.40' })).toContainText('Person');
  await expect(boxes.filter({ hasText: 'conf 0.95' }), 'what was removed there is not shown here').toHaveCount(0);
});

test('one name for each photo first, then one for each animal: only the classifier runs again', async ({
  open,
  folder,
}) => {
  const { page } = await open();
  await addPackage(page, PACKAGE);
  await openFolder(page, copyTrip(folder, 'Trip'));
  const per = (name: string) => page.getByRole('radiogroup', { name: 'Species for' }).getByRole('radio', { name });
  await expect(per('Every animal')).toBeChecked();
  await per('The photo as a whole').click();
  await runToEnd(page);
  await expect(page.getByText(/^Species, one for each photo · /)).toBeVisible();
  const readFacts = () =>
    page.evaluate(() =>
      window.understory!.store.getState().open!.images.map(({ filepath, inference, animals }) => ({
        filepath,
        detections: inference!.detections!,
        crop: inference!.crops['0'] ?? inference!.crops.image,
        animals,
      })),
    );
  const before = await readFacts();
  expect(before.every(({ animals }) => animals.length === 0)).toBe(true);
  const lacking = before.filter(({ detections }) => detections.some(({ conf }) => conf >= 0.1)).length;

  await goTo(page, 'Set-up');
  await expect(page.getByRole('link', { name: 'Open gallery' })).toBeVisible();
  await per('Every animal').click();
  await expect(page.getByText(`${lacking} photos need another, shorter run (classifier only).`)).toBeVisible();
  await page.reload();
  await expect(page.getByText(`${lacking} photos need another, shorter run (classifier only).`)).toBeVisible();
  await openFolder(page, join(folder, 'Trip'));
  await runToEnd(page);
  expect(await photosDoneBefore(page)).toBe(12 - lacking);
  expect((await secondsOfRun(page)).detector).toBe(0);
  expect(await countsOfOpen(page)).toEqual({ listed: 12, done: 12, failed: 0 });
  const after = await readFacts();
  expect(after.map(({ filepath, detections, crop }) => ({ filepath, detections, crop }))).toEqual(
    before.map(({ filepath, detections, crop }) => ({ filepath, detections, crop })),
  );
  expect(after.filter(({ animals }) => animals.some((animal) => animal !== null))).toHaveLength(lacking);

  await goTo(page, 'Set-up');
  await per('The photo as a whole').click();
  await expect.poll(async () => (await readFacts()).every(({ animals }) => animals.length === 0)).toBe(true);
  await expect(page.getByRole('link', { name: 'Open gallery' })).toBeVisible();
});

test('a list of images says which there are and where they were taken; without it the folder does', async ({
  open,
  folder,
}) => {
  const { page } = await open();
  await addPackage(page, PACKAGE);
  const places = join(folder, 'places.json');
  writeFileSync(
    places,
    JSON.stringify({
      instances: [
        { filepath: 'Waterhole/IMG_0001.JPG', country: 'USA', admin1_region: 'CA' },
        { filepath: BEAR, country: 'KEN' },
        { filepath: 'North Ridge/GONE.JPG', country: 'KEN' },
      ],
    }),
  );
  await openFolder(page, copyTrip(folder, 'Trip'));
  await dropPaths(page, [places]);
  await expect(offer(page).getByText('2 of 3 entries belong to photos of this survey.')).toBeVisible();
  await expect(offer(page).getByText('North Ridge/GONE.JPG')).toBeVisible();
  await useFile(page);
  await expect(page.getByText('places.json says where 2 photos were taken.')).toBeVisible();
  await runToEnd(page);
  expect(await countsOfOpen(page)).toEqual({ listed: 3, done: 3, failed: 1 });
  expect(Object.keys(await labelsByPath(page)), 'in the order of the file').toEqual([
    'Waterhole/IMG_0001.JPG',
    BEAR,
    'North Ridge/GONE.JPG',
  ]);
  expect(await placesByPath(page)).toMatchObject({ [BEAR]: 'KEN', 'Waterhole/IMG_0001.JPG': 'USA' });
  expect((await labelsByPath(page))[BEAR]).toMatch(/carnivorous mammal$/);

  await goTo(page, 'Gallery');
  await page.getByRole('gridcell', { name: /carnivorous mammal/i }).click();
  const side = page.getByRole('complementary');
  await expect(side.getByText('Kenya', { exact: true })).toBeVisible();
  await expect(side.getByText('from places.json')).toBeVisible();
  await expect(side.getByText(/blocks brown bear: not in Kenya\./)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('gridcell', { name: /GONE\.JPG/ }).click();
  await expect(page.getByText(/^Could not be read: the file is not there/).first()).toBeVisible();

  await goTo(page, 'Set-up');
  await page.getByRole('button', { name: 'Remove places.json' }).click();
  await expect(page.getByText('12 in 2 folders')).toBeVisible();
  await expect.poll(async () => (await labelsByPath(page))[BEAR]).toMatch(/brown bear$/);
  await expect.poll(() => countsOfOpen(page)).toEqual({ listed: 12, done: 2, failed: 0 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('places.json says where 2 photos were taken.')).toBeVisible();
  await expect.poll(() => countsOfOpen(page)).toEqual({ listed: 3, done: 3, failed: 1 });
  await expect.poll(async () => (await labelsByPath(page))[BEAR]).toMatch(/carnivorous mammal$/);
});

test('a folder has a country of its own at once, without a run', async ({ openDemo }) => {
  test.setTimeout(240_000);
  const { page } = await openDemo();
  await goTo(page, 'Set-up');
  await page.getByRole('button', { name: 'Add a folder' }).click();
  const dialog = page.getByRole('dialog', { name: 'Place of a folder' });
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Folder' }).fill('ridge');
  await page.getByRole('option', { name: /North Ridge/ }).click();
  await dialog.getByRole('combobox', { name: 'Country' }).fill('kenya');
  await page.getByRole('option', { name: /Kenya/ }).click();
  const found: string[] = [];
  await look(page, 'place of a folder', found);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => placesByPath(page)).toMatchObject({ [BEAR]: 'KEN', 'Waterhole/IMG_0001.JPG': null });
  expect((await labelsByPath(page))[BEAR]).toMatch(/carnivorous mammal$/);
  expect(await page.evaluate(() => window.understory!.runReport()), 'no run').toBeNull();

  await page.reload();
  await page.getByRole('button', { name: 'Change the place of North Ridge' }).click();
  await dialog.getByRole('combobox', { name: 'Country' }).fill('usa');
  await page.getByRole('option', { name: /^United States/ }).click();
  await dialog.getByRole('combobox', { name: 'State' }).fill('mont');
  await page.getByRole('option', { name: /Montana/ }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Montana, United States')).toBeVisible();
  await expect.poll(async () => (await labelsByPath(page))[BEAR]).toMatch(/brown bear$/);
  await look(page, 'set-up with a place of a folder', found);
  await goTo(page, 'Gallery');
  await page.getByRole('gridcell', { name: /brown bear/i }).click();
  await expect(page.getByRole('complementary').getByText('set for folder North Ridge')).toBeVisible();
  await goTo(page, 'Set-up');
  await page.getByRole('button', { name: 'Remove the place of North Ridge' }).click();
  await expect.poll(() => placesByPath(page)).toMatchObject({ [BEAR]: null });
  expect(found).toEqual([]);
});

test.describe('photos with coordinates', () => {
  test('say where they were taken, as long as that is wanted', async ({ open, folder }) => {
    const { page } = await open();
    await addPackage(page, PACKAGE);
    const trip = copyTrip(folder, 'Trip');
    const { writePhotoWithGps } = await import('./photo-with-gps');
    writePhotoWithGps(join(DEMO, 'photos', BEAR), join(trip, BEAR), { latitude: -1.2865, longitude: 36.8173 });
    const basel = 'North Ridge/IMG_0001.JPG';
    writePhotoWithGps(join(DEMO, 'photos', basel), join(trip, basel), { latitude: 47.5596, longitude: 7.5886 });
    await openFolder(page, trip);
    await runToEnd(page);
    expect(await placesByPath(page)).toMatchObject({ [BEAR]: 'KEN', [basel]: 'CHE', 'Waterhole/IMG_0001.JPG': null });
    expect((await labelsByPath(page))[BEAR]).toMatch(/carnivorous mammal$/);

    const side = page.getByRole('complementary');
    const show = async (filepath: string) => {
      await page.evaluate((path) => {
        const { survey } = window.understory!.store.getState().open!;
        location.hash = `/survey/${survey.id}/image/${encodeURIComponent(path)}`;
      }, filepath);
    };
    await show(BEAR);
    await expect(side.getByText('from the photo’s coordinates')).toBeVisible();
    await expect(side.getByText('-1.2865, 36.8173')).toBeVisible();
    await show(basel);
    await expect(side.getByText('Switzerland')).toBeVisible();
    await expect(side.getByText('Another country or state is near: check it.')).toBeVisible();

    await goTo(page, 'Set-up');
    await page.getByRole('switch', { name: /^Use the photos’ own coordinates/ }).click();
    await expect.poll(async () => (await labelsByPath(page))[BEAR]).toMatch(/brown bear$/);
    expect(await placesByPath(page)).toMatchObject({ [BEAR]: null });
    await show(BEAR);
    await expect(side.getByText('-1.2865, 36.8173'), 'a fact of the file all the same').toBeVisible();
  });
});

test('geofence and roll-up are switched by themselves', async ({ openDemo }) => {
  const { page } = await openDemo();
  const all = await labelsByPath(page);
  const rolledUp = Object.entries(all).filter(([, label]) => /equus species|carnivorous mammal/.test(label ?? ''));
  expect(rolledUp.length).toBeGreaterThan(0);
  await goTo(page, 'Set-up');
  const rollup = page.getByRole('switch', { name: /^Go up to a wider group/ });
  await rollup.click();
  await expect(page.getByRole('switch', { name: /^Hold back species/ })).toBeChecked();
  await expect.poll(async () => (await labelsByPath(page))[rolledUp[0]![0]]).toMatch(/;animal$/);
  await page.reload();
  await expect(rollup).not.toBeChecked();
  await rollup.click();
  await expect.poll(() => labelsByPath(page)).toEqual(all);
});

test('files that can’t be used say why, and change nothing', async ({ open, folder }) => {
  const { page } = await open();
  await addPackage(page, PACKAGE);
  await openFolder(page, copyTrip(folder, 'Trip'));
  const refused = page.getByRole('dialog', { name: 'This file can’t be used here' });
  const files: readonly (readonly [name: string, text: string, title: string, detail: RegExp])[] = [
    ['cut.json', '{"predictions":[{"filepath":"a.jpg"}', 'cut.json can’t be used', /ends early/],
    ['list.json', '["a.jpg"]', 'list.json holds no results', /got none/],
    ['words.json', 'not at all JSON', 'words.json can’t be used', /expected JSON/],
    ['page.json', '\n<!doctype html><title>Sign in</title>', 'page.json is a web page', /a web page/],
    ['empty.json', '{"predictions":[]}', 'empty.json holds no results', /got none/],
    [
      'globe.json',
      '{"instances":[{"filepath":"a.jpg","latitude":91.5,"longitude":0}]}',
      'globe.json can’t be used',
      /instances\[0\]: latitude: expected a number from -90 to 90, got 91\.5/,
    ],
    [
      'bbox.json',
      '{"images":[{"file":"a.jpg","detections":[{"category":"1","conf":0.5,"bbox":[0,0,1]}]}],"info":{"format_version":"1.5"},"detection_categories":{"1":"animal"}}',
      'bbox.json can’t be used',
      /images\[0\]\.detections\[0\]\.bbox: expected 4 numbers, got 3/,
    ],
  ];
  for (const [name, text, title, detail] of files) {
    writeFileSync(join(folder, name), text);
    await dropPaths(page, [join(folder, name)]);
    await expect(refused.getByText(title)).toBeVisible();
    await refused.getByText('Details').click();
    await expect(refused.locator('pre')).toHaveText(detail);
    await refused.getByRole('button', { name: 'Close' }).first().click();
    await expect(refused).toHaveCount(0);
  }

  writeFileSync(join(folder, 'other.json'), '{"predictions":[{"filepath":"other/x.jpg","detections":[]}]}');
  await dropPaths(page, [join(folder, 'other.json')]);
  await expect(offer(page).getByText('0 of 1 entries belong to photos of this survey.')).toBeVisible();
  await expect(offer(page).getByText(/Was it made for another folder\?/)).toBeVisible();
  await expect(offer(page).getByRole('button', { name: 'Use the file' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(offer(page)).toHaveCount(0);
  expect(await countsOfOpen(page)).toEqual({ listed: 12, done: 0, failed: 0 });
  expect(await page.evaluate(() => window.understory!.store.getState().open!.attached)).toEqual({
    instances: null,
    detections: null,
    classifications: null,
  });
});

test('a file of 50 MB is read while the page goes on, and can be left', async ({ open, folder }) => {
  test.setTimeout(240_000);
  const { page } = await open();
  await addPackage(page, PACKAGE);
  await openFolder(page, copyTrip(folder, 'Trip'));
  const large = join(folder, 'large.json');
  writeLargeFile(large, 50_000_000);
  await dropPaths(page, [large]);
  const reading = page.getByRole('dialog', { name: 'Reading the file' });
  await expect(reading.getByText(/^[\d,]+ entries so far$/)).toBeVisible();
  await expect(reading.getByText(/^\d+,\d+ entries so far$/)).toBeVisible();
  await reading.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await dropPaths(page, [large]);
  await expect(reading.getByText(/^\d+,\d+ entries so far$/)).toBeVisible();
  await expect(offer(page).getByText(/^1 of [\d,]+ entries belongs to photos of this survey\.$/)).toBeVisible({
    timeout: 120_000,
  });
  const found: string[] = [];
  await look(page, 'a file on offer', found);
  expect(found).toEqual([]);
  await useFile(page);
  await expect.poll(() => countsOfOpen(page)).toMatchObject({ done: 1 });
});

/** Predictions of many photos, one of them in the survey. */
function writeLargeFile(path: string, bytes: number): void {
  const record = (filepath: string) =>
    JSON.stringify({
      filepath,
      classifications: {
        classes: Array(5).fill('a;mammalia;carnivora;canidae;vulpes;vulpes;red fox'),
        scores: [1, 0, 0, 0, 0],
      },
      detections: [{ category: '1', label: 'animal', conf: 0.9, bbox: [0.1, 0.2, 0.3, 0.4] }],
      prediction: 'a;mammalia;carnivora;canidae;vulpes;vulpes;red fox',
      prediction_score: 0.9,
      prediction_source: 'classifier',
    });
  const lines = [record(BEAR)];
  for (let size = 0; size < bytes; size += lines.at(-1)!.length) lines.push(record(`other/${lines.length}.jpg`));
  writeFileSync(path, `{"predictions":[${lines.join(',\n')}]}`);
}
