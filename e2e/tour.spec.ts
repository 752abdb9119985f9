import type { Page } from '@playwright/test';
import { expect, test, waitForRun } from './app-test';
import { look } from './accessibility-look';
import { waitUntilReady } from './journey-steps';

const STEPS = 5;
const card = (page: Page, step: number) =>
  page.getByRole('region').filter({ hasText: `Look around, step ${step} of ${STEPS}` });

/** Pixels that the card and the frame around what it speaks of have in common. */
const overlapOfCard = (page: Page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('[role=region]')].find((one) =>
      one.textContent.includes('Look around'),
    )!;
    const a = shown.getBoundingClientRect();
    const b = shown.previousElementSibling!.getBoundingClientRect();
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return Math.max(0, width) * Math.max(0, height);
  });

for (const viewport of [
  { width: 1366, height: 620 },
  { width: 390, height: 844 },
]) {
  test(`five steps are gone through at ${viewport.width} px, and none covers what it points at`, async ({ open }) => {
    const { page } = await open();
    await page.setViewportSize(viewport);
    await page.getByRole('button', { name: 'Show me around' }).click();
    for (let step = 1; step <= STEPS; step++) {
      await expect(card(page, step)).toBeFocused();
      await expect.poll(() => overlapOfCard(page)).toBe(0);
      await expect(card(page, step)).toBeInViewport({ ratio: 1 });
      await page.getByRole('button', { name: step === STEPS ? 'Done' : 'Next', exact: true }).click();
    }
    await expect(page.getByText('Look around')).toHaveCount(0);
  });
}

test('the question is asked once, quietly, and never again; the list of commands brings the steps back', async ({
  open,
}) => {
  const { page } = await open();
  await expect(page.getByText('New here?')).toBeVisible();
  await expect(page.locator('body')).toBeFocused(); // it takes nothing away
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByText('New here?')).toHaveCount(0);
  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByText('No survey yet')).toBeVisible();
  await expect(page.getByText('New here?')).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search commands' }).fill('show me around');
  await page.keyboard.press('Enter');
  await expect(card(page, 1)).toBeVisible();
  const found: string[] = [];
  await look(page, 'a step of the look around', found);
  expect(found).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Look around')).toHaveCount(0);
  await page.keyboard.press('?'); // keys go on working
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('it is not in the way of the demo, and ends with another screen', async ({ open }) => {
  const { page } = await open();
  await page.getByRole('button', { name: 'Show me around' }).click();
  await page.getByRole('button', { name: /try the demo/i }).click();
  await waitForRun(page, 'finished');
  await expect(page.getByText('Look around')).toHaveCount(0);
  await page.getByRole('link', { name: 'Understory, surveys' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByText('New here?')).toHaveCount(0);
  await expect(page.getByText('Look around')).toHaveCount(0);
});
