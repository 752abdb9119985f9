import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './app-test';
import { chooseByKeys, openDemoGalleryByKeys } from './keyboard-steps';
import { expectVisibleFocus, tabTo } from './visible-focus';

/** What people said, by file name: common name of the main label. */
const said = (page: Page) =>
  page.evaluate(() =>
    window
      .understory!.store.getState()
      .open!.images.map(({ review }) => review?.observations?.[0]?.label.split(';').at(-1) ?? null),
  );

const saidCount = async (page: Page) => (await said(page)).filter((name) => name !== null).length;

/** Words that were announced, wherever on the screen. */
const announced = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });

test('review from an empty app to the export without a mouse: seen where one is, told what was done', async ({
  open,
}) => {
  test.setTimeout(240_000);
  const { page } = await open();
  await openDemoGalleryByKeys(page);

  // One image after the other: the keyboard goes on by itself.
  const cells = page.getByRole('gridcell');
  await expect(cells).toHaveCount(12);
  await tabTo(page, cells.first());
  await expectVisibleFocus(page);
  await page.keyboard.press('c');
  await expect(announced(page, 'Confirmed: 1 image')).toHaveCount(1);
  await expect(cells.nth(1)).toBeFocused();
  await expectVisibleFocus(page);

  // A label out of the list; the focus is in the field, then back in the grid at the next image.
  await page.keyboard.press('l');
  const picker = page.getByRole('dialog', { name: 'Choose a label' });
  await expect(picker.getByRole('combobox')).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.type('coyote');
  await expect(picker.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(picker).toHaveCount(0);
  await expect(announced(page, 'Label changed: 1 image')).toHaveCount(1);
  expect((await said(page))[1]).toBe('coyote');
  await expect(cells.nth(2)).toBeFocused();
  await expectVisibleFocus(page);

  // Several at once; then they are no longer chosen, and the keyboard stands at the next.
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(announced(page, '3 images selected')).toHaveCount(1);
  await expectVisibleFocus(page);
  await page.keyboard.press('c');
  await expect(announced(page, 'Confirmed: 3 images')).toHaveCount(1);
  await expect(page.locator('[role=gridcell][aria-selected=true]')).toHaveCount(0);
  await expect(cells.nth(5)).toBeFocused();
  await expectVisibleFocus(page);
  expect(await saidCount(page)).toBe(5);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(announced(page, 'Undone, confirmed: 3 images')).toHaveCount(1);
  expect(await saidCount(page)).toBe(2);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(announced(page, 'Done again, confirmed: 3 images')).toHaveCount(1);

  // A digit gives a label that is frequent here or was used: the same one as on its button in the image view.
  await page.keyboard.press('Enter');
  const digit = page.getByRole('group', { name: 'Labels on the digits' }).getByRole('button', { name: 'Coyote' });
  const key = (await digit.getAttribute('data-digit'))!;
  await page.keyboard.press(key);
  await expect(announced(page, 'Label changed: 1 image')).toHaveCount(1);
  expect((await said(page))[5]).toBe('coyote');
  await expect(page.getByText('7 of 12', { exact: true })).toBeVisible();
  await page.keyboard.press('Shift+C'); // what is left of its event
  await expect(announced(page, /^Confirmed: \d+ images?$/)).toHaveCount(1);
  expect((await said(page))[6]).not.toBeNull();
  await page.keyboard.press('Escape');

  // A guided way: event by event, one frame of it by itself.
  await tabTo(page, page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Review' }));
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: /Event by event/ }));
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'This event shows' });
  await expect(panel).toContainText(/Event \d+ of 11/);
  await page.keyboard.press('x');
  await expect(announced(page, '1 frame chosen')).toHaveCount(1);
  await page.keyboard.press('x');
  await expect(announced(page, '1 frame chosen')).toHaveCount(0);
  const before = await saidCount(page);
  await page.keyboard.press('c');
  await expect.poll(() => saidCount(page)).toBeGreaterThan(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => saidCount(page)).toBe(before);

  // Export.
  await tabTo(page, page.getByRole('link', { name: 'Export', exact: true }));
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('button', { name: /^Save/ }));
  await expectVisibleFocus(page);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect(readFileSync(await (await download).path(), 'utf8').length).toBeGreaterThan(100);
});

test('in a group of the gallery one key confirms what is left of it, and the next group follows', async ({ open }) => {
  const { page } = await open();
  await openDemoGalleryByKeys(page);
  const grouping = page.getByRole('combobox', { name: 'Group' });
  await tabTo(page, grouping);
  await expectVisibleFocus(page);
  await chooseByKeys(page, 'By folder');
  await expect(page.getByRole('rowheader')).toHaveCount(2);
  const stop = page.locator('[data-stop][tabindex="0"]');
  await tabTo(page, stop);
  await expectVisibleFocus(page);
  await page.keyboard.press('Shift+C');
  await expect(announced(page, 'Confirmed: 7 images')).toHaveCount(1);
  await expect(stop).toBeFocused();
  expect(await stop.getAttribute('data-path')).toMatch(/^Waterhole\//);
  await page.keyboard.press('Shift+C');
  await expect.poll(() => saidCount(page)).toBe(12);
});
