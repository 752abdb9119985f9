import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropPaths } from '../scripts/drop-paths';
import { expect, test, waitForRun } from './app-test';
import {
  cardOf,
  copyPhotos,
  countsOfOpen,
  goHome,
  openFolder,
  photosDoneBefore,
  waitForDone,
  waitUntilReady,
} from './journey-steps';

const start = (page: Page) => page.getByRole('button', { name: 'Start run' }).click();
const continueRun = (page: Page) => page.getByRole('button', { name: /^Continue/ }).click();

test('a run cut off by a reload goes on when the same folder is dropped again', async ({ open, folder }) => {
  const photos = join(folder, 'Waterhole 2026');
  const total = copyPhotos(photos, 3);
  const { page } = await open({ from: 'package' });
  await openFolder(page, photos);
  await start(page);
  const seen = await waitForDone(page, 3);
  await page.reload();
  await waitUntilReady(page);
  await goHome(page);

  const card = cardOf(page, 'Waterhole 2026');
  await expect(card.getByText('Cut off', { exact: true })).toBeVisible();
  const sentence = (await card.getByText(/none is lost/).textContent()) ?? '';
  const saved = Number(/(\d+) photos? (is|are) saved/.exec(sentence)?.[1]);
  expect(saved).toBeGreaterThanOrEqual(seen);
  expect(saved).toBeLessThan(total);
  await expect(card.getByRole('progressbar')).toHaveAttribute('aria-valuetext', `${saved} of ${total}`);

  await openFolder(page, photos);
  await continueRun(page);
  await waitForRun(page, 'finished');
  expect(await photosDoneBefore(page)).toBe(saved);
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  await goHome(page);
  await expect(page.getByRole('article')).toHaveCount(1); // the same survey, not a second one
  await expect(card.getByText('Run complete')).toBeVisible();
});

test('a run is paused, continued, stopped and finished, and another tab keeps out of it', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos, 3);
  const { page, context, url } = await open({ from: 'package' });
  await openFolder(page, photos);
  await start(page);
  await waitForDone(page, 2);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText(/^Paused at \d+ of 36\. Everything done is saved\./)).toBeVisible();
  const pausedAt = (await countsOfDone(page)).done;

  const other = await context.newPage();
  await other.goto(url);
  await waitUntilReady(other);
  const link = cardOf(other, 'Ridge').getByRole('link', { name: 'Continue run' });
  await link.click();
  await expect(other.getByRole('alert')).toContainText('This survey is running in another tab');
  await expect(other.getByText(`of ${total} photos done`)).toBeVisible();
  await expect(other.getByRole('button', { name: /^(Start|Continue)/ })).toHaveCount(0);
  await other.close();

  expect((await countsOfDone(page)).done).toBe(pausedAt); // nobody went on meanwhile
  await continueRun(page);
  await waitForDone(page, pausedAt + 2);
  await page.getByRole('button', { name: 'Stop' }).click();
  await waitForRun(page, 'stopped');
  await expect(page.getByText(/^Stopped at \d+ of 36\./)).toBeVisible();
  const stoppedAt = (await countsOfDone(page)).done;
  await continueRun(page);
  await waitForRun(page, 'finished');
  expect(await photosDoneBefore(page)).toBe(stoppedAt);
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
});

const countsOfDone = (page: Page) =>
  page.evaluate(() => {
    const { images } = window.understory!.store.getState().open!;
    return { done: images.filter(({ inference }) => inference !== null).length };
  });

test('a survey is renamed, deleted, and brought back', async ({ open, folder }) => {
  const photos = join(folder, 'Card A');
  copyPhotos(photos);
  const { page } = await open();
  await openFolder(page, photos);
  await goHome(page);
  await cardOf(page, 'Card A').getByRole('button', { name: 'More for Card A' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('  Nördlicher Hang – 北坡  ');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const renamed = 'Nördlicher Hang – 北坡';
  await expect(cardOf(page, renamed)).toBeVisible();
  await page.reload();
  await waitUntilReady(page);
  await expect(cardOf(page, renamed)).toBeVisible();

  await cardOf(page, renamed)
    .getByRole('button', { name: `More for ${renamed}` })
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.getByText(`${renamed} deleted.`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cardOf(page, renamed)).toBeVisible();

  await cardOf(page, renamed)
    .getByRole('button', { name: `More for ${renamed}` })
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByText('No survey yet')).toBeVisible();
  await page.reload();
  await waitUntilReady(page);
  await expect(page.getByText('No survey yet')).toBeVisible();
});

test('dropping another folder while a run goes on says that the run must end first', async ({ open, folder }) => {
  const photos = join(folder, 'first');
  copyPhotos(photos, 40); // enough that the run is still on when the second folder comes
  copyPhotos(join(folder, 'second'));
  const { page } = await open({ from: 'package' });
  await openFolder(page, photos);
  await start(page);
  await waitForDone(page, 1);
  await dropPaths(page, [join(folder, 'second')]);
  await expect(page.getByRole('alert')).toContainText('A run is going on');
  await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await waitForRun(page, 'stopped');
  await openFolder(page, join(folder, 'second'));
  await expect(page.getByRole('heading', { name: 'second' })).toBeVisible();
});

test('a running survey that is deleted ends its run; brought back, it goes on', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos, 3);
  copyPhotos(join(folder, 'second'));
  const { page } = await open({ from: 'package' });
  await openFolder(page, photos);
  await start(page);
  await waitForDone(page, 1);
  await goHome(page);
  await cardOf(page, 'Ridge').getByRole('button', { name: 'More for Ridge' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await openFolder(page, join(folder, 'second')); // no run is in the way any more
  await expect(page.getByRole('alert')).toHaveCount(0);
  await goHome(page);
  await cardOf(page, 'Ridge').getByRole('link', { name: 'Continue run' }).click();
  await continueRun(page);
  await waitForRun(page, 'finished');
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
});
