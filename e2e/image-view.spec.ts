import { join } from 'node:path';
import type { CDPSession, Locator, Page } from '@playwright/test';
import { look } from './accessibility-look';
import { expect, test, waitForRun } from './app-test';
import { addPackage, DEMO, openFolder, waitUntilReady } from './journey-steps';
import { copyTimedPhotos, type TimedPhoto } from './timed-photos';

const FOX = 'North Ridge/IMG_0001.JPG';
const DEER = 'North Ridge/IMG_0002.JPG';
const TWO_DEER = 'North Ridge/IMG_0003.JPG';
const NIGHT = 'North Ridge/IMG_0006.JPG';
const ZEBRA = 'Waterhole/IMG_0002.JPG';
const PHOTO = { width: 1280, height: 960 };

const at = (second: number) =>
  `2026:05:02 07:${String(15 + Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;

/** One event: twice the same photo, the same place again, night, and another shape at the end. */
const VISIT: readonly TimedPhoto[] = [DEER, DEER, TWO_DEER, NIGHT, ZEBRA].map((photo, index) => ({
  photo,
  takenAt: at(index * 20),
}));

/** Runs the demonstration's models on photos with these times, and opens the first of them. */
async function openFirst(page: Page, folder: string, photos: readonly TimedPhoto[]): Promise<void> {
  const card = join(folder, 'Card');
  copyTimedPhotos(join(card, 'CAM1'), photos);
  await addPackage(page, join(DEMO, 'package'));
  await openFolder(page, card);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForRun(page, 'finished');
  await page.getByRole('link', { name: 'Gallery' }).first().click();
  await page.getByRole('gridcell').first().click();
  await expect(strip(page)).toBeVisible();
}

const strip = (page: Page) => page.getByRole('region', { name: 'Film strip' });
const current = (page: Page) => strip(page).locator('[aria-current="true"]');
const photo = (page: Page): Locator => page.getByRole('main').getByRole('img', { name: /\.JPG$/ });
const expectPhoto = (page: Page, number: number) =>
  expect(page).toHaveURL(new RegExp(`IMG_${String(number).padStart(4, '0')}\\.JPG$`));

/** The photo's place on the screen when it is there in full. */
async function boxOf(page: Page) {
  await expect
    .poll(() => photo(page).evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBe(PHOTO.width);
  const { x, y, width, height } = (await photo(page).boundingBox())!;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** Hundredths of a px: what is left over is the browser's arithmetic. */
const round = (px: number) => Math.round(px * 100) / 100;

/** Which part of the photo lies under a point of the screen, as fractions of the photo. */
async function under(page: Page, point: { readonly x: number; readonly y: number }) {
  const box = await boxOf(page);
  return { x: (point.x - box.x) / box.width, y: (point.y - box.y) / box.height };
}

async function expectUnder(page: Page, point: { x: number; y: number }, expected: { x: number; y: number }) {
  const found = await under(page, point);
  expect(found.x).toBeCloseTo(expected.x, 2);
  expect(found.y).toBeCloseTo(expected.y, 2);
}

/** Mean light, 0 to 255, of what the screen shows around the middle of the photo. */
async function lightOf(page: Page): Promise<number> {
  const box = await boxOf(page);
  const clip = { x: box.x + box.width / 4, y: box.y + box.height / 4, width: box.width / 2, height: box.height / 2 };
  const png = (await page.screenshot({ type: 'png', clip })).toString('base64');
  return page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    canvas.drawImage(bitmap, 0, 0);
    const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    let sum = 0;
    for (let pixel = 0; pixel < data.length; pixel += 4) sum += data[pixel]! + data[pixel + 1]! + data[pixel + 2]!;
    return sum / ((data.length / 4) * 3);
  }, png);
}

test('zoom, magnifier and fingers show the part of the photo that is asked for', async ({ open, folder }) => {
  const { page, context } = await open();
  await openFirst(page, folder, VISIT);
  await zoomAndMove(page);
  await magnify(page);
  await useFingers(page, await context.newCDPSession(page));
});

async function zoomAndMove(page: Page): Promise<void> {
  const fitted = await boxOf(page);
  const point = { x: fitted.x + fitted.width * 0.3, y: fitted.y + fitted.height * 0.6 };
  await page.mouse.move(point.x, point.y);
  const there = await under(page, point);

  for (let notch = 0; notch < 6; notch++) await page.mouse.wheel(0, -100);
  await expect.poll(async () => (await boxOf(page)).width).toBeGreaterThan(fitted.width * 3);
  await expectUnder(page, point, there);
  await page.keyboard.down('Control');
  const wide = (await boxOf(page)).width;
  await page.mouse.wheel(0, -20);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await boxOf(page)).width).toBeGreaterThan(wide * 1.15);
  await expectUnder(page, point, there);

  const before = await boxOf(page);
  await page.mouse.down();
  await page.mouse.move(point.x + 50, point.y + 30, { steps: 4 });
  await page.mouse.up();
  const dragged = await boxOf(page);
  expect(dragged.x - before.x).toBeCloseTo(50, 0);
  expect(dragged.y - before.y).toBeCloseTo(30, 0);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  const moved = await boxOf(page);
  expect(moved.x - dragged.x).toBeCloseTo(-80, 0);
  expect(moved.y - dragged.y).toBeCloseTo(80, 0);
  await expectPhoto(page, 1); // arrows with Shift are no arrows to the next image

  await page.keyboard.press('0');
  expect(await boxOf(page)).toEqual(fitted);
  await page.keyboard.press('z');
  expect(await boxOf(page)).toMatchObject(PHOTO);
  await page.getByRole('button', { name: 'Fit the photo to the window' }).click();
  expect(await boxOf(page)).toEqual(fitted);
  await page.mouse.dblclick(point.x, point.y);
  expect(await boxOf(page)).toMatchObject(PHOTO);
  await expectUnder(page, point, there);
  await page.mouse.dblclick(point.x, point.y);
  expect(await boxOf(page)).toEqual(fitted);

  await page.keyboard.press('z');
  await page.keyboard.press('ArrowRight');
  await expectPhoto(page, 2);
  expect(await boxOf(page)).toEqual(fitted);
  await page.keyboard.press('Shift+Z');
  await expect(page.getByRole('button', { name: 'Keep zoom and place for the next photo' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('z');
  await page.keyboard.press('Shift+ArrowLeft');
  const kept = await boxOf(page);
  await page.keyboard.press('ArrowRight');
  await expectPhoto(page, 3);
  expect(await boxOf(page)).toEqual(kept);
  for (const key of ['Shift+Z', '0', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
}

async function useFingers(page: Page, cdp: CDPSession): Promise<void> {
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
  const fitted = await boxOf(page);
  const [x, y] = [fitted.x + fitted.width / 2, fitted.y + fitted.height / 2];

  await slide(cdp, [{ from: { x: x + 120, y }, to: { x: x - 80, y: y + 10 } }]);
  await expectPhoto(page, 2);
  await slide(cdp, [{ from: { x: x - 80, y }, to: { x: x + 80, y } }]);
  await expectPhoto(page, 1);
  await slide(cdp, [{ from: { x, y: y - 90 }, to: { x: x + 20, y: y + 90 } }]);
  await expectPhoto(page, 1);

  const between = await under(page, { x, y });
  await slide(cdp, [
    { from: { x: x - 50, y }, to: { x: x - 150, y } },
    { from: { x: x + 50, y }, to: { x: x + 150, y } },
  ]);
  expect((await boxOf(page)).width / fitted.width).toBeCloseTo(3, 1);
  await expectUnder(page, { x, y }, between);
  const large = await boxOf(page);
  await slide(cdp, [
    { from: { x: x - 50, y }, to: { x: x - 90, y: y - 30 } },
    { from: { x: x + 50, y }, to: { x: x + 10, y: y - 30 } },
  ]);
  const moved = await boxOf(page);
  expect(moved.width).toBeCloseTo(large.width, -1);
  expect(moved.x - large.x).toBeCloseTo(-40, -1);
  expect(moved.y - large.y).toBeCloseTo(-30, -1);
  await slide(cdp, [{ from: { x: x + 120, y }, to: { x: x - 80, y } }]);
  await expectPhoto(page, 1); // a zoomed photo is moved, not turned over
}

interface Way {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Fingers go down, along their ways in ten steps, and up. */
async function slide(cdp: CDPSession, ways: readonly Way[]): Promise<void> {
  const pointsAt = (share: number) =>
    ways.map(({ from, to }, id) => ({
      id,
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
    }));
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: pointsAt(0) });
  for (let step = 1; step <= 10; step++) {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: pointsAt(step / 10) });
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('the picture is made lighter, darker, inverted and put back; the sign says so, also after a reload', async ({
  open,
  folder,
}) => {
  const { page } = await open();
  await openFirst(page, folder, VISIT);
  const factsOf = () =>
    page.evaluate(() => JSON.stringify(window.understory!.store.getState().open!.images.map((one) => one.inference)));
  const facts = await factsOf();
  await page.keyboard.press('h');
  const asItIs = await lightOf(page);
  await page.getByRole('button', { name: 'Brightness, contrast, invert' }).click();
  const panel = page.getByRole('region', { name: 'Brightness, contrast, invert' });
  const brightness = panel.getByRole('slider', { name: 'Brightness' });
  await brightness.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  await expect(brightness).toHaveAttribute('aria-valuetext', '×2');
  await expect(page.getByText('Picture changed: brightness ×2')).toBeVisible();
  expect(await lightOf(page)).toBeGreaterThan(asItIs * 1.3);
  await panel.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('Picture changed')).toHaveCount(0);
  expect(await lightOf(page)).toBeCloseTo(asItIs, 0);
  await panel.getByRole('slider', { name: 'Contrast' }).focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expectPhoto(page, 1); // Escape closed the panel only

  await page.keyboard.press('q');
  await page.keyboard.press('q');
  await expect(page.getByText('brightness ×0.707')).toBeVisible();
  expect(await lightOf(page)).toBeLessThan(asItIs * 0.8);
  await page.keyboard.press('x');
  await page.keyboard.press('t');
  await expect(page.getByText('dark parts ×1.19')).toBeVisible();
  expect(await lightOf(page)).toBeGreaterThan(asItIs + 5);
  await page.keyboard.press('x');
  await page.keyboard.press('i');
  // The line that names the change takes a little of the photo's height, so other pixels are averaged.
  expect(Math.abs((await lightOf(page)) - (255 - asItIs))).toBeLessThan(1);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Picture changed: inverted')).toBeVisible();

  await page.reload();
  await waitUntilReady(page);
  await expectPhoto(page, 2);
  await expect(page.getByText('Picture changed: inverted')).toBeVisible();
  await page.getByRole('button', { name: 'Show the picture as it is' }).click();
  await expect(page.getByText('Picture changed')).toHaveCount(0);
  expect(await factsOf()).toBe(facts);
});

/** The photo's own pixels, doubled, where the pointer is. */
async function magnify(page: Page): Promise<void> {
  const fitted = await boxOf(page);
  const point = { x: fitted.x + fitted.width * 0.4, y: fitted.y + fitted.height * 0.5 };
  const there = await under(page, point);
  const inLens = () =>
    page.evaluate((width) => {
      const image = [...document.images].find((one) => Math.abs(one.getBoundingClientRect().width - width) < 1);
      return image?.getBoundingClientRect().toJSON() as
        { x: number; y: number; width: number; height: number } | undefined;
    }, 2 * PHOTO.width);
  expect(await inLens()).toBeUndefined();
  await page.keyboard.press('m');
  await page.mouse.move(point.x, point.y);
  await expect
    .poll(async () => {
      const glass = await inLens();
      return glass === undefined ? null : Math.round(((point.x - glass.x) / glass.width) * 100);
    })
    .toBe(Math.round(there.x * 100));
  const glass = (await inLens())!;
  expect((point.y - glass.y) / glass.height).toBeCloseTo(there.y, 2);
  await page.keyboard.press('m');
  expect(await inLens()).toBeUndefined();

  await page.keyboard.down('m');
  await expect.poll(inLens).toBeDefined();
  await page.waitForTimeout(500); // held, not pressed
  await page.keyboard.up('m');
  await expect.poll(inLens).toBeUndefined();
  const button = page.getByRole('button', { name: /^Magnifier/ });
  await button.click();
  await expect.poll(inLens).toBeDefined();
  await button.click();
  await expect.poll(inLens).toBeUndefined();
}

test('the film strip moves through the event; it plays; the difference to the photo before shows what changed', async ({
  open,
  folder,
}) => {
  const { page } = await open();
  await openFirst(page, folder, VISIT);
  await expect(strip(page)).toContainText('1 of 5');
  await expect(current(page)).toHaveAccessibleName(/^Photo 1 of 5: .*7:15:00/);
  await page.keyboard.press('.');
  await expectPhoto(page, 2);
  await expect(current(page)).toHaveAccessibleName(/^Photo 2 of 5/);
  await strip(page)
    .getByRole('button', { name: /^Photo 4 of 5/ })
    .click();
  await expectPhoto(page, 4);
  await page.keyboard.press('Home'); // the frame that was clicked has the focus
  await expectPhoto(page, 1);
  await expect(current(page)).toBeFocused();
  await page.keyboard.press(',');
  await expectPhoto(page, 1);
  await expect(strip(page).getByRole('button', { name: 'Previous photo of the event' })).toBeDisabled();

  await page.keyboard.press('h');
  await page.keyboard.press('d');
  await expect(page.getByText('No difference: this is the first photo of its event')).toBeVisible();
  const plain = await lightOf(page);
  expect(plain).toBeGreaterThan(20);
  await page.keyboard.press('.');
  await expect(page.getByText(/^Difference to the photo before, .*7:15:00.*×4$/)).toBeVisible();
  expect(await lightOf(page)).toBeLessThan(1); // the same photo twice
  await page.keyboard.press('.');
  await expect(page.getByText(/^Difference to the photo before, .*7:15:20.*×4$/)).toBeVisible();
  const changed = await lightOf(page);
  expect(changed).toBeGreaterThan(2);
  await page.keyboard.press('j');
  await page.getByRole('radiogroup', { name: 'Amplified' }).getByRole('radio', { name: '×16' }).click();
  await expect(page.getByText(/^Difference to the photo before, .*×16$/)).toBeVisible();
  expect(await lightOf(page)).toBeGreaterThan(changed * 1.5);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await strip(page)
    .getByRole('button', { name: /^Photo 5 of 5/ })
    .click();
  await expect(page.getByText('No difference: the photo before has another size')).toBeVisible();
  await page.getByRole('button', { name: 'Show the photo itself' }).click();
  await expect(page.getByText('difference:')).toHaveCount(0);

  await page.keyboard.press('.');
  await expectPhoto(page, 5);
  await page.keyboard.press('>');
  await page.keyboard.press('>');
  await expect(page.getByRole('radio', { name: '8/s' })).toBeChecked();
  await page.getByRole('radio', { name: '4/s' }).click(); // and the keys go on working
  const address = page.url();
  await page.keyboard.press('k');
  await expect(page.getByText(/^Playing [1-4] of 5$/)).toBeVisible(); // on from the last, round and round
  expect(page.url()).toBe(address);
  await page.keyboard.press('k');
  const name = await current(page).getAttribute('aria-label');
  const number = Number(/^Photo (\d)/.exec(name!)![1]);
  await expect(page.getByText(/^Playing/)).toHaveCount(0);
  await expectPhoto(page, number);
  await page.reload();
  await waitUntilReady(page);
  await expectPhoto(page, number);
  await expect(strip(page)).toContainText(`${number} of 5`);
  await expect(page.getByRole('radio', { name: '4/s' })).toBeChecked();
  await page.keyboard.press('r');
  await expect(strip(page).getByRole('listitem')).toHaveCount(0);
  await page.reload();
  await waitUntilReady(page);
  await expect(strip(page)).toContainText(`${number} of 5`);
  await expect(strip(page).getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('r');

  for (const key of ['d', 'i', 'j', 'm']) await page.keyboard.press(key);
  const found: string[] = [];
  await look(page, 'image, looked at closely', found);
  expect(found).toEqual([]);
  await expectToFitPhones(page);
  await page.keyboard.press('Escape'); // the panel
  await page.keyboard.press('Escape');
  await expect(page.getByRole('gridcell')).toHaveCount(VISIT.length);
});

test('a long event is drawn as far as it is on the screen, and a pause within it is marked', async ({
  open,
  folder,
}) => {
  const { page } = await open();
  const long = Array.from({ length: 40 }, (_, index) => ({ photo: FOX, takenAt: at(index < 39 ? index : 138) }));
  await openFirst(page, folder, long);
  await page.getByRole('link', { name: 'Refine' }).first().click();
  await page.getByRole('link', { name: /^Events and smoothing/ }).click();
  await page.getByRole('radio', { name: '60 min' }).click();
  await page
    .getByRole('link', { name: /^Open the first photo of/ })
    .first()
    .click();
  await expect(strip(page)).toContainText('1 of 40');
  const frames = strip(page).getByRole('listitem');
  await expect(frames.first()).toBeVisible();
  expect(await frames.count()).toBeLessThan(30);
  await current(page).focus();
  await page.keyboard.press('End');
  await expectPhoto(page, 40);
  await expect(current(page)).toBeFocused();
  await expect(current(page)).toBeInViewport({ ratio: 1 });
  await expect(current(page)).toContainText('+1:40');

  await page.keyboard.press('z');
  await page.keyboard.press('Shift+ArrowLeft');
  const place = await boxOf(page);
  await page.keyboard.press('k');
  await expect(page.getByText(/^Playing (?!40)\d+ of 40$/)).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.getByText(/^Playing/)).toHaveCount(0);
  expect(await boxOf(page)).toEqual(place); // zoom and place stay from photo to photo
});

/** Nothing is wider than the screen, and every tool can be hit. */
async function expectToFitPhones(page: Page): Promise<void> {
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const beyond = await page.getByRole('main').evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(beyond).toBe(0);
    for (const tool of await page.getByRole('group', { name: 'Picture tools' }).getByRole('button').all()) {
      expect((await tool.boundingBox())!.width).toBeGreaterThanOrEqual(24);
    }
  }
}
