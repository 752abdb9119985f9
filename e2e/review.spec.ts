import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BLANK } from '../src/domain/special-labels';
import { expect, test, waitForRun } from './app-test';
import { waitUntilReady } from './journey-steps';

/** Opens the image at this place of the gallery. */
async function openImage(page: Page, index: number): Promise<void> {
  await page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Gallery' }).click();
  await page.getByRole('gridcell').nth(index).click();
  await expect(page.getByRole('region', { name: 'Review' })).toBeVisible();
}

/** What is stored in the page's rows: path, labels, whether flagged. */
const reviews = (page: Page) =>
  page.evaluate(() =>
    window
      .understory!.store.getState()
      .open!.images.flatMap(({ filepath, review }) =>
        review === null
          ? []
          : [{ filepath, labels: review.observations?.map(({ label }) => label) ?? null, isFlagged: review.isFlagged }],
      ),
  );

const reviewedCount = (page: Page) => reviews(page).then((list) => list.length);

async function reopen(page: Page): Promise<void> {
  await page.reload();
  await waitUntilReady(page);
  await page.waitForFunction(() => window.understory!.store.getState().open?.loading === null);
}

test('an image is confirmed, changed and flagged by keys; undo and redo go all the way, also after a reload', async ({
  openDemo,
}) => {
  const { page } = await openDemo();
  await openImage(page, 0);
  const panel = page.getByRole('region', { name: 'Review' });
  await expect(panel).toContainText('Not reviewed');
  await page.keyboard.press('c'); // confirms, and goes on to the next image
  await expect(page.getByText('2 of 12', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByText('3 of 12', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('f'); // says nothing of what is there: stays
  await expect(panel.getByRole('button', { name: 'Remove flag' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('3 of 12', { exact: true }).first()).toBeVisible();

  const said = await reviews(page);
  expect(said).toHaveLength(3);
  expect(said[1]).toMatchObject({ labels: [BLANK] });
  expect(said[2]).toMatchObject({ labels: null, isFlagged: true });
  const machine = await page.evaluate(() => {
    const [first] = window.understory!.store.getState().open!.images;
    return first!.prediction?.label;
  });
  expect(said[0]!.labels![0]).toBe(machine);

  await reopen(page);
  expect(await reviews(page)).toEqual(said);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => reviewedCount(page)).toBe(2);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => reviewedCount(page)).toBe(0);
  await page.keyboard.press('ControlOrMeta+z'); // nothing is left: nothing happens
  await reopen(page);
  expect(await reviews(page)).toEqual([]);
  for (const count of [1, 2, 3]) {
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect.poll(() => reviewedCount(page)).toBe(count);
  }
  expect(await reviews(page)).toEqual(said);
});

test('an act is taken back before it is stored', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openImage(page, 0);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('understory-reviews');
        request.onsuccess = () => {
          // A transaction that goes on asking keeps all others that write waiting.
          const records = request.result.transaction('records', 'readwrite').objectStore('records');
          const held = window as { isStoreHeld?: boolean };
          held.isStoreHeld = true;
          const ask = () => {
            if (held.isStoreHeld === true) records.count('').onsuccess = ask;
            else request.result.close();
          };
          ask();
          resolve();
        };
      }),
  );
  const state = () =>
    page.evaluate(() => {
      const { reviewsUnderWay, open } = window.understory!.store.getState();
      return { reviewsUnderWay, ...open!.reviewing.history };
    });
  await page.keyboard.press('c');
  await expect(page.getByText('2 of 12', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  expect(await state()).toEqual({ reviewsUnderWay: 1, done: 0, undone: 0, revision: 0 });
  await page.evaluate(() => ((window as { isStoreHeld?: boolean }).isStoreHeld = false));
  await expect.poll(state).toEqual({ reviewsUnderWay: 0, done: 0, undone: 1, revision: 2 });
  expect(await reviews(page)).toEqual([]);
  await reopen(page);
  expect(await reviews(page)).toEqual([]);
});

test('what can be said of an animal is said in the panel, and both answers stay to be seen', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openImage(page, 0);
  const panel = page.getByRole('region', { name: 'Review' });
  const machine = (await page.getByRole('complementary').getByRole('heading', { level: 2 }).textContent())!;
  await panel.getByRole('button', { name: 'Confirm' }).click();
  await page.keyboard.press('ArrowLeft');
  await expect(panel.getByText('Confirmed')).toBeVisible();

  await panel.getByRole('button', { name: 'One more: Count' }).click();
  await panel.getByText('Sex, life stage, behaviour, individual').click();
  await panel.getByRole('combobox', { name: 'Sex' }).click();
  await page.getByRole('option', { name: 'Female' }).click();
  await panel.getByLabel('Behaviour').fill('drinks');
  await panel.getByLabel('Individual').fill('F7');
  await panel.getByLabel('Note').fill('ear <b>torn</b>');
  await panel.getByLabel('Note').blur();
  await expect
    .poll(() => page.evaluate(() => window.understory!.store.getState().open!.images[0]!.review))
    .toMatchObject({
      observations: [{ count: 2, sex: 'female', behavior: 'drinks', individual: 'F7' }],
      note: 'ear <b>torn</b>',
    });

  await panel.getByRole('button', { name: 'Vehicle' }).click();
  await page.keyboard.press('ArrowLeft');
  await expect(panel.getByText('Changed')).toBeVisible();
  await expect(panel.getByText(`The machine says: ${machine}`)).toBeVisible();
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText('Vehicle');
});

test('a run that is started over leaves reviews alone', async ({ open }) => {
  const { page } = await open(); // run here: a second run needs the photos
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
  await openImage(page, 0);
  await page.keyboard.press('b');
  await expect.poll(() => reviewedCount(page)).toBe(1);
  const said = await reviews(page);
  await page.evaluate(() => window.understory!.actions.startOver());
  await page.evaluate(() => window.understory!.actions.startRun());
  await waitForRun(page, 'finished');
  expect(await reviews(page)).toEqual(said);
});

test('the list of commands does everything by its words', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openImage(page, 0);
  await page.keyboard.press('ControlOrMeta+k');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await dialog.getByRole('combobox', { name: 'Search commands' }).fill('person mark');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => reviewedCount(page)).toBe(1);
  await page.keyboard.press('ControlOrMeta+k');
  await dialog.getByRole('combobox').fill('settings');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/settings$/);
});

test('a survey file takes reviews to another computer', async ({ openDemo, folder }) => {
  const first = await openDemo();
  await openImage(first.page, 0);
  await first.page.keyboard.press('v');
  await expect.poll(() => reviewedCount(first.page)).toBe(1);
  await first.page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Export' }).click();
  const dialog = first.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Understory survey file/ }).click();
  const download = first.page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^save/i }).click();
  const file = join(folder, 'other.understory.ndjson');
  await (await download).saveAs(file);
  expect(readFileSync(file, 'utf8')).toContain('"review":{"filepath":');

  const { page } = await openDemo();
  await page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Refine' }).click();
  await page.getByRole('link', { name: /Merge results of other computers/ }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: 'Take over reviews of 1 image' }).click();
  await expect.poll(() => reviewedCount(page)).toBe(1);
  await page.getByRole('button', { name: 'Undo the merge' }).click();
  await expect.poll(() => reviewedCount(page)).toBe(0);
});

const gallery = async (page: Page) => {
  await page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Gallery' }).click();
  await expect(page.getByRole('gridcell')).toHaveCount(12);
};
const selected = (page: Page) => page.locator('[role=gridcell][aria-selected=true]');

test('images are selected by click, keys and lasso, and reviewed together in one act', async ({ openDemo }) => {
  const { page } = await openDemo();
  await gallery(page);
  const cells = page.getByRole('gridcell');
  await cells.nth(0).click({ modifiers: ['ControlOrMeta'] });
  await cells.nth(3).click({ modifiers: ['Shift'] });
  await expect(selected(page)).toHaveCount(4);
  const bar = page.getByRole('region', { name: 'Selected images' });
  await expect(bar).toContainText('4 images selected');
  await bar.getByRole('button', { name: 'Confirm' }).click();
  await expect.poll(() => reviewedCount(page)).toBe(4);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => reviewedCount(page)).toBe(0);

  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveCount(0);
  await cells.nth(0).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(selected(page)).toHaveCount(3);
  await page.keyboard.press('Space');
  await expect(selected(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+a');
  await expect(selected(page)).toHaveCount(12);
  await page.keyboard.press('Escape');

  const first = (await cells.nth(0).boundingBox())!;
  const second = (await cells.nth(1).boundingBox())!;
  await page.mouse.move(first.x + 20, first.y + 60);
  await page.mouse.down();
  await page.mouse.move(second.x + 20, second.y + 80, { steps: 5 });
  await page.mouse.up();
  await expect(selected(page)).toHaveCount(2);
  await expect(page).toHaveURL(/gallery/); // the drag opened nothing
  await page.keyboard.press('f');
  await expect.poll(() => reviews(page)).toMatchObject([{ isFlagged: true }, { isFlagged: true }]);
});

test('the gallery shows what is not reviewed yet, and what was changed', async ({ openDemo }) => {
  const { page } = await openDemo();
  await gallery(page);
  await page.getByRole('gridcell').nth(0).focus();
  await page.keyboard.press('c');
  await page.keyboard.press('v'); // of the next one: the keyboard went on by itself
  await expect.poll(() => reviews(page)).toHaveLength(2);
  const side = page.getByRole('complementary').first();
  await side.getByRole('checkbox', { name: /^Changed/ }).click();
  await expect(page.getByRole('gridcell')).toHaveCount(1);
  await expect(page.getByRole('gridcell', { name: /^Vehicle.*changed by a person/ })).toBeVisible();
  await expect(page).toHaveURL(/review=changed/);
  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByRole('gridcell')).toHaveCount(1);
  await side.getByRole('checkbox', { name: /^Changed/ }).click();
  await side.getByRole('checkbox', { name: /^Not reviewed/ }).click();
  await expect(page.getByRole('gridcell')).toHaveCount(10);
});

test('boxes are drawn, moved, split and removed, and the detector’s come back', async ({ openDemo }) => {
  const { page } = await openDemo();
  await openImage(page, 0);
  await page.keyboard.press('e');
  const layer = page.getByRole('group', { name: 'Boxes that can be changed' });
  const boxes = layer.getByRole('button', { name: /^Box/ });
  await expect(boxes).toHaveCount(1);
  const area = (await layer.boundingBox())!;
  await page.mouse.move(area.x + area.width * 0.7, area.y + area.height * 0.6);
  await page.mouse.down();
  await page.mouse.move(area.x + area.width * 0.9, area.y + area.height * 0.8, { steps: 4 });
  await page.mouse.up();
  await expect(boxes).toHaveCount(2);
  await expect(boxes.nth(1)).toBeFocused();
  const stored = () => page.evaluate(() => window.understory!.store.getState().open!.images[0]!.review?.boxes ?? null);
  const drawn = (await stored())![1]!.bbox;
  expect(drawn[0]).toBeCloseTo(0.7, 1);
  expect(drawn[2]).toBeCloseTo(0.2, 1);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await stored())![1]!.bbox[0]).toBeCloseTo(drawn[0] - 0.005, 5);
  await page.keyboard.press('/');
  await expect(boxes).toHaveCount(3);
  await page.keyboard.press('Delete');
  await expect(boxes).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(boxes).toHaveCount(3);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Back to the detector’s boxes' }).click();
  await expect.poll(stored).toBeNull();
});
