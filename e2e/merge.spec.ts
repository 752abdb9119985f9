import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DrivenApp } from '../scripts/drive-app';
import { dropPaths } from '../scripts/drop-paths';
import { look } from './accessibility-look';
import { expect, test, waitForRun } from './app-test';
import { chooseFile, exportAs, openRefine } from './compare-steps';
import { addPackage, copyPhotos, countsOfOpen, DEMO, openFolder, waitUntilReady } from './journey-steps';

const MERGE = /Merge results of other computers/;
const SURVEY_FILE = /Understory survey file/;
const HALVES = ['North Ridge', 'Waterhole'] as const;
const [NORTH, WATER] = [7, 5];

interface Halves {
  /** A folder with both halves. */
  readonly whole: string;
  /** A folder of the same name with one of them, by half. */
  readonly parts: Readonly<Record<string, string>>;
}

/** The demonstration's photos as a project whose two cameras went to two computers. */
function splitPhotos(folder: string): Halves {
  const whole = join(folder, 'whole', 'Project');
  copyPhotos(join(folder, 'all'));
  mkdirSync(join(folder, 'whole'));
  renameSync(join(folder, 'all', 'card 0'), whole);
  const parts = HALVES.map((half) => {
    const part = join(folder, half, 'Project');
    mkdirSync(part, { recursive: true });
    cpSync(join(whole, half), join(part, half), { recursive: true });
    return [half, part] as const;
  });
  return { whole, parts: Object.fromEntries(parts) };
}

async function analyse(page: Page, photos: string): Promise<void> {
  await addPackage(page, join(DEMO, 'package'));
  await openFolder(page, photos);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
}

/** A computer that analyses a folder and exports its survey. */
async function analyseAndExport(open: () => Promise<DrivenApp>, photos: string, to: string, name: string) {
  const { page } = await open();
  await analyse(page, photos);
  return exportAs(page, to, SURVEY_FILE, name);
}

const outcome = (page: Page, name: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) })
    .locator('td');
const facts = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      window.understory!.store.getState().open!.images.map((image) => [image.filepath, image.inference]),
    ),
  );

test('two computers analyse a half each; a third merges both into a survey without results', async ({
  open,
  folder,
}) => {
  test.setTimeout(300_000);
  const { whole, parts } = splitPhotos(folder);
  const first = await open();
  await analyse(first.page, parts['North Ridge']!);
  const north = await exportAs(first.page, folder, SURVEY_FILE, 'north.understory.ndjson');
  const originals = await facts(first.page);
  const water = await analyseAndExport(open, parts['Waterhole']!, folder, 'water.understory.ndjson');

  const { page, foreignRequests } = await open();
  await addPackage(page, join(DEMO, 'package', 'demo-detector.onnx'));
  await openFolder(page, whole);
  await openRefine(page, MERGE);
  await expect(page.getByRole('heading', { name: MERGE, level: 1 })).toBeVisible();

  // Without the package nothing could be concluded from the facts.
  await dropPaths(page, [north]);
  await expect(page.getByRole('alert')).toContainText('is not in this browser');
  await page.getByRole('button', { name: 'Open Models' }).click();
  await addPackage(page, join(DEMO, 'package'));
  await page.goBack();

  await chooseFile(page, north);
  await expect(page.getByText('From the survey Project')).toBeVisible();
  await expect(outcome(page, 'New from there')).toHaveText(String(NORTH));
  await expect(outcome(page, 'Conflicts')).toHaveText('0');
  await expect(page.getByText(/takes over the model package/)).toBeVisible();
  expect(await countsOfOpen(page)).toMatchObject({ listed: 12, done: 0 });
  await page.getByRole('button', { name: `Merge ${NORTH} images` }).click();
  await expect(page.getByRole('heading', { name: 'Merged' })).toBeVisible();
  expect(await countsOfOpen(page)).toMatchObject({ listed: 12, done: NORTH, failed: 0 });

  await chooseFile(page, water);
  await page.getByRole('button', { name: `Merge ${WATER} images` }).click();
  await expect(page.getByRole('heading', { name: 'Merged' })).toBeVisible();
  expect(await countsOfOpen(page)).toMatchObject({ listed: 12, done: 12, failed: 0 });

  // The facts are those of the other computer, to the last digit, also after a reload; names follow from them.
  await page.reload();
  await waitUntilReady(page);
  await page.waitForFunction(() => window.understory!.store.getState().open?.loading === null);
  const merged = await facts(page);
  expect(Object.keys(originals)).toHaveLength(NORTH);
  for (const [filepath, fact] of Object.entries(originals)) expect(merged[filepath], filepath).toEqual(fact);
  await page
    .getByRole('navigation', { name: 'This survey' })
    .getByRole('link', { name: /Gallery/ })
    .click();
  await expect(page.getByRole('gridcell')).toHaveCount(12);
  await expect(page.getByRole('gridcell', { name: /fox/i })).toBeVisible();

  // Nothing is new a second time. Dropped anywhere else, a file is asked what it is for.
  await dropPaths(page, [water]);
  const dialog = page.getByRole('dialog', { name: 'Use this file' });
  await dialog.getByRole('button', { name: 'Use the file' }).click();
  await expect(page.getByRole('heading', { name: MERGE, level: 1 })).toBeVisible();
  await expect(outcome(page, 'Equal in both')).toHaveText(String(WATER));
  await expect(page.getByRole('button', { name: 'Merge 0 images' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(foreignRequests).toEqual([]);
});

test('another photo under the same path is a conflict: one by one, for all, and undone', async ({ open, folder }) => {
  test.setTimeout(300_000);
  const { whole, parts } = splitPhotos(folder);
  const changed = join(parts['Waterhole']!, 'Waterhole');
  const [name = '', other = ''] = readdirSync(changed).sort();
  cpSync(join(whole, 'North Ridge', 'IMG_0001.JPG'), join(changed, name));
  cpSync(join(whole, 'North Ridge', 'IMG_0004.JPG'), join(changed, other));
  const theirs = await analyseAndExport(open, parts['Waterhole']!, folder, 'theirs.understory.ndjson');

  const { page } = await open();
  await analyse(page, whole);
  const before = await facts(page);
  await openRefine(page, MERGE);
  await chooseFile(page, theirs);
  await expect(outcome(page, 'Equal in both')).toHaveText(String(WATER - 2));
  await expect(outcome(page, 'Conflicts')).toHaveText('2');
  await expect(page.getByText('Another photo under the same path')).toHaveCount(2);
  await page.getByRole('radiogroup', { name: 'For all conflicts' }).getByRole('radio', { name: 'Take theirs' }).click();
  await expect(page.getByRole('button', { name: 'Merge 2 images' })).toBeVisible();
  await page
    .getByRole('radiogroup', { name: `Results for Waterhole/${other}` })
    .getByRole('radio', { name: 'Keep mine' })
    .click();
  await page.getByRole('button', { name: 'Merge 1 image' }).click();
  await expect(page.getByText('1 image has results from there; 1 of them had others before.')).toBeVisible();
  const after = await facts(page);
  expect(after[`Waterhole/${name}`]!.sha256).toBe(after['North Ridge/IMG_0001.JPG']!.sha256);
  expect(after[`Waterhole/${other}`]).toEqual(before[`Waterhole/${other}`]);

  await page.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(page.getByText('The merge is undone.')).toBeVisible();
  expect(await facts(page)).toEqual(before);
  await page.reload();
  await waitUntilReady(page);
  await page.waitForFunction(() => window.understory!.store.getState().open?.loading === null);
  expect(await facts(page)).toEqual(before);
});

test('predictions are merged; other packages, cut files and other kinds are refused', async ({ open, folder }) => {
  test.setTimeout(300_000);
  const { whole, parts } = splitPhotos(folder);
  const first = await open();
  await analyse(first.page, parts['North Ridge']!);
  const survey = await exportAs(first.page, folder, SURVEY_FILE, 'north.understory.ndjson');
  const predictions = await exportAs(first.page, folder, /SpeciesNet JSON/, 'north.json');

  const { page } = await open();
  await analyse(page, parts['Waterhole']!);
  await openFolder(page, whole); // the same survey: its folder has more photos now
  await openRefine(page, MERGE);
  await chooseFile(page, predictions);
  await expect(page.getByText(/^Predictions of SpeciesNet: rounded/)).toBeVisible();
  await page.getByRole('button', { name: `Merge ${NORTH} images` }).click();
  await expect(page.getByRole('heading', { name: 'Merged' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(page.getByText('The merge is undone.')).toBeVisible();

  await chooseFile(page, survey);
  await page.getByRole('button', { name: `Merge ${NORTH} images` }).click();
  await expect(page.getByRole('heading', { name: 'Merged' })).toBeVisible();

  const text = readFileSync(survey, 'utf8');
  const write = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const [head = '', ...lines] = text.split('\n');
  const header = JSON.parse(head) as { package: { id: string; name: string; labels: string[] } };
  const foreign = {
    ...header,
    package: { ...header.package, id: 'other', name: 'Other', labels: header.package.labels.toReversed() },
  };
  const alert = page.getByRole('alert');
  await chooseFile(page, write('foreign.understory.ndjson', [JSON.stringify(foreign), ...lines].join('\n')));
  await expect(alert).toContainText('The results there were made with another model package');
  await expect(alert).toContainText('There it was Other');
  await chooseFile(page, write('cut.understory.ndjson', text.slice(0, text.length * 0.7)));
  await expect(alert).toContainText('cut.understory.ndjson can’t be merged');
  await alert.getByText('Details').click();
  await expect(alert).toContainText('survey file');
  await chooseFile(page, write('other.json', '{"images": [], "info": {}}'));
  await expect(alert).toContainText('other.json can’t be merged');
  expect(await countsOfOpen(page)).toMatchObject({ listed: 12, done: NORTH + WATER });
});

test('no state of the screen breaks a rule of accessibility', async ({ open, folder }) => {
  test.setTimeout(300_000);
  const { whole, parts } = splitPhotos(folder);
  cpSync(join(whole, 'North Ridge', 'IMG_0001.JPG'), join(parts['Waterhole']!, 'Waterhole', 'IMG_0001.JPG'));
  const theirs = await analyseAndExport(open, parts['Waterhole']!, folder, 'theirs.understory.ndjson');
  const { page } = await open();
  const found: string[] = [];
  await analyse(page, whole);
  await openRefine(page, MERGE);
  await look(page, 'merge without a file', found);
  await chooseFile(page, theirs);
  await expect(page.getByText('Another photo under the same path')).toBeVisible();
  await look(page, 'merge with a conflict', found);
  await page.getByRole('radiogroup', { name: 'For all conflicts' }).getByRole('radio', { name: 'Take theirs' }).click();
  await page.getByRole('button', { name: 'Merge 1 image' }).click();
  await expect(page.getByRole('heading', { name: 'Merged' })).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await look(page, 'merged', found);
  expect(found).toEqual([]);
});
