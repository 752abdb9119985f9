import type { Page } from 'playwright';
import { commonNameOf } from '../../src/domain/label';
import type { Hands } from './hands';
import { keyOf, nameOf } from './truth';

/**
 * Gives what is acted on a label with as few keys as the screen offers: the label's own key, a digit that the screen or the picker
 * shows beside it, else letters until the picker has it first.
 */
export async function giveLabel(page: Page, hands: Hands, line: string): Promise<void> {
  const own = keyOf(line) ?? (await shownDigit(page, line));
  if (own !== null) return hands.press(own);
  await hands.press('l');
  const picker = page.getByRole('dialog');
  await picker.getByRole('combobox').waitFor();
  const option = picker
    .getByRole('option')
    .filter({ hasText: nameOf(line) })
    .first();
  const isFirst = async () => {
    const active = picker.locator('[role=option][data-highlighted]');
    return (await active.count()) > 0 && (await active.innerText()).startsWith(nameOf(line));
  };
  await picker.getByRole('option').first().waitFor();
  const digit = (await option.count()) === 0 ? null : await option.locator('kbd').first().textContent({ timeout: 200 }).catch(() => null); // prettier-ignore
  if (!(await isFirst()) && digit !== null && /^[1-9]$/.test(digit)) {
    await hands.press(digit);
  } else {
    for (const letter of commonNameOf(line)) {
      if (await isFirst()) break;
      await hands.press(letter);
      await page.waitForTimeout(120); // until the list has followed
    }
    await hands.press('Enter');
  }
  await picker.waitFor({ state: 'detached' });
}

/** The digit that stands beside the label on the screen itself; null = none. */
async function shownDigit(page: Page, line: string): Promise<string | null> {
  const button = page.locator('[data-digit]').filter({ hasText: nameOf(line) });
  return (await button.count()) === 0 ? null : button.first().getAttribute('data-digit');
}
