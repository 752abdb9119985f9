import type { Page } from '@playwright/test';
import { look } from './accessibility-look';
import { expect, test } from './app-test';
import { waitUntilReady } from './journey-steps';

/** In the order of a folder's listing: what the machine calls the demonstration's photos. */
const BLANKS = ['North Ridge/IMG_0005.JPG', 'Waterhole/IMG_0004.JPG'];

async function openReview(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Review', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Review the results' })).toBeVisible();
}

const card = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name: new RegExp(`^${name}`) });

/** The main label that a person gave each image, by path. */
const saidLabels = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      window
        .understory!.store.getState()
        .open!.images.flatMap(({ filepath, review }) =>
          review?.observations == null ? [] : [[filepath, review.observations[0]!.label.split(';').at(-1)!]],
        ),
    ),
  );

const chooseLabel = async (page: Page, name: string) => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(name);
  await dialog
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await expect(dialog).toHaveCount(0);
};

test('a blank check is done to its end: it goes on after a reload, is undone, and its result is copied', async ({
  openDemo,
}) => {
  const { page } = await openDemo();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openReview(page);
  const name = page.getByRole('textbox', { name: 'Your name' });
  await name.fill('Ada');
  await name.blur();
  await expect(card(page, 'Blank check')).toContainText('0 of 2 blanks looked at');
  await card(page, 'Blank check').click();

  const question = page.getByRole('region', { name: 'Is anything in this photo?' });
  const result = page.getByRole('region', { name: 'Result so far' });
  await expect(result).toContainText('Nothing is looked at yet.');
  const first = await shownFile(page);
  await page.keyboard.press('b');
  await expect(result).toContainText('1 of 2 looked at, none had anything in it.');
  await expect(result).toContainText('95% interval 0% to 50%');
  await expect(result).toContainText('Not tight enough yet');
  await expect.poll(() => shownFile(page)).not.toBe(first);
  const second = await shownFile(page);

  await page.reload();
  await waitUntilReady(page);
  await expect(result).toContainText('1 of 2 looked at');
  expect(await shownFile(page)).toBe(second);

  await page.keyboard.press('a');
  await expect(page.getByText('All images called blank have been looked at')).toBeVisible();
  await expect(result).toContainText('50%');
  await expect(result).toContainText('this is the share itself, not an estimate');
  await expect(result).not.toContainText('interval');
  expect(Object.values(await saidLabels(page)).sort()).toEqual(['animal', 'blank']);

  await result.getByRole('button', { name: 'Copy the result' }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Images that the machine calls blank: 2, of 2 cameras');
  expect(text).toContain('Missed, of all images called blank: 50%');
  expect(text).toContain('Reviewer: Ada');

  await page.keyboard.press('Control+z');
  await expect(question).toBeVisible();
  expect(await shownFile(page)).toBe(second);
  await expect(result).toContainText('1 of 2 looked at');
  await page.keyboard.press('l');
  await chooseLabel(page, 'Red fox');
  await expect(result).toContainText('1 had something in it');
  expect(Object.values(await saidLabels(page)).sort()).toEqual(['blank', 'red fox']);
  await result.getByText('Images with something in them').click();
  await result.getByRole('button', { name: BLANKS.find((path) => path.endsWith(second))! }).click();
  await expect(question).toContainText('You said: something is here');
  await page.keyboard.press('n');
  await expect(result).toContainText('none had anything in it');
  expect(Object.values(await saidLabels(page))).toEqual(['blank', 'blank']);

  await page.getByRole('radio', { name: '99%' }).click();
  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByRole('radio', { name: '99%' })).toBeChecked();
});

/** The name of the photo on the screen. */
async function shownFile(page: Page): Promise<string> {
  const name = await page.getByRole('main').getByRole('img').first().getAttribute('alt');
  return name!.split(', ').at(-1)!;
}

test('events are confirmed as a whole, with the highest count on its frame, and undone as a whole', async ({
  openDemo,
}) => {
  const { page } = await openDemo();
  await openReview(page);
  await expect(card(page, 'Event by event')).toContainText('0 of 11 events reviewed');
  await card(page, 'Event by event').click();
  const panel = page.getByRole('complementary', { name: 'This event shows' });
  await expect(panel).toContainText('Event 1 of 11');
  await expect(panel.getByRole('heading', { name: 'Red fox' })).toBeVisible();
  await page.keyboard.press('c');

  // Two frames three seconds apart: a genus and a species of it, with two animals in the second.
  await expect(panel).toContainText('Event 2 of 11');
  await expect(panel.getByRole('heading', { name: 'White-tailed deer' })).toBeVisible();
  await expect(panel).toContainText('1 frame: White-tailed deer, as it is');
  await expect(panel).toContainText('1 frame: Odocoileus species becomes White-tailed deer');
  const frames = page.getByRole('list', { name: 'Frames of the event' }).getByRole('button');
  await expect(frames).toHaveCount(2);
  await page.keyboard.press('ArrowLeft');
  await expect(frames.nth(0)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(frames.nth(1)).toHaveAttribute('aria-current', 'true');
  const count = panel.getByRole('textbox', { name: 'Highest count' });
  await count.fill('4');
  await count.press('Enter'); // finishes it as leaving does
  await expect(panel).toContainText('Count 4 on frame 2');
  await panel.getByRole('button', { name: 'Confirm the event' }).click();
  await expect(panel).toContainText('Event 3 of 11');
  const counts = () =>
    page.evaluate(() =>
      window
        .understory!.store.getState()
        .open!.images.slice(1, 3)
        .map(({ review }) => [review?.observations?.[0]?.label.split(';').at(-1), review?.observations?.[0]?.count]),
    );
  // The screen goes on at once; the review is shown when it is stored.
  await expect.poll(async () => (await counts())[1]).toEqual(['white-tailed deer', 4]);
  expect((await counts())[0]![0]).toBe('white-tailed deer');

  await page.keyboard.press('Control+z');
  await expect(panel).toContainText('Event 2 of 11');
  await expect.poll(counts).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await counts())[1]).toEqual(['white-tailed deer', 4]);
  await page.keyboard.press(']');
  await expect(panel).toContainText('Event 3 of 11');

  await page.keyboard.press('b');
  await expect(panel).toContainText('Event 4 of 11');
  await page.keyboard.press('l');
  await chooseLabel(page, 'Coyote');
  await expect(panel).toContainText('Event 5 of 11');
  await expect
    .poll(() => saidLabels(page))
    .toMatchObject({
      'North Ridge/IMG_0004.JPG': 'blank',
      'North Ridge/IMG_0005.JPG': 'coyote',
    });

  // Reviewed events are stepped over, unless they are asked for.
  await page.keyboard.press('[');
  await expect(panel).toContainText('Event 5 of 11');
  await page.getByRole('checkbox', { name: 'Also reviewed events' }).click();
  await page.keyboard.press('[');
  await expect(panel).toContainText('Event 4 of 11');
  await expect(panel).toContainText('This event is reviewed');
  await page.reload();
  await waitUntilReady(page);
  await expect(panel).toContainText('Event 5 of 11');
});

test('agreement of machine and person is counted at a level, and each number leads to its images', async ({
  openDemo,
}) => {
  const { page } = await openDemo();
  await openReview(page);
  await card(page, 'Agreement').click();
  await expect(page.getByText('Nothing is reviewed yet')).toBeVisible();
  await page.evaluate(async () => {
    const { actions, store } = window.understory!;
    const { images, labels } = store.getState().open!;
    const files = images.map(({ filepath }) => filepath);
    const named = (name: string) => labels.find((line) => line.endsWith(`;${name}`))!;
    await actions.review(files.slice(0, 5), { kind: 'confirm' });
    await actions.review([files[5]!], { kind: 'label', label: named('coyote') });
    await actions.review([files[8]!], { kind: 'label', label: named('plains zebra') });
  });
  const main = page.getByRole('main');
  await expect(main).toContainText('5 of 7 images');
  const table = page.getByRole('region', { name: 'What the machine takes for what' });
  const zebra = table.getByRole('link', { name: '1 image: machine Equus species, person Plains zebra' });
  await zebra.click();
  await expect(page).toHaveURL(/gallery\?cell=species\|/);
  await expect(page.getByRole('gridcell')).toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Machine says');
  await page.reload(); // the address holds it
  await waitUntilReady(page);
  await expect(page.getByRole('gridcell')).toHaveCount(1);
  await page.getByRole('gridcell').click();
  await expect(page).toHaveURL(/IMG_0002\.JPG$/);
  await page.goBack();
  await expect(page.getByRole('gridcell')).toHaveCount(1);
  await page.goBack();
  await expect(zebra).toBeVisible();
  // Each cell has as many images as the gallery then shows.
  const cells = await table.getByRole('cell').getByRole('link').all();
  expect(cells.length).toBeGreaterThan(4);
  for (const cell of cells) {
    const count = Number(await cell.textContent());
    await cell.click();
    await expect(page.getByRole('gridcell')).toHaveCount(count);
    await page.goBack();
    await expect(zebra).toBeVisible();
  }

  const precision = page.getByRole('region', { name: 'Precision and recall' });
  await expect(precision.getByRole('row', { name: /^Red fox/ })).toContainText('100%');
  // A genus in place of its species is right at the level of the genus.
  await page.getByRole('radio', { name: 'Genus' }).click();
  await expect(main).toContainText('6 of 7 images');
  await page.getByRole('radio', { name: 'Class' }).click();
  await expect(table.getByRole('link', { name: '4 images: both say Mammals' })).toHaveCount(0);
  await expect(table.getByRole('link', { name: '6 images: both say Mammals' })).toBeVisible();
});

test('species, people and uncertain images are gone through with the keyboard alone', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openReview(page);
  await card(page, 'One species at a time').focus();
  await page.keyboard.press('Enter');
  const species = page.getByRole('combobox', { name: 'Species' });
  await species.fill('Red fox');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  const boxes = page.getByRole('list', { name: 'Animals with this name' }).getByRole('button');
  await expect(boxes).toHaveCount(1);
  await boxes.first().focus();
  await page.keyboard.press('Space');
  await expect(boxes.first()).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Relabel the 1 chosen' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(boxes.first()).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Space');
  await page.keyboard.press('l');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('coyote');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The next species is shown before the act is stored; it can be taken back all the same.
  await expect(page.getByText('All images called Red fox are reviewed. Now')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(boxes).toHaveText(['0.95']);
  await expect(boxes).toHaveAccessibleName('IMG_0001.JPG, box 1');
  await page.keyboard.press('c');
  await expect(page.getByText('All images called Red fox are reviewed. Now')).toBeVisible();
  await expect.poll(() => saidLabels(page)).toEqual({ 'North Ridge/IMG_0001.JPG': 'red fox' });

  await page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Review' }).focus();
  await page.keyboard.press('Enter');
  await card(page, 'People first').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('0 of 1 reviewed')).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByText('All images with people are settled')).toBeVisible();
  const flagged = () =>
    page.evaluate(() =>
      window
        .understory!.store.getState()
        .open!.images.flatMap(({ filepath, review }) => (review?.isFlagged === true ? [filepath] : [])),
    );
  await expect.poll(flagged).toEqual(['North Ridge/IMG_0007.JPG']);

  await page.getByRole('link', { name: 'Back to Review' }).focus();
  await page.keyboard.press('Enter');
  await card(page, 'Uncertain first').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 12 reviewed')).toBeVisible();
  const first = await shownFile(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('2 of 12', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('c');
  await expect(page.getByText('2 of 12 reviewed')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('1 of 12 reviewed')).toBeVisible();
  await expect.poll(() => shownFile(page)).toBe(first);
});

test('no review screen breaks a rule of accessibility', async ({ openDemo }) => {
  test.setTimeout(300_000);
  const { page } = await openDemo();
  await openReview(page);
  await page.evaluate(async () => {
    const { actions, store } = window.understory!;
    const files = store.getState().open!.images.map(({ filepath }) => filepath);
    await actions.review(files.slice(0, 3), { kind: 'confirm' });
  });
  const found: string[] = [];
  await look(page, 'overview', found);
  for (const name of [
    'Blank check',
    'Event by event',
    'Uncertain first',
    'One species at a time',
    'People first',
    'Agreement of machine and person',
  ]) {
    await card(page, name).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByText('Putting the images in order')).toHaveCount(0);
    await look(page, name, found);
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Review the results' })).toBeVisible();
  }
  expect(found).toEqual([]);
});
