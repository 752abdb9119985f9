import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, waitForRun } from './app-test';

/** Saves an export of the open survey into the folder and answers its path. */
export async function exportAs(page: Page, folder: string, format: RegExp, name: string): Promise<string> {
  await page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: format }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^save/i }).click();
  const path = join(folder, name);
  await (await download).saveAs(path);
  await expect(dialog).toBeHidden();
  return path;
}

export async function tryDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
}

/** Opens one of the tools of the tab "Refine". */
export async function openRefine(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Refine' }).click();
  await page.getByRole('link', { name }).click();
}

/** Chooses a file with the button of the screen. */
export async function chooseFile(
  page: Page,
  path: string,
  button: RegExp = /^(Choose a file|Another file)$/,
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(path);
}

/** Waits until the comparison of the open survey is computed. */
export async function waitForComparison(page: Page): Promise<void> {
  await page.waitForFunction(() => window.understory!.store.getState().comparison.step === 'compared');
}

/** Sets the survey's country, or none, on the set-up screen. */
export async function chooseCountry(page: Page, country: string | null): Promise<void> {
  await page.getByRole('navigation', { name: 'This survey' }).getByRole('link', { name: 'Set-up' }).click();
  if (country === null) {
    await page.getByRole('button', { name: 'Not sure' }).click();
    return;
  }
  await page.getByRole('combobox', { name: 'Country' }).fill(country);
  await page.getByRole('option', { name: country }).first().click();
}
