import type { Locator, Page } from '@playwright/test';
import { copySurvey } from '../scripts/screenshots/copy-survey';
import { goTo, goToImage, openStored, stageLoading } from '../scripts/screenshots/steps';
import { look } from './accessibility-look';
import { expect, test } from './app-test';
import { waitUntilReady } from './journey-steps';
import { chooseByKeys } from './keyboard-steps';

const cells = (page: Page) => page.getByRole('gridcell').filter({ hasNot: page.getByRole('button') });
const headers = (page: Page) => page.getByRole('grid').getByRole('rowheader');
const panel = (page: Page) => page.getByRole('complementary');
const chip = (page: Page, name: string | RegExp) =>
  page.getByRole('list', { name: 'Filters' }).getByRole('listitem').filter({ hasText: name });
const query = (page: Page) => new URL(page.url()).hash.split('?')[1] ?? '';
const box = (page: Page, name: RegExp): Locator => panel(page).getByRole('checkbox', { name });

async function choose(page: Page, list: 'Sort' | 'Group', option: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function openGallery(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Gallery' }).first().click();
  await expect(cells(page)).toHaveCount(12);
}

test('filters combine, their numbers follow one another, and each chip is a way back', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openGallery(page);
  await box(page, /^Animal/).click();
  await expect(cells(page)).toHaveCount(8);
  await expect(page.getByText('8 of 12', { exact: true })).toBeVisible();
  // A choice counts what it would show with the other filters, so its own ones leave it alone.
  await expect(
    panel(page)
      .locator('label')
      .filter({ hasText: /^Blank/ }),
  ).toContainText('2');

  await panel(page).getByRole('searchbox', { name: 'Find a species or group' }).fill('deer');
  await expect(panel(page).locator('label').filter({ hasText: 'Red fox' })).toHaveCount(0);
  await box(page, /^White-tailed deer/).click();
  await expect(cells(page)).toHaveCount(1);
  await expect(
    panel(page)
      .locator('label')
      .filter({ hasText: /^Vehicle/ }),
  ).toContainText('0');
  await expect(chip(page, 'White-tailed deer')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the filter White-tailed deer' }).click();
  await expect(cells(page)).toHaveCount(8);

  await panel(page).getByText('Best box', { exact: true }).click();
  const least = panel(page).getByRole('slider', { name: 'Lowest conf of the best box' });
  await least.focus();
  for (let presses = 0; presses < 9; presses++) await page.keyboard.press('PageUp');
  await expect(chip(page, 'Best box 0.90 to 1.00')).toBeVisible();
  await expect.poll(() => cells(page).count()).toBeLessThan(8);

  await panel(page).getByText('Folder', { exact: true }).click();
  await box(page, /North Ridge/).click();
  await expect(chip(page, 'Folder North Ridge')).toBeVisible();
  await panel(page).getByText('Time', { exact: true }).click();
  await panel(page).getByLabel('First day').fill('2026-05-03');
  await expect(page.getByText('No match')).toBeVisible();
  await page.getByRole('button', { name: 'Remove last filter' }).click();
  await expect(chip(page, /From/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(cells(page)).toHaveCount(12);
  expect(query(page)).not.toContain('is=');
});

test('sorted, grouped, closed; as single animals and as events', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openGallery(page);
  await choose(page, 'Sort', 'Newest first');
  await expect(cells(page).first()).toHaveAccessibleName(/^Blank|^Common ostrich|^Person|^Vehicle/);
  await choose(page, 'Group', 'By folder');
  await expect(headers(page)).toHaveCount(2);
  await expect(headers(page).first()).toHaveAccessibleName('North Ridge, 7 images');
  await headers(page).first().click();
  await expect(headers(page).first()).toHaveAttribute('aria-expanded', 'false');
  await expect(cells(page)).toHaveCount(5);
  await page.getByRole('button', { name: 'Open all groups' }).click();
  await expect(cells(page)).toHaveCount(12);
  await page.getByRole('button', { name: 'Close all groups' }).click();
  await expect(cells(page)).toHaveCount(0);
  await choose(page, 'Group', 'By species');
  await expect(headers(page).filter({ hasText: 'Blank' })).toHaveAccessibleName('Blank, 2 images');
  await page.getByRole('button', { name: 'Show only Blank' }).click();
  await expect(cells(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove the filter Blank' }).click();

  await page.getByRole('radio', { name: 'Animals' }).click();
  await choose(page, 'Group', 'No groups');
  await expect(cells(page)).toHaveCount(10);
  await expect(
    cells(page)
      .filter({ has: page.locator('img') })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /animal 2 of 2$/ })).toHaveCount(1);

  await page.getByRole('radio', { name: 'Events' }).click();
  await choose(page, 'Sort', 'Oldest first');
  await expect(headers(page).filter({ hasText: '2 images' })).toHaveCount(1);
  await headers(page)
    .filter({ hasText: '2 images' })
    .getByRole('button', { name: /^Show only/ })
    .click();
  await expect(page.getByRole('radio', { name: 'Images' })).toBeChecked();
  await expect(cells(page)).toHaveCount(2);
});

test('the address holds what is shown: Back, a reload and another tab bring it back', async ({ openDemo }) => {
  const { page, context } = await openDemo();
  await openGallery(page);
  await box(page, /^Animal/).click();
  await expect(cells(page)).toHaveCount(8);
  await choose(page, 'Sort', 'Highest score first');
  await page.getByRole('searchbox', { name: 'Search' }).pressSequentially('north');
  await expect(cells(page)).toHaveCount(5);
  await expect.poll(() => query(page)).toMatch(/^sort=highest&is=animal&text=north/);
  const names = await cells(page).evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')));

  await page.reload();
  await waitUntilReady(page);
  await expect(cells(page)).toHaveCount(5);
  await expect(page.getByRole('combobox', { name: 'Sort' })).toContainText('Highest score first');
  const other = await context.newPage();
  await other.goto(page.url());
  await waitUntilReady(other);
  await expect(cells(other)).toHaveCount(5);
  expect(await cells(other).evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')))).toEqual(names);
  await other.close();

  // What was typed in one go is one step.
  await page.goBack();
  await expect(cells(page)).toHaveCount(8);
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('');
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Sort' })).toContainText('By path');
  await page.goBack();
  await expect(cells(page)).toHaveCount(12);
  await page.goForward();
  await expect(cells(page)).toHaveCount(8);

  // From image to image in the gallery's order, and back to where one was.
  await choose(page, 'Sort', 'Highest score first');
  await expect(cells(page).first()).toHaveAccessibleName(/^African elephant/);
  await cells(page).nth(2).click();
  await expect(page.getByText('3 of 8')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('4 of 8')).toBeVisible();
  await page.goBack();
  await expect(cells(page)).toHaveCount(8);
  await expect(cells(page).nth(3)).toHaveAttribute('tabindex', '0');

  // What an address does not say well is as at first.
  await page.evaluate(() => {
    location.hash = `${location.hash.split('?')[0]!}?sort=mood&is=blank,ghosts&hours=99-1&score=x&taxon=%E0%A4%A`;
  });
  await expect(cells(page)).toHaveCount(2);
  await expect.poll(() => query(page)).toMatch(/^is=blank/);
});

test('a reload comes back to the place in a long list', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openGallery(page);
  await page.setViewportSize({ width: 1366, height: 420 });
  await page.evaluate(() => window.understory!.actions.changePreferences({ thumbnailSize: 360 }));
  const grid = page.getByRole('grid');
  const last = page.getByRole('gridcell', { name: /^Common ostrich/ });
  // The large tiles are laid out: only then is there a place to scroll to.
  await expect
    .poll(() => grid.evaluate(({ scrollHeight, clientHeight }) => scrollHeight / clientHeight))
    .toBeGreaterThan(3);
  await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(last).toBeInViewport();
  await expect.poll(() => query(page)).toContain('at=Waterhole/');
  await page.reload();
  await waitUntilReady(page);
  await expect(last).toBeInViewport();
});

test('while a large survey is opened its place is kept, and keys mean what is shown', async ({ openDemo }) => {
  test.setTimeout(240_000); // a busy computer must not fail what is right
  const { page } = await openDemo();
  await copySurvey(page, { id: 'large', name: 'Transect 4', photos: 2400 });
  await page.reload();
  await waitUntilReady(page);
  await openStored(page, 'large');
  const place = 'Camera 10/IMG_0040.JPG'; // the 2,290th
  await page.evaluate((path) => {
    location.hash = `#/survey/large/gallery?at=${encodeURIComponent(path)}`;
  }, place);
  await page.reload();
  await waitUntilReady(page);
  const tile = page.locator(`[data-path="${place}"]`);
  await expect(tile).toBeInViewport();
  await page.waitForFunction(() => window.understory!.store.getState().open?.loading === null);
  const total = await page.getByRole('grid').getAttribute('aria-rowcount');
  const opened = await page.evaluateHandle(() => window.understory!.store.getState().open!);

  await stageLoading(page, 0.5);
  await expect(page.getByRole('grid')).not.toHaveAttribute('aria-rowcount', total!);
  await expect(page.getByText('2,000 of 2,400', { exact: true })).toBeVisible();
  await expect(panel(page).locator('label').filter({ hasText: 'Not done yet' })).toContainText('800');
  const stop = page.locator('[data-stop][tabindex="0"]');
  await expect(stop).toHaveAttribute('data-path', 'Camera 01/IMG_0001.JPG');
  await page.keyboard.press('Shift+G');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('f');
  await expect
    .poll(() =>
      page.evaluate(() => window.understory!.store.getState().open!.imageOf('Camera 01/IMG_0001.JPG')?.review),
    )
    .toMatchObject({ isFlagged: true });
  expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(0);

  await page.evaluate((open) => window.understory!.store.setState({ open }), opened);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', total!);
  await expect(tile).toBeInViewport();

  await page.getByRole('searchbox', { name: 'Search' }).fill('Camera 10/IMG_004');
  await expect(page.getByText('10 of 2,400', { exact: true })).toBeVisible();
  await stageLoading(page, 0.5);
  await expect(page.getByRole('heading', { name: 'Reading the results, 50%' })).toBeVisible();
  await page.evaluate((open) => window.understory!.store.setState({ open }), opened);
  await expect(tile).toBeInViewport();

  await goToImage(page, ({ inference }) => inference !== null, 'read');
  await goTo(page, `/survey/large/image/${encodeURIComponent('Camera 08/IMG_0250.JPG')}`);
  await stageLoading(page, 0.5);
  await expect(page.getByText('2,000 of 2,400', { exact: true })).toBeVisible();
});

test('a view gets a name, another one, and is deleted with a way back', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openGallery(page);
  await box(page, /^Animal/).click();
  await page.getByRole('radio', { name: 'Animals' }).click();
  await expect(cells(page)).toHaveCount(9);
  const views = page.getByRole('button', { name: 'Views' });
  await views.click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Write a name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Single animals');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.reload();
  await waitUntilReady(page);
  await views.click();
  await page.getByRole('menuitem', { name: 'Everything, as at first' }).click();
  await expect(cells(page)).toHaveCount(12);
  await views.click();
  await page.getByRole('menuitem', { name: 'Single animals' }).click();
  await expect(cells(page)).toHaveCount(9);

  await views.click();
  await page.getByRole('menuitem', { name: 'Rename or delete…' }).click();
  await dialog.getByRole('textbox', { name: 'Rename Single animals' }).fill('Animals alone');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Delete Animals alone' }).click();
  await expect(dialog.getByText('No view is saved yet.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await views.click();
  await expect(page.getByRole('menuitem', { name: 'Animals alone' })).toBeVisible();
});

test('groups with the keyboard alone', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openGallery(page);
  const group = page.getByRole('combobox', { name: 'Group' });
  await group.focus();
  await chooseByKeys(page, 'By folder');
  await expect(group).toContainText('By folder');
  await expect(headers(page)).toHaveCount(2);
  const first = cells(page).first();
  await first.focus();
  await page.keyboard.press('ArrowUp');
  await expect(headers(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(headers(page).first()).toHaveAttribute('aria-expanded', 'false');
  await expect(headers(page).first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(headers(page).first()).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await page.keyboard.press('End');
  await expect(cells(page).last()).toBeFocused();
  const size = () => page.evaluate(() => window.understory!.store.getState().preferences.thumbnailSize);
  const before = await size();
  await page.keyboard.press('+');
  await expect.poll(size).toBe(before + 24);
  await page.keyboard.press('-');
  await page.keyboard.press('Enter');
  await expect(page.getByText('12 of 12')).toBeVisible();
});

test('every look of the gallery passes axe', async ({ openDemo }) => {
  const { page } = await openDemo();
  const found: string[] = [];
  await openGallery(page);
  await choose(page, 'Group', 'By species');
  await expect(headers(page).first()).toBeVisible();
  for (const title of ['Best box', 'How the name came about', 'Time', 'Folder', 'More', 'Failure']) {
    await panel(page).getByText(title, { exact: true }).click();
  }
  await look(page, 'gallery, grouped, all filters open', found);
  await page.getByRole('radio', { name: 'Events' }).click();
  await look(page, 'gallery, events', found);
  await page.getByRole('radio', { name: 'Animals' }).click();
  await look(page, 'gallery, animals', found);
  expect(found).toEqual([]);
});
