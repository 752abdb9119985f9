import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, waitForRun } from './app-test';

test('a first visitor tries the demo, looks at a photo and saves the result', async ({ open }) => {
  const { page, foreignRequests } = await open({ from: 'nothing' });
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
  await expect(page.getByText(/12 of 12/).first()).toBeVisible();
  await expect.poll(() => coloursOf(page)).toEqual(Array(12).fill(true));

  await page
    .getByRole('link', { name: /gallery/i })
    .first()
    .click();
  await expect(page.getByRole('gridcell')).toHaveCount(12);
  await page.getByRole('gridcell').first().click();
  await expect(page.getByText('Why this label')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('gridcell')).toHaveCount(12);

  await page
    .getByRole('link', { name: /export/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^save/i }).click();
  const file = await (await download).path();
  const { predictions } = JSON.parse(readFileSync(file, 'utf8')) as { predictions: { prediction?: string }[] };
  expect(predictions).toHaveLength(12);
  expect(predictions.filter(({ prediction }) => prediction !== undefined)).toHaveLength(12);
  expect(foreignRequests).toEqual([]);
});

/** Of the pictures among the newest finds: whether one shows several colours. */
function coloursOf(page: Page): Promise<boolean[]> {
  return page.locator('main canvas').evaluateAll((elements) =>
    elements.map((element) => {
      const copy = new OffscreenCanvas(8, 8);
      const context = copy.getContext('2d')!;
      context.drawImage(element as HTMLCanvasElement, 0, 0, 8, 8);
      const pixels = new Uint32Array(context.getImageData(0, 0, 8, 8).data.buffer);
      return pixels.every((pixel) => pixel >>> 24 === 255) && new Set(pixels).size > 4;
    }),
  );
}

test('the demo is there after a reload, with nothing computed again', async ({ open }) => {
  const { page } = await open();
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
  const address = page.url();
  await page.reload();
  await page.waitForFunction(() => window.understory?.store.getState().start.step === 'ready');
  expect(page.url()).toBe(address);
  await page.waitForFunction(() => window.understory?.store.getState().open?.loading === null);
  const facts = await page.evaluate(() =>
    window.understory!.store.getState().open!.images.map(({ inference }) => inference),
  );
  expect(facts.filter((inference) => inference !== null)).toHaveLength(12);
});
