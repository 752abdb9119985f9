import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FactSpeed } from '../src/domain/fast-detector/fact-speed';
import { look } from './accessibility-look';
import { expect, test, waitForRun } from './app-test';
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

test('a fast detector is made, measured, used, looked after and removed', async ({ open, folder }) => {
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
  await row.getByRole('button', { name: 'Make a fast detector from this one' }).click();
  await expect(row.getByText(/The fast detector is ready/)).toBeVisible({ timeout: 120_000 });
  expect(await storedFiles(page)).toBeGreaterThan(before);
  await look(page);
  const made = await page.evaluate(() => window.understory!.store.getState().packages[0]!.fastDetector!);
  expect(made.agreement.images).toBe(18);
  expect(made.agreement.agreeing / made.agreement.images).toBeGreaterThanOrEqual(0.97);
  expect(made.calibratedOn).toHaveLength(6);

  await row.getByRole('radio', { name: /^Fast/ }).click();
  await startRun(page);
  expect((await speedsOf(page)).map((speed) => speed?.preset)).toEqual(Array<string>(total).fill('fast'));
  await expect(page.getByText(`Fast: ${made.name}`)).toBeVisible();
  expect(await exportOf(page, 'megadetector')).toContain(`fast detector: ${made.name}`);
  expect(await exportOf(page, 'megadetector')).toContain('"images_by_fast_detector": 24');
  expect(await exportOf(page, 'speciesnet')).toContain('+fast-int8');

  // The page is reloaded: what was made and what was said are still there.
  await page.reload();
  await waitUntilReady(page);
  await openFolder(page, photos);
  await goToSetup(page);
  await expect(row.getByRole('radio', { name: /^Fast/ })).toBeChecked();
  const again = row.getByRole('button', { name: /a second look$/ });
  const doubtful = await page.evaluate(
    () =>
      window.understory!.store
        .getState()
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
