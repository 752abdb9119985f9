import { join } from 'node:path';
import type { SceneTools } from './first-visit-scenes';
import { writeRepeats } from './photo-folders';
import { goTo, openFolder, openId, runWithDemoPackage, waitForRun } from './steps';

/** Repeat detections: before the search, none found, stacks with verdicts, the boxes of one, the card under Refine. */
export async function takeRepeats({ page, album, photos }: SceneTools): Promise<void> {
  await openFolder(page, writeRepeats(join(photos, 'Riverside, spring')));
  await runWithDemoPackage(page);
  await waitForRun(page, 'finished');
  const id = await openId(page);
  await goTo(page, `/survey/${id}/refine/repeats`);
  await album.take('repeats-before');
  await page.getByText('Options', { exact: true }).click();
  await page.getByRole('textbox', { name: /occurrences/i }).fill('500');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('No box recurs').waitFor();
  await album.take('repeats-options');
  await page.getByRole('button', { name: 'Back to the usual ones' }).click();
  await page.getByText('Options', { exact: true }).click();
  await page.getByRole('button', { name: 'Search again' }).click();
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('r');
  await page.waitForFunction(() => window.understory!.store.getState().open!.repeats.decided.size === 1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('k');
  await page.waitForFunction(() => window.understory!.store.getState().open!.repeats.decided.size === 2);
  // Without the ring of the focus, and from the top in every size.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await album.take('repeats', { isMain: true });
  await page.getByRole('gridcell').first().click();
  await page.getByRole('dialog').waitFor();
  await album.take('repeats-stack', { isMain: true });
  await page.keyboard.press('Escape');
  await goTo(page, `/survey/${id}/refine`);
  await album.take('refine');
}
