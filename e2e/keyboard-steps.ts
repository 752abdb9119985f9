import type { Page } from '@playwright/test';
import { waitForRun } from './app-test';
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
