import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropPaths } from '../scripts/drop-paths';
import { look } from './accessibility-look';
import { expect, hasShared, SHARED, test, waitForRun, WITHOUT_SHARED } from './app-test';
import { chooseCountry, chooseFile, exportAs, openRefine, waitForComparison } from './compare-steps';
import { addPackage, openFolder, waitUntilReady } from './journey-steps';

const COMPARE = /Compare with another result/;
const figure = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .first();
const labelsByPath = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      window
        .understory!.store.getState()
        .open!.images.map(({ filepath, prediction }) => [filepath, prediction?.label ?? null]),
    ),
  );
const readPredictions = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as { predictions: { filepath: string }[] };

test('a result from before a change of place: numbers, gallery, image, removing, reload', async ({
  openDemo,
  folder,
}) => {
  const { page, foreignRequests } = await openDemo();
  const earlier = await labelsByPath(page);
  const before = await exportAs(page, folder, /SpeciesNet JSON/, 'before.json');
  await openRefine(page, COMPARE);
  await expect(page.getByRole('heading', { name: COMPARE, level: 1 })).toBeVisible();

  // The same file is equal; the drop needs no question, because this screen is about nothing else.
  await dropPaths(page, [before]);
  await waitForComparison(page);
  await expect(page.getByText('Equal to the reference.')).toBeVisible();
  await expect(figure(page, 'In both')).toHaveText('12');
  await expect(figure(page, 'Same label')).toHaveText('100 %');
  await expect(page.getByText('No image differs.')).toBeVisible();

  await chooseCountry(page, 'Kenya');
  await openRefine(page, COMPARE);
  await expect(page.getByText('Not equal.')).toBeVisible();
  const labels = await labelsByPath(page);
  const changed = Object.keys(labels).filter((path) => labels[path] !== earlier[path]).length;
  expect(changed).toBeGreaterThan(0);
  await expect(page.getByText(/another label on \d+ images?/)).toBeVisible();
  const differing = page.getByRole('group', { name: 'Images that differ' }).getByRole('listitem');
  await expect(differing).toHaveCount(changed);
  await expect(differing.first()).toContainText(/here, .* there/);

  // The gallery shows those alone; its chip leads back to all.
  await page.getByRole('button', { name: 'Show in gallery: Another label' }).click();
  await expect(page.getByRole('gridcell')).toHaveCount(changed);
  await page.goBack();
  await expect(page.getByRole('heading', { name: COMPARE, level: 1 })).toBeVisible();
  await page
    .getByRole('button', { name: /^Show in gallery: .+ here, .+ there/ })
    .first()
    .click();
  expect(await page.getByRole('gridcell').count()).toBeLessThanOrEqual(changed);
  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  await page.getByRole('button', { name: /^Remove the filter .* here, .* there/ }).click();
  await expect(page.getByRole('gridcell')).toHaveCount(12);

  // Both answers side by side.
  await openRefine(page, COMPARE);
  await differing.first().getByRole('link').click();
  const answers = page.getByRole('region', { name: 'Compared' });
  await expect(answers.getByRole('row', { name: /^Label/ })).toBeVisible();
  await expect(answers.getByRole('row', { name: /^Source/ })).toContainText('geofence');
  await answers.getByText('Show the boxes of the other result').click();
  await page.goBack();

  await page.reload();
  await waitUntilReady(page);
  await expect(differing).toHaveCount(changed);
  await page.getByRole('button', { name: 'Remove the comparison' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(differing).toHaveCount(changed);
  await page.getByRole('button', { name: 'Remove the comparison' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  expect(foreignRequests).toEqual([]);
});

test('other forms and other paths: MegaDetector, Windows, another folder, broken files', async ({
  openDemo,
  folder,
}) => {
  const { page } = await openDemo();
  const md = await exportAs(page, folder, /^MegaDetector JSON/, 'md.json');
  const own = await exportAs(page, folder, /SpeciesNet JSON/, 'own.json');
  await openRefine(page, COMPARE);
  await chooseFile(page, md);
  await waitForComparison(page);
  await expect(page.getByText('MegaDetector result, 12 images')).toBeVisible();
  await expect(page.getByText('Equal to the reference.')).toBeVisible();

  // Dropped anywhere else, a file is asked what it is for.
  await page.getByRole('button', { name: 'Remove the comparison' }).click();
  await page
    .getByRole('navigation', { name: 'This survey' })
    .getByRole('link', { name: /Gallery/ })
    .click();
  await dropPaths(page, [own]);
  const dialog = page.getByRole('dialog', { name: 'Use this file' });
  await dialog.getByRole('radio', { name: /^Compare/ }).click();
  await dialog.getByRole('button', { name: 'Use the file' }).click();
  await expect(page.getByRole('heading', { name: COMPARE, level: 1 })).toBeVisible();
  await expect(page.getByText('Equal to the reference.')).toBeVisible();

  const { predictions } = readPredictions(own);
  const write = (name: string, rename: (path: string) => string) => {
    const path = join(folder, name);
    const renamed = predictions.map((record) => ({ ...record, filepath: rename(record.filepath) }));
    writeFileSync(path, JSON.stringify({ predictions: renamed }));
    return path;
  };
  const windows = write('windows.json', (path) => `D:\\Traps\\2024\\${path.replaceAll('/', '\\')}`);
  await chooseFile(page, windows);
  await expect(page.getByText('without “D:/Traps/2024/” in the file')).toBeVisible();
  await expect(page.getByText('Equal to the reference.')).toBeVisible();

  const elsewhere = write('elsewhere.json', (path) => `other/${path.replace(/IMG/, 'DSC')}`);
  await chooseFile(page, elsewhere);
  await expect(page.getByText(/No image of the file is one of this survey/)).toBeVisible();
  await expect(figure(page, 'In both')).toHaveText('0');
  await expect(figure(page, 'Only in the file')).toHaveText('12');

  const damaged = join(folder, 'damaged.json');
  writeFileSync(damaged, readFileSync(own).subarray(0, 3000));
  await chooseFile(page, damaged);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('damaged.json can’t be compared with');
  await alert.getByText('Details').click();
  await expect(alert).toContainText('a file that ends early');
  const rules = join(folder, 'rules.csv');
  writeFileSync(rules, 'species,rule,country_code,admin1_region_code\n');
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  // The earlier one is still there.
  await expect(page.getByRole('heading', { name: 'elsewhere.json' })).toBeVisible();
  await dropPaths(page, [rules]);
  await expect(alert).toContainText('rules.csv can’t be compared with');
});

test.describe('the reference’s own file', () => {
  test.skip(!hasShared, WITHOUT_SHARED);

  test('three photos are equal to it', async ({ open, folder }) => {
    test.setTimeout(300_000);
    const names = ['coral/owl.jpg', 'test_data/ocelot.jpg', 'exif-orientation/Portrait_5.jpg'];
    const photos = join(folder, 'photos');
    for (const name of names) {
      mkdirSync(join(photos, name, '..'), { recursive: true });
      cpSync(join(SHARED, 'photos', 'open', name), join(photos, name));
    }
    const { page } = await open();
    await addPackage(page, join(SHARED, 'models', 'coco-mnv2'));
    await openFolder(page, photos);
    await page.getByRole('button', { name: 'Start run' }).click();
    await waitForRun(page, 'finished');
    await openRefine(page, COMPARE);
    await chooseFile(page, join(SHARED, 'golden', 'open', 'e2e', 'predictions-none.json'));
    await waitForComparison(page);
    await expect(figure(page, 'In both')).toHaveText('3');
    await expect(page.getByText('Equal to the reference.')).toBeVisible();
    await chooseFile(page, join(SHARED, 'golden', 'open', 'e2e', 'predictions-KEN.json'));
    await expect(page.getByRole('heading', { name: 'predictions-KEN.json' })).toBeVisible();
    await waitForComparison(page);
    await expect(figure(page, 'In both')).toHaveText('3');
  });
});

test('no state of the screen breaks a rule of accessibility', async ({ openDemo, folder }) => {
  test.setTimeout(240_000);
  const { page } = await openDemo();
  const found: string[] = [];
  const before = await exportAs(page, folder, /SpeciesNet JSON/, 'before.json');
  await chooseCountry(page, 'Kenya');
  await openRefine(page, COMPARE);
  await look(page, 'compare without a file', found);
  await chooseFile(page, before);
  await waitForComparison(page);
  await expect(page.getByText('Not equal.')).toBeVisible();
  await look(page, 'compare', found);
  await page.getByRole('group', { name: 'Images that differ' }).getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Compared' })).toBeVisible();
  await look(page, 'image with two answers', found);
  expect(found).toEqual([]);
});
