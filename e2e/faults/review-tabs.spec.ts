import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, waitForRun } from '../app-test';
import { continueRun, startAndPause } from '../fault-steps';
import { cardOf, copyPhotos, openFolder, waitUntilReady } from '../journey-steps';

test.setTimeout(240_000); // a busy computer must not fail what is right

/** What the page shows of people's reviews: the note, the flag and the star of each image that has one. */
const reviewsOf = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      window
        .understory!.store.getState()
        .open!.images.flatMap(({ filepath, review }) =>
          review === null ? [] : [[filepath, `${review.note} ${review.isFlagged} ${review.isStarred}`]],
        ),
    ),
  );

const pathsOf = (page: Page) =>
  page.evaluate(() => window.understory!.store.getState().open!.images.map(({ filepath }) => filepath));

type Deed = 'flag' | 'star';

const review = (page: Page, filepaths: readonly string[], kind: Deed) =>
  page.evaluate(([paths, deed]) => window.understory!.actions.review(paths, { kind: deed, isOn: true }), [
    filepaths,
    kind,
  ] as const);

async function openInOther(page: Page, url: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(url);
  await waitUntilReady(other);
  await cardOf(other, 'Ridge').getByRole('link').first().click();
  await other.waitForFunction(() => window.understory!.store.getState().open?.loading === null);
  return other;
}

test('a tab that follows a run shows the reviews made in the other, and the other way round', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'Ridge');
  copyPhotos(photos, 2);
  const { page, url } = await open({ from: 'package' });
  await openFolder(page, photos);
  await startAndPause(page);
  const paths = await pathsOf(page);
  await review(page, [paths[0]!], 'flag');
  const other = await openInOther(page, url);
  await expect(other.getByRole('alert')).toContainText('This survey is running in another tab');
  expect(await reviewsOf(other)).toEqual({ [paths[0]!]: ' true false' });

  await review(page, [paths[1]!], 'flag');
  await expect.poll(() => reviewsOf(other)).toEqual(await reviewsOf(page));
  await review(other, [paths[2]!], 'star');
  await expect.poll(async () => Object.keys(await reviewsOf(page)).length).toBe(3);
  await continueRun(page);
  await waitForRun(page, 'finished');
  expect(await reviewsOf(other)).toEqual(await reviewsOf(page));
  // What was done last is undone, wherever it was done, and both show it.
  await page.evaluate(() => window.understory!.actions.undoReview());
  await expect.poll(() => reviewsOf(other)).toEqual({ [paths[0]!]: ' true false', [paths[1]!]: ' true false' });
  expect(await reviewsOf(page)).toEqual(await reviewsOf(other));
});

test('two tabs that act on the same images at once overwrite nothing of each other', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  copyPhotos(photos, 2);
  const { page, url } = await open({ from: 'package' });
  await openFolder(page, photos);
  await startAndPause(page);
  const paths = await pathsOf(page);
  const other = await openInOther(page, url);
  // Each image gets a flag here and a star there, one act for each, all under way at the same time.
  await Promise.all([
    ...paths.map((path) => review(page, [path], 'flag')),
    ...paths.toReversed().map((path) => review(other, [path], 'star')),
  ]);
  const both = Object.fromEntries(paths.map((path) => [path, ' true true']));
  await expect.poll(() => reviewsOf(page)).toEqual(both);
  await expect.poll(() => reviewsOf(other)).toEqual(both);
  await other.reload(); // and so it is stored
  await other.waitForFunction(() => window.understory?.store.getState().open?.loading === null);
  expect(await reviewsOf(other)).toEqual(both);
  // Every act can be undone, those of both tabs.
  const acts = await other.evaluate(() => window.understory!.store.getState().open!.reviewing.history.done);
  expect(acts).toBe(paths.length * 2);
  for (let act = 0; act < acts; act++) await page.evaluate(() => window.understory!.actions.undoReview());
  expect(await reviewsOf(page)).toEqual({});
  await expect.poll(() => reviewsOf(other)).toEqual({});
});
