import type { Page } from '@playwright/test';
import { expect, waitForRun } from './app-test';
import { expectVisibleFocus, tabTo } from './visible-focus';

/** From an empty app to the gallery of the finished demo, without a mouse; the focus is seen on the way. */
export async function openDemoGalleryByKeys(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: /try the demo/i }));
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await waitForRun(page, 'finished');
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Open gallery' }).first());
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
}

/** Chooses in the list of the control that has the focus. Each key waits for what the one before did, as a person does. */
export async function chooseByKeys(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Enter');
  const highlighted = page.locator('[role="option"][data-highlighted]');
  await expect(highlighted).toHaveCount(1);
  for (let text = await highlighted.textContent(); text !== name; text = await highlighted.textContent()) {
    await page.keyboard.press('ArrowDown');
    await expect(highlighted).not.toHaveText(text ?? '');
  }
  await page.keyboard.press('Enter');
}
