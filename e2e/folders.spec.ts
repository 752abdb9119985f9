import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropPaths } from '../scripts/drop-paths';
import { expect, test, waitForRun } from './app-test';
import { DEMO, goHome } from './journey-steps';

const PHOTOS = join(DEMO, 'photos');
const FOX = join(PHOTOS, 'North Ridge', 'IMG_0001.JPG');
const BEAR = join(PHOTOS, 'North Ridge', 'IMG_0004.JPG');
const ELEPHANT = join(PHOTOS, 'Waterhole', 'IMG_0001.JPG');
const BLANK = join(PHOTOS, 'Waterhole', 'IMG_0004.JPG');

/** Name of each photo, by its path: the last part of the label. */
const namesByPath = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      window
        .understory!.store.getState()
        .open!.images.map(({ filepath, prediction }) => [filepath, prediction?.label.split(';').at(-1) ?? null]),
    ),
  );

/** Drops folders on the page, as with the mouse, and waits until all their photos are listed. */
async function dropFolders(page: Page, paths: readonly string[]): Promise<void> {
  await dropPaths(page, paths);
  await expect(page.getByRole('heading', { name: 'Set up this survey' })).toBeVisible();
  await page.waitForFunction(() => window.understory?.store.getState().open?.listing.step === 'listed');
}

async function runToEnd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
}

async function openGallery(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Gallery/ })
    .click();
}

test('folders without photos are told so, and do not become surveys', async ({ open, folder }) => {
  const { page } = await open({ from: 'package' });
  const empty = join(folder, 'Empty card');
  const texts = join(folder, 'Field notes');
  mkdirSync(empty);
  mkdirSync(texts);
  writeFileSync(join(texts, 'notes.txt'), 'Battery changed.');
  writeFileSync(join(texts, 'table.csv'), 'camera,date\n');
  for (const path of [empty, texts]) {
    await dropFolders(page, [path]);
    await expect(page.getByText(/^No photos here\. JPEG, PNG, TIFF and WebP files are looked for/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Start run' })).toBeDisabled();
    await expect(page.getByText('There are no photos to run on.')).toBeVisible();
    await goHome(page);
    await expect(page.getByRole('article')).toHaveCount(0);
  }
});

test('files that are no photos become failures with their reason, and the run goes on', async ({ open, folder }) => {
  const { page } = await open({ from: 'package' });
  const photos = join(folder, 'Mixed');
  mkdirSync(join(photos, 'deeper'), { recursive: true });
  cpSync(FOX, join(photos, 'a-fox.jpg'));
  writeFileSync(join(photos, 'b-empty.jpg'), '');
  writeFileSync(join(photos, 'c-words.jpg'), 'These are words, whatever the ending says.\n');
  const bytes = readFileSync(BEAR);
  writeFileSync(join(photos, 'd-cut-at-once.jpg'), bytes.subarray(0, 300)); // before its size is told
  writeFileSync(join(photos, 'd-cut-halfway.jpg'), bytes.subarray(0, Math.floor(bytes.length / 2)));
  cpSync(ELEPHANT, join(photos, 'deeper', 'e-elephant.JPG'));
  await dropFolders(page, [photos]);
  await runToEnd(page);

  await expect(
    page.getByText('6 photos are done; 3 of them could not be read and stay in the results as failures.'),
  ).toBeVisible();
  const side = page.getByRole('complementary', { name: 'So far, in photos' });
  for (const [name, reason] of [
    ['b-empty.jpg', 'file is empty'],
    ['c-words.jpg', 'not an image'],
    ['d-cut-at-once.jpg', 'file ends early'],
  ] as const) {
    await expect(side.getByRole('listitem').filter({ hasText: name })).toContainText(reason);
  }
  expect(await namesByPath(page)).toMatchObject({
    'a-fox.jpg': 'red fox',
    'd-cut-at-once.jpg': null,
    'd-cut-halfway.jpg': 'brown bear', // the reference program, too, takes what is there
    'deeper/e-elephant.JPG': 'african elephant',
  });

  await openGallery(page);
  await expect(page.getByRole('gridcell')).toHaveCount(6);
  await page.getByRole('gridcell', { name: 'Could not be read, b-empty.jpg, file is empty' }).click();
  await expect(page.getByText(/^Could not be read: the file has 0 bytes/).first()).toBeVisible();
});

test('names in any script, right-to-left ones and very long ones stay as they are', async ({ open, folder }) => {
  const { page } = await open({ from: 'package' });
  const photos = join(folder, 'Fotofallen Südhang');
  const long = `${'very-long-name-'.repeat(16)}0001.JPG`;
  const names = [
    'Müritz/Füchse 100 % #1.JPG',
    'کیمرہ ۳/تصویر ۱.JPG',
    'מצלמה/שועל.JPG',
    '相机一/照片001.JPG',
    'emoji 🦊/e\u0301te\u0301.JPG',
    long,
  ];
  for (const name of names) {
    mkdirSync(join(photos, name, '..'), { recursive: true });
    cpSync(BLANK, join(photos, name));
  }
  await dropFolders(page, [photos]);
  await runToEnd(page);
  const found = await namesByPath(page);
  expect(Object.keys(found).sort()).toEqual([...names].sort());
  expect(new Set(Object.values(found))).toEqual(new Set(['blank']));

  await openGallery(page);
  await expect(page.getByRole('gridcell')).toHaveCount(names.length);
  for (let index = 0; index < names.length; index++) {
    await page.getByRole('gridcell').nth(index).click();
    await expect(page.getByText('Why this label')).toBeVisible();
    // Its place among the images, and that of its event: each folder has one image, and thus one event.
    await expect(page.getByText(`${index + 1} of ${names.length}`, { exact: true })).toHaveCount(2);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'a long name widens nothing').toBeLessThanOrEqual(0);
    await page.reload(); // the address holds the name, whatever is in it
    await expect(page.getByText('Why this label')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('gridcell')).toHaveCount(names.length);
  }
});

test('several folders dropped at once become one survey', async ({ open, folder }) => {
  const { page } = await open({ from: 'package' });
  const paths = ['North Ridge', 'Waterhole'].map((name) => {
    const to = join(folder, name);
    cpSync(join(PHOTOS, name), to, { recursive: true });
    return to;
  });
  await dropFolders(page, paths);
  await expect(page.getByText('12 in 2 folders')).toBeVisible();
  await runToEnd(page);
  const found = await namesByPath(page);
  expect(found).toMatchObject({
    'North Ridge/IMG_0001.JPG': 'red fox',
    'Waterhole/IMG_0001.JPG': 'african elephant',
  });
  await goHome(page);
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('another place changes the labels at once, without a run', async ({ openDemo }) => {
  const { page } = await openDemo();
  const bear = 'North Ridge/IMG_0004.JPG';
  const anywhere = await namesByPath(page);
  expect(anywhere[bear]).toBe('brown bear');

  await page.getByRole('navigation').getByRole('link', { name: 'Set-up' }).click();
  await page.getByRole('combobox', { name: 'Country' }).focus();
  await page.keyboard.type('kenya');
  await expect(page.getByRole('option', { name: /Kenya/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => namesByPath(page)).toMatchObject({ [bear]: 'carnivorous mammal' });
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Kenya');

  await openGallery(page);
  const cell = page
    .getByRole('gridcell', { name: /carnivorous mammal.*The geofence blocked the first choice/i })
    .first();
  await expect(cell).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Set-up' }).click();
  const geofence = page.getByRole('switch', { name: /^Hold back species/ });
  await geofence.focus();
  await page.keyboard.press('Space');
  await expect(geofence).not.toBeChecked();
  await expect.poll(() => namesByPath(page)).toEqual(anywhere);
  expect(await page.evaluate(() => window.understory!.runReport()), 'no run').toBeNull();

  await page.reload(); // what was chosen is kept
  await expect(geofence).not.toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Kenya');
});
