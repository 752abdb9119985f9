import type { Page } from 'playwright';

/** Something that is said of images, with the keyboard. */
export interface ReviewAct {
  readonly name: string;
  readonly keys: string;
}

export const ONE_IMAGE: readonly ReviewAct[] = [
  { name: 'one image: vehicle', keys: 'v' },
  { name: 'one image: flagged', keys: 'f' },
  { name: 'one image: undo', keys: 'Control+z' },
  { name: 'one image: redo', keys: 'Control+Shift+Z' },
];

export const MANY_IMAGES: readonly ReviewAct[] = [
  { name: 'label', keys: 'v' },
  { name: 'undo', keys: 'Control+z' },
  { name: 'redo', keys: 'Control+Shift+Z' },
];

/** Presses the keys and waits until the act is stored and told. */
export async function actWithKeys(page: Page, keys: string): Promise<void> {
  const before = await page.evaluate(() => window.understory!.store.getState().open!.reviewing.last?.id ?? 0);
  await page.keyboard.press(keys);
  await page.waitForFunction(
    (known) => (window.understory!.store.getState().open!.reviewing.last?.id ?? 0) > known,
    before,
    { polling: 20, timeout: 120_000 },
  );
}
