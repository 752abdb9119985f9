import { expect, type Locator, type Page } from '@playwright/test';

const LONGEST_WAY = 80;

/** Goes on with Tab until this has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < LONGEST_WAY; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${LONGEST_WAY} times Tab did not lead to ${String(target)}`);
}

/** The focus must be seen: an outline or a ring around what has it, or around the field that it stands in. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const styles = await page.evaluate(() => {
    const focused = document.activeElement!;
    return [focused, focused.parentElement!].map((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return { outlineStyle, outlineWidth, boxShadow };
    });
  });
  const isSeen = styles.some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
  );
  expect(isSeen, JSON.stringify(styles)).toBe(true);
}
