import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FactSpeed } from '../src/domain/fast-detector/fact-speed';
import { look } from './accessibility-look';
import { expect, hasShared, SHARED, test, waitForRun, WITHOUT_SHARED } from './app-test';
import { addPackage, copyPhotos, DEMO, openFolder, storedFiles, waitUntilReady } from './journey-steps';

const speedsOf = (page: Page): Promise<readonly (FactSpeed | null)[]> =>
  page.evaluate(() =>
    window.understory!.store.getState().open!.images.map(({ inference }) => inference?.speed ?? null),
  );

const exportOf = (page: Page, format: string) =>
  page.evaluate(async (id) => (await window.understory!.actions.previewExport(id)).text, format);

const goToSetup = (page: Page) => page.getByRole('link', { name: 'Set-up' }).click();

const startRun = async (page: Page) => {
  await page.getByRole('button', { name: /^(Start|Continue) run/ }).click();
  await waitForRun(page, 'finished');
};

test('a detector that whole numbers break is refused, and nothing is stored', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  copyPhotos(photos, 2);
  const { page } = await open();
  await addPackage(page, join(DEMO, 'package'));
  await openFolder(page, photos);
  const before = await storedFiles(page);
  const row = page.getByRole('region', { name: 'Speed', exact: true });
  await row.getByRole('radio', { name: /^Whole numbers/ }).click();
  await row.getByRole('button', { name: 'Make a fast detector from this one' }).click();
  await expect(row.getByText(/not good enough to stand in for it/)).toBeVisible({ timeout: 120_000 });
  await expect(row.getByText(/the same boxes in/)).toBeVisible(); // what was measured is shown all the same
  const found: string[] = [];
  await look(page, 'a refused fast detector', found);
  expect(found).toEqual([]);
  expect(await storedFiles(page)).toBe(before);
  await expect(row.getByRole('radio', { name: /^Fast/ })).toBeDisabled();
});

test('an int8 detector is made of an installed one, and measured on real photos', async ({ open, folder }) => {
  test.skip(!hasShared, WITHOUT_SHARED);
  test.setTimeout(360_000);
  const photos = join(folder, 'Photos');
  for (const name of ['test_data', 'coral']) {
    cpSync(join(SHARED, 'photos', 'open', name), join(photos, name), { recursive: true });
  }
  const { page } = await open();
  await addPackage(page, join(SHARED, 'models', 'coco-mnv2', 'yolov5n-md3-fp32-dynamic.onnx'));
  await openFolder(page, photos);
  const row = page.getByRole('region', { name: 'Speed', exact: true });
  await row.getByRole('radio', { name: /^Whole numbers/ }).click();
  await row.getByRole('button', { name: 'Make a fast detector from this one' }).click();
  const outcome = row.getByText(/The fast detector is ready|not good enough to stand in for it/);
  await expect(outcome).toBeVisible({ timeout: 300_000 });
  const fast = await page.evaluate(() => {
    const { packages } = window.understory!.store.getState();
    return packages[0]!.fastDetector ?? window.understory!.fastMaker.store.getState().making?.fast ?? null;
  });
  expect(fast!.agreement.withBoxes).toBeGreaterThan(3);
  expect(fast!.agreement.agreeing / fast!.agreement.images).toBeGreaterThan(0.8); // whole numbers, not noise
  expect(fast!.files[0]!.size).toBeLessThan(3_000_000); // a third of the floats
});

test('a fast detector is made, used, looked after and removed', async ({ open, folder }) => {
  test.setTimeout(240_000);
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos, 2);
  const { page } = await open();
  await addPackage(page, join(DEMO, 'package'));
  await openFolder(page, photos);

  const row = page.getByRole('region', { name: 'Speed', exact: true });
  await expect(row.getByRole('radio', { name: /^Reference/ })).toBeChecked();
  await expect(row.getByRole('radio', { name: /^Fast/ })).toBeDisabled();
  const before = await storedFiles(page);
  await row.getByRole('radio', { name: /^Smaller pictures \(640 px\)/ }).click();
  await row.getByRole('button', { name: 'Make a fast detector from this one' }).click();
  await expect(row.getByText(/The fast detector is ready/)).toBeVisible({ timeout: 120_000 });
  const found: string[] = [];
  await look(page, 'a fast detector in Set-up', found);
  expect(found).toEqual([]);
  const made = await page.evaluate(() => window.understory!.store.getState().packages[0]!.fastDetector!);
  expect(made).toMatchObject({ way: 'smaller-input', calibratedOn: [], files: [] });
  expect(made.agreement.images).toBe(total);

  await row.getByRole('radio', { name: /^Fast/ }).click();
  await startRun(page);
  expect((await speedsOf(page)).map((speed) => speed?.preset)).toEqual(Array<string>(total).fill('fast'));
  await expect(page.getByText(`Fast: ${made.name}`)).toBeVisible();
  expect(await exportOf(page, 'megadetector')).toContain(`fast detector: ${made.name}`);
  expect(await exportOf(page, 'megadetector')).toContain('"images_by_fast_detector": 24');
  expect(await exportOf(page, 'speciesnet')).toContain('+fast-smaller-input');

  // The page is reloaded: what was made and what was said are still there.
  await page.reload();
  await waitUntilReady(page);
  await openFolder(page, photos);
  await goToSetup(page);
  await expect(row.getByRole('radio', { name: /^Fast/ })).toBeChecked();
  const again = row.getByRole('button', { name: /a second look$/ });
  const doubtful = await page.evaluate(
    () =>
      window
        .understory!.store.getState()
        .open!.images.filter(
          ({ inference }) => !inference?.detections?.some(({ label, conf }) => label === 'animal' && conf >= 0.5),
        ).length,
  );
  if (doubtful > 0 && (await again.isVisible())) {
    await again.click();
    await waitForRun(page, 'finished');
    const presets = (await speedsOf(page)).map((speed) => speed?.preset);
    expect(presets).toContain('second-look');
    expect(presets).not.toContain(undefined);
    await goToSetup(page);
    await expect(again).toHaveCount(0);
  }

  await page.getByRole('link', { name: 'Models' }).first().click();
  const section = page.getByRole('region', { name: /^Fast detector of/ });
  await expect(section.getByText(/the same boxes in/)).toBeVisible();
  await section.getByRole('button', { name: 'Remove the fast detector' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove the fast detector' }).click();
  await expect(section.getByText(/the same boxes in/)).toHaveCount(0);
  await expect.poll(() => storedFiles(page)).toBe(before);
  expect((await speedsOf(page)).filter((speed) => speed !== null)).toHaveLength(total); // results go on saying it
});
