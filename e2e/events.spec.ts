import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { MdResults } from '../src/domain/megadetector/md-results';
import { look } from './accessibility-look';
import { expect, test, waitForRun } from './app-test';
import { addPackage, DEMO, openFolder, waitUntilReady } from './journey-steps';
import { copyTimedPhotos } from './timed-photos';

const DEER = 'North Ridge/IMG_0003.JPG';
const FOX = 'North Ridge/IMG_0001.JPG';

const heading = (page: Page) => page.getByRole('heading', { name: 'Events and smoothing', level: 1 });
const eventRows = (page: Page) => page.getByRole('table', { name: 'Events' }).getByRole('row');
const tab = (page: Page, name: RegExp) => page.getByRole('radiogroup', { name: 'Lists' }).getByRole('radio', { name });

async function openEvents(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Refine' }).first().click();
  await page.getByRole('link', { name: /^Events and smoothing/ }).click();
  await expect(heading(page)).toBeVisible();
}

/** Lines of the table without its head. */
const expectEvents = (page: Page, count: number) => expect(eventRows(page)).toHaveCount(count + 1);

test('photos become events by their times; the pause is chosen, kept, and leads to the photos', async ({
  openDemo,
}) => {
  const { page } = await openDemo();
  await page.getByRole('link', { name: 'Refine' }).first().click();
  await expect(page.getByText('11 events; smoothing off')).toBeVisible();
  await openEvents(page);
  await expectEvents(page, 11);
  await expect(eventRows(page).nth(2)).toContainText('3 s');
  await expect(eventRows(page).nth(2)).toContainText('North Ridge');

  await page.getByRole('radio', { name: '60 min' }).click();
  await expectEvents(page, 9);
  const seconds = page.getByRole('textbox', { name: 'Seconds' });
  await expect(seconds).toHaveValue('3600');
  await seconds.fill('soon');
  await seconds.press('Enter');
  await expect(page.getByText('Write whole seconds from 0 to 86,400.')).toBeVisible();
  await expectEvents(page, 9);
  await seconds.fill('2');
  await seconds.press('Enter');
  await expectEvents(page, 12);
  await seconds.fill('3');
  await seconds.press('Enter');
  await expectEvents(page, 11);
  const slider = page.getByRole('slider', { name: 'Pause, up to an hour' });
  await slider.focus();
  await page.keyboard.press('End');
  await expectEvents(page, 9);
  await page.reload();
  await waitUntilReady(page);
  await expectEvents(page, 9);
  await expect(page.getByRole('radio', { name: '60 min' })).toBeChecked();

  await page
    .getByRole('button', { name: /^Show the event of/ })
    .first()
    .click();
  await expect(page.getByRole('gridcell')).toHaveCount(3);
  const chip = page.getByRole('button', { name: /^Remove the filter Event .*North Ridge$/ });
  await expect(chip).toBeVisible();
  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByRole('gridcell')).toHaveCount(3);
  await chip.click();
  await expect(page.getByRole('gridcell')).toHaveCount(12);
  await page.goBack();
  await expect(page.getByRole('gridcell')).toHaveCount(3);
  await page.goBack();
  await expect(heading(page)).toBeVisible();

  await page
    .getByRole('link', { name: /^Open the first photo of/ })
    .first()
    .click();
  const event = page.getByRole('region', { name: 'Event' });
  await expect(event).toContainText('1 of 9');
  await expect(event).toContainText('Photo 1 of 3 over 34 min');
  await page.keyboard.press(']');
  await expect(event).toContainText('2 of 9');
  await expect(page).toHaveURL(/IMG_0004\.JPG$/);
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/IMG_0001\.JPG$/);
  await page.getByRole('button', { name: 'Show this event in the gallery' }).click();
  await expect(page.getByRole('gridcell')).toHaveCount(3);
});

test('a name that stands alone in its event follows the others, in the app and in files, until it is switched off', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'Ridge');
  const at = (second: number) => `2026:05:02 07:15:${String(second).padStart(2, '0')}`;
  copyTimedPhotos(join(photos, 'CAM1'), [
    { photo: DEER, takenAt: at(0) },
    { photo: FOX, takenAt: at(20) },
    { photo: DEER, takenAt: at(40) },
    { photo: DEER, takenAt: at(59) },
    { photo: FOX, takenAt: null },
  ]);
  const { page } = await open();
  await addPackage(page, join(DEMO, 'package'));
  await openFolder(page, photos);
  await openEvents(page);
  await expect(page.getByText('No photo is done yet')).toBeVisible();
  await page.getByRole('link', { name: 'Set-up' }).first().click();
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');

  await openEvents(page);
  await expectEvents(page, 1);
  await expect(page.getByText('without a time').locator('..')).toContainText('1');
  await tab(page, /^Changed names/).click();
  await expect(page.getByText('Smoothing is off')).toBeVisible();
  await page.getByRole('radio', { name: /^Within photos and events/ }).click();
  await expect(page.getByText('4 boxes in 4 images have another name.')).toBeVisible();
  const change = page.getByRole('listitem').filter({ hasText: 'Red fox becomes White-tailed deer' });
  await expect(change).toContainText('1 box in 1 event, because the majority of the event says so.');
  const found: string[] = [];
  await look(page, 'changed names', found);
  await tab(page, /^Events/).click();
  await look(page, 'events', found);
  expect(found).toEqual([]);
  await tab(page, /^Changed names/).click();

  await change.getByRole('button').click();
  await expect(page.getByRole('gridcell')).toHaveCount(1);
  await expect(page.getByRole('gridcell', { name: /^White-tailed deer.*Smoothed; was Red fox$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove the filter Red fox, now White-tailed deer' })).toBeVisible();
  await page.getByRole('gridcell').click();
  await expect(page.getByText('Smoothed; was Red fox')).toBeVisible();
  await expect(page.getByText(/makes it white-tailed deer, because the majority of the event says so\./)).toBeVisible();

  await look(page, 'image with its event', found);
  expect(found).toEqual([]);

  const smoothed = (await exported(page, 'MegaDetector JSON')) as MdResults;
  expect(nameIn(smoothed, 'CAM1/IMG_0002.JPG')).toBe('white-tailed deer');
  expect(nameIn(smoothed, 'CAM1/IMG_0005.JPG')).toBe('red fox');
  expect(imageIn(smoothed, 'CAM1/IMG_0002.JPG')['pre_smoothing_description']).toBe('red fox (1)');
  expect(nameIn((await exported(page, 'Timelapse')) as MdResults, 'CAM1/IMG_0002.JPG')).toBe('white-tailed deer');
  const own = (await exported(page, 'SpeciesNet JSON')) as {
    readonly predictions: readonly { readonly filepath: string; readonly prediction: string }[];
  };
  expect(own.predictions.find(({ filepath }) => filepath === 'CAM1/IMG_0002.JPG')?.prediction).toMatch(/;red fox$/);

  await page.reload();
  await waitUntilReady(page);
  await openEvents(page);
  await expect(page.getByRole('radio', { name: /^Within photos and events/ })).toBeChecked();
  await expect(page.getByText('4 boxes in 4 images have another name.')).toBeVisible();
  await page.getByRole('radio', { name: '1 min' }).click();
  const seconds = page.getByRole('textbox', { name: 'Seconds' });
  await seconds.fill('10');
  await seconds.press('Enter');
  // Each photo is an event of its own, but two boxes of one photo still tell each other what they are.
  await expect(page.getByText('3 boxes in 3 images have another name.')).toBeVisible();
  await page.getByRole('radio', { name: '5 min' }).click();
  await expect(page.getByText('4 boxes in 4 images have another name.')).toBeVisible();

  await page.getByRole('radio', { name: /^Off/ }).click();
  await page.getByRole('link', { name: 'Gallery' }).first().click();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.getByRole('gridcell', { name: /^Red fox/ })).toHaveCount(2);
  const plain = (await exported(page, 'MegaDetector JSON')) as MdResults;
  expect(nameIn(plain, 'CAM1/IMG_0002.JPG')).toBe('red fox');
  expect(imageIn(plain, 'CAM1/IMG_0002.JPG')).not.toHaveProperty('pre_smoothing_description');
});

/** What the export dialog saves in that format. */
async function exported(page: Page, format: string): Promise<unknown> {
  await page.getByRole('link', { name: 'Export' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Save/ }).click();
  const file = await (await download).path();
  await expect(dialog).toHaveCount(0);
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}

const imageIn = (results: MdResults, file: string) => results.images.find((image) => image.file === file)!;

/** What the best detection of an image is called. */
function nameIn(results: MdResults, file: string): string | undefined {
  const [best] = imageIn(results, file).detections!;
  return results.classification_categories![best!.classifications![0]![0]];
}
