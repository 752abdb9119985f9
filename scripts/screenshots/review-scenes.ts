import { join } from 'node:path';
import type { Page } from 'playwright';
import type { SceneTools } from './first-visit-scenes';
import { writeReviewSurvey } from './photo-folders';
import { goTo, openFolder, openId, runWithDemoPackage, waitForRun } from './steps';

/** A survey reviewed half: selecting in the gallery, labels, boxes, commands, and every guided way to review. */
export async function takeReview({ page, album, photos }: SceneTools): Promise<void> {
  await openFolder(page, writeReviewSurvey(join(photos, 'Upland, May')));
  await runWithDemoPackage(page);
  await waitForRun(page, 'finished');
  const id = await openId(page);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await goTo(page, `/survey/${id}/review`);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada Osei');
  await press('Tab');
  await album.take('review-start');

  await goTo(page, `/survey/${id}/gallery`);
  await page.getByRole('gridcell').nth(1).waitFor();
  for (const cell of [1, 2, 4])
    await page
      .getByRole('gridcell')
      .nth(cell)
      .click({ modifiers: ['ControlOrMeta'] });
  await album.take('gallery-selection', { isMain: true });
  await press('l');
  await page.getByRole('dialog').getByRole('combobox').fill('fox');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await album.take('label-picker', { isMain: true });
  await press('Enter');
  await reviewed(page, 3);
  await press('Escape', 'Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('flag');
  await album.take('commands');
  await press('Escape');

  await goTo(page, `/survey/${id}/image/${encodeURIComponent('Ford 2/RCNX0002.JPG')}`);
  await page.getByRole('button', { name: /^Photo 2 of/ }).waitFor();
  await press('c');
  await reviewed(page, 4);
  await press('f');
  await album.take('image-review', { isMain: true });
  await press('e');
  await album.take('image-boxes');
  await press('Escape');

  await takeGuided({ page, album, photos }, id);
}

/** Answers a part of each guided way, and takes it as it is then. */
async function takeGuided({ page, album }: SceneTools, id: string): Promise<void> {
  const toMode = async (name: string) => {
    await goTo(page, `/survey/${id}/review/${name}`);
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  };
  await toMode('blanks');
  for (let answer = 1; answer <= 9; answer++) {
    await page.keyboard.press(answer === 4 ? 'a' : 'b');
    await reviewed(page, 4 + answer);
  }
  await album.take('review-blanks', { isMain: true });
  await toMode('events');
  await album.take('review-events', { isMain: true });
  await toMode('uncertain');
  await album.take('review-uncertain', { isMain: true });
  await toMode('species');
  await album.take('review-species', { isMain: true });
  await toMode('people');
  await album.take('review-people');
  await toMode('agreement');
  await album.take('review-agreement', { isMain: true });
  await goTo(page, `/survey/${id}/review`);
  await album.take('review', { isMain: true });
}

/** An answer is stored, and the next photo is on the screen. */
async function reviewed(page: Page, atLeast: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      window.understory!.store.getState().open!.images.filter(({ review }) => review !== null).length >= wanted,
    atLeast,
  );
}
