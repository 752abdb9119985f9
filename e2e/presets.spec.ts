import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FactSpeed } from '../src/domain/fast-detector/fact-speed';
import { secondLookImages } from '../src/domain/fast-detector/second-look';
import { look } from './accessibility-look';
import { expect, hasShared, SHARED, test, waitForRun, WITHOUT_SHARED } from './app-test';
import { addPackage, copyPhotos, DEMO_PHOTOS, openFolder, storedFiles, waitUntilReady } from './journey-steps';
import { copyTimedPhotos } from './timed-photos';

const MAKE = 'Make a fast detector from this one';

const speedsOf = (page: Page): Promise<readonly (FactSpeed | null)[]> =>
  page.evaluate(() =>
    window.understory!.store.getState().open!.images.map(({ inference }) => inference?.speed ?? null),
  );

/** The boxes of each photo, as text. */
const boxesOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      window
        .understory!.store.getState()
        .open!.images.map(({ filepath, inference }) => [filepath, JSON.stringify(inference?.detections)]),
    ),
  );

const hasFastDetector = (page: Page) =>
  page.evaluate(() => window.understory!.store.getState().packages.some(({ fastDetector }) => fastDetector));

const exportOf = (page: Page, format: string) =>
  page.evaluate(async (id) => (await window.understory!.actions.previewExport(id)).text, format);

const goToSetup = (page: Page) => page.getByRole('link', { name: 'Set-up' }).click();
const speedRow = (page: Page) => page.getByRole('region', { name: 'Speed', exact: true });

/** Begins to make a fast detector with the open survey's photos. */
async function make(page: Page, way: RegExp): Promise<void> {
  const card = speedRow(page).getByRole('radio', { name: way });
  if (!(await card.isVisible())) await speedRow(page).getByText('Make a fast detector', { exact: true }).click();
  await card.click();
  await speedRow(page).getByRole('button', { name: MAKE }).click();
}

async function startRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Start|Continue) run/ }).click();
  await waitForRun(page, 'finished');
}

/** The photos that a second look repeats, by the rule itself. */
async function doubtfulOf(page: Page): Promise<readonly string[]> {
  await page.waitForFunction(() => {
    const { events } = window.understory!.store.getState().open!;
    return events.found !== null && !events.isFinding;
  });
  const { facts, events } = await page.evaluate(() => {
    const open = window.understory!.store.getState().open!;
    return { facts: open.images.map(({ inference }) => inference), events: [...open.events.found!.eventIdOf] };
  });
  const steps = secondLookImages(facts, { eventIdOf: new Map(events) }, () => false);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.map(({ filepath }) => filepath);
  }
}

test('a fast detector is made without a network, used, looked after and removed', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  // One event, so that its blank photos are doubtful.
  const names = Array.from({ length: 7 }, (_, index) => `North Ridge/IMG_000${index + 1}.JPG`);
  const more = Array.from({ length: 5 }, (_, index) => `Waterhole/IMG_000${index + 1}.JPG`);
  copyTimedPhotos(
    photos,
    [...names, ...more].map((photo, index) => ({ photo, takenAt: `2026:03:04 05:06:${10 + index}` })),
  );
  cpSync(photos, join(folder, 'Again'), { recursive: true });
  const { page, context } = await open({ from: 'package' });
  await context.setOffline(true);
  await page.reload();
  await waitUntilReady(page);
  await openFolder(page, photos);

  const row = speedRow(page);
  await expect(row.getByRole('radio', { name: /^Reference/ })).toBeChecked();
  await expect(row.getByRole('radio', { name: /^Fast/ })).toBeDisabled();
  const before = await storedFiles(page);
  await make(page, /^Smaller pictures \(640\spx\)/);
  await expect(row.getByText(/The fast detector is ready/)).toBeVisible({ timeout: 60_000 });
  const made = await page.evaluate(() => window.understory!.store.getState().packages[0]!.fastDetector!);
  expect(made).toMatchObject({ way: 'smaller-input', calibratedOn: [], files: [] });
  expect(made.agreement.images).toBe(DEMO_PHOTOS);

  await row.getByRole('radio', { name: /^Fast/ }).click();
  await startRun(page);
  expect((await speedsOf(page)).map((speed) => speed?.preset)).toEqual(Array<string>(DEMO_PHOTOS).fill('fast'));
  await expect(page.getByText(`Fast: ${made.name}`)).toBeVisible();
  expect(await exportOf(page, 'speciesnet')).toContain('+fast-smaller-input');

  // The page is reloaded: what was made and what was said are still there.
  await page.reload();
  await waitUntilReady(page);
  await openFolder(page, photos);
  await goToSetup(page);
  await expect(row.getByRole('radio', { name: /^Fast/ })).toBeChecked();
  const doubtful = await doubtfulOf(page);
  expect(doubtful.length).toBeGreaterThan(0);
  expect(doubtful.length).toBeLessThan(DEMO_PHOTOS);
  const count = `${doubtful.length} ${doubtful.length === 1 ? 'photo' : 'photos'}`;
  await row.getByRole('button', { name: `Give ${count} a second look` }).click();
  await waitForRun(page, 'finished');
  await expect(page.getByText('Second look by the reference detector')).toBeVisible();
  const looked = await speedsOf(page);
  expect(looked.filter((speed) => speed?.preset === 'second-look')).toHaveLength(doubtful.length);
  expect(looked.filter((speed) => speed?.preset === 'fast')).toHaveLength(DEMO_PHOTOS - doubtful.length);
  const after = await boxesOf(page);
  await goToSetup(page);
  await expect(row.getByText('Nothing is doubtful')).toBeVisible();

  await page.getByRole('link', { name: 'Models' }).first().click();
  const section = page.getByRole('region', { name: /^Fast detector of/ });
  await expect(section.getByText(/the same boxes in/)).toBeVisible();
  await section.getByRole('button', { name: 'Remove the fast detector' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove the fast detector' }).click();
  await expect(section.getByText(/the same boxes in/)).toHaveCount(0);
  await expect.poll(() => storedFiles(page)).toBe(before);
  expect((await speedsOf(page)).filter((speed) => speed !== null)).toHaveLength(DEMO_PHOTOS); // results go on saying it

  // The second look gave the answers that a run by the reference's detector gives.
  await openFolder(page, join(folder, 'Again'));
  await startRun(page);
  const reference = await boxesOf(page);
  for (const filepath of doubtful) expect(after[filepath], filepath).toBe(reference[filepath]);
  expect(await speedsOf(page)).toEqual(Array<null>(DEMO_PHOTOS).fill(null));
});

test('a detector that whole numbers break is refused; cancelled, cut off or short of photos, none is stored', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'Ridge');
  copyPhotos(photos);
  const { page } = await open({ from: 'package' });
  await openFolder(page, photos);
  const before = await storedFiles(page);
  const row = speedRow(page);
  await make(page, /^Whole numbers/);
  await expect(row.getByText(/not good enough to stand in for it/)).toBeVisible({ timeout: 60_000 });
  await expect(row.getByText(/the same boxes in/)).toBeVisible(); // what was measured is shown all the same
  const found: string[] = [];
  await look(page, 'a refused fast detector', found);
  expect(found).toEqual([]);
  await expect(row.getByRole('radio', { name: /^Fast/ })).toBeDisabled();

  await make(page, /^Smaller pictures \(640\spx\)/);
  await row.getByRole('button', { name: 'Cancel' }).click();
  await expect(row.getByText('Cancelled. Nothing was stored.')).toBeVisible();
  await make(page, /^Smaller pictures \(640\spx\)/);
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /reference detector, [1-9]/);
  await page.reload();
  await waitUntilReady(page);
  expect(await hasFastDetector(page)).toBe(false);

  const broken = join(folder, 'Broken');
  copyPhotos(broken);
  for (let index = 1; index <= 7; index++) {
    writeFileSync(join(broken, 'card 0', 'North Ridge', `IMG_000${index}.JPG`), 'no picture');
  }
  await openFolder(page, broken);
  await make(page, /^Smaller pictures \(640\spx\)/);
  await expect(row.getByText('5 readable photos are too few')).toBeVisible({ timeout: 60_000 });
  expect(await hasFastDetector(page)).toBe(false);
  expect(await storedFiles(page)).toBe(before);
});

test('while another tab has a run, none is made; a package that is removed meanwhile takes its own along', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'Ridge');
  copyPhotos(photos, 2);
  cpSync(photos, join(folder, 'Other'), { recursive: true });
  const { page, context, url } = await open({ from: 'package' });
  await openFolder(page, photos);
  await page.getByRole('button', { name: /^Start run/ }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await waitForRun(page, 'paused');

  const other = await context.newPage();
  await other.goto(url);
  await waitUntilReady(other);
  await openFolder(other, join(folder, 'Other'));
  const before = await storedFiles(other);
  await make(other, /^Smaller pictures \(640\spx\)/);
  await expect(speedRow(other).getByText(/A survey’s run has the networks/)).toBeVisible();

  await page.getByRole('button', { name: 'Stop' }).click();
  await waitForRun(page, 'stopped');
  await make(other, /^Smaller pictures \(640\spx\)/);
  await expect(speedRow(other).getByRole('progressbar')).toHaveAttribute('aria-valuetext', /reference detector, [1-9]/);
  await page.evaluate(() => {
    const { store, actions } = window.understory!;
    return actions.removePackage(store.getState().packages[0]!.id);
  });
  await other.waitForFunction(() => window.understory!.store.getState().packages.length === 0, null, {
    timeout: 60_000,
  });
  // Two networks, each a chunk and its manifest; the rules stay for the surveys.
  await expect.poll(() => storedFiles(other)).toBe(before - 4);
});

test('an int8 detector is made of an installed one, and measured on real photos', async ({ open, folder }) => {
  test.skip(!hasShared, WITHOUT_SHARED);
  test.setTimeout(300_000);
  const photos = join(folder, 'Photos');
  for (const name of ['test_data', 'coral']) {
    cpSync(join(SHARED, 'photos', 'open', name), join(photos, name), { recursive: true });
  }
  const { page } = await open();
  await addPackage(page, join(SHARED, 'models', 'coco-mnv2', 'yolov5n-md3-fp32-dynamic.onnx'));
  await openFolder(page, photos);
  await make(page, /^Whole numbers/);
  const outcome = speedRow(page).getByText(/The fast detector is ready|not good enough to stand in for it/);
  await expect(outcome).toBeVisible({ timeout: 240_000 });
  const fast = await page.evaluate(() => {
    const { packages } = window.understory!.store.getState();
    return packages[0]!.fastDetector ?? window.understory!.fastMaker.store.getState().making?.fast ?? null;
  });
  expect(fast!.agreement.withBoxes).toBeGreaterThan(3);
  expect(fast!.agreement.agreeing / fast!.agreement.images).toBeGreaterThan(0.8); // whole numbers, not noise
  expect(fast!.files[0]!.size).toBeLessThan(3_000_000); // a third of the floats
});
