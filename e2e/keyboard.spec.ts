import { readFileSync } from 'node:fs';
import { expect, test, waitForRun } from './app-test';
import { expectVisibleFocus, tabTo } from './visible-focus';

test('the whole main job without a mouse', async ({ open }) => {
  const { page } = await open();
  await tabTo(page, page.getByRole('button', { name: /try the demo/i }));
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await waitForRun(page, 'finished');

  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Open gallery' }).first());
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');

  const cells = page.getByRole('gridcell');
  await expect(cells).toHaveCount(12);
  await tabTo(page, cells.first());
  await expectVisibleFocus(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(2)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cells.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(cells.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');

  await expect(page.getByText('2 of 12')).toBeVisible();
  await expect(page.getByText('Why this label')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('3 of 12')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('1 of 12')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(cells).toHaveCount(12);
  await tabTo(page, cells.nth(1)); // where the person was

  await tabTo(page, page.getByRole('link', { name: 'Export', exact: true }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await tabTo(page, page.getByRole('link', { name: 'Export', exact: true }));
  await page.keyboard.press('Enter');
  const formats = dialog.getByRole('radio');
  await tabTo(page, formats.first());
  await page.keyboard.press('ArrowDown');
  await expect(formats.nth(1)).toBeChecked();
  await tabTo(page, dialog.getByRole('button', { name: /^Save/ }));
  await expectVisibleFocus(page);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as { images: unknown[] };
  expect(file.images).toHaveLength(12);
});

test('the focus stays inside an open dialog, and Space pauses and continues a run', async ({ open }) => {
  const { page } = await open();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog');
  await expect(keys).toBeVisible();
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab');
    // The focus is led back into the dialog a moment after it left.
    await expect.poll(() => keys.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);

  await tabTo(page, page.getByRole('button', { name: /try the demo/i }));
  await page.keyboard.press('Enter');
  await waitForRun(page, 'running');
  await page.keyboard.press('Space');
  await waitForRun(page, 'paused');
  await page.keyboard.press('Space');
  await waitForRun(page, 'finished');
});
