import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropPaths } from '../scripts/drop-paths';
import { look } from './accessibility-look';
import { expect, test, waitForRun } from './app-test';

test('no screen breaks a rule of accessibility, in either theme, on a laptop and on a phone', async ({
  open,
  folder,
}) => {
  test.setTimeout(300_000);
  const { page } = await open();
  const found: string[] = [];
  const go = (name: string) => page.getByRole('link', { name, exact: true }).first().click();

  await expect(page.getByText('No survey yet')).toBeVisible();
  await look(page, 'home without a survey', found);
  await go('Models');
  await expect(page.getByText('No model package yet')).toBeVisible();
  await look(page, 'models without a package', found);
  await go('Surveys');

  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
  await expect(page.getByText('Finished')).toBeVisible();
  await look(page, 'run', found);
  await go('Set-up');
  await expect(page.getByRole('heading', { name: 'Set up this survey' })).toBeVisible();
  await look(page, 'set-up', found);
  await page.getByRole('link', { name: 'Gallery' }).first().click();
  await expect(page.getByRole('gridcell')).toHaveCount(12);
  await look(page, 'gallery', found);
  await page.getByRole('gridcell').first().click();
  await expect(page.getByText('Why this label')).toBeVisible();
  await look(page, 'image', found);
  await go('Export');
  await expect(page.getByRole('dialog').getByText('the first lines')).toBeVisible();
  await look(page, 'export', found);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Understory, surveys' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await look(page, 'home with a survey', found);
  await go('Models');
  writeFileSync(join(folder, 'page.onnx'), '<!doctype html><title>Sign in</title>');
  await dropPaths(page, [join(folder, 'page.onnx')]);
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 });
  await look(page, 'models with a refused package', found);
  await go('Settings');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await page.getByText('Software and typefaces of others').click();
  await page.getByText('onnxruntime-web').click();
  await look(page, 'settings', found);
  expect(found).toEqual([]);
});
