import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app-test';
import { cardOf, copyPhotos, goHome, openFolder, waitForDone, waitUntilReady } from './journey-steps';

test.setTimeout(180_000); // a busy computer must not fail what is right

const queueOf = (page: Page) => page.getByRole('region', { name: 'Queue' });
const rows = (page: Page) => queueOf(page).getByRole('listitem');
const notice = (page: Page) => page.getByRole('status').filter({ hasText: /queue is done|in the queue\. The/ });

async function addToQueue(page: Page, path: string, place: number): Promise<void> {
  await openFolder(page, path);
  await page.getByRole('button', { name: 'Add to the queue' }).click();
  await expect(page.getByText(`Place ${place} of ${place} in the queue.`)).toBeVisible();
}

/** Photos done and to do of each survey, by its name. */
const counts = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      window.understory!.store.getState().surveys.map(
        ({
          survey: {
            name,
            counts: { done, listed },
          },
        }) => [name, [done, listed]],
      ),
    ),
  );

test('three cards follow one another, unseen; the one that was taken out is left aside', async ({ open, folder }) => {
  const cards = ['Ridge', 'Valley', 'Marsh', 'Pond'].map((name) => join(folder, name));
  copyPhotos(cards[0]!, 6);
  for (const card of cards.slice(1)) copyPhotos(card);
  const { page } = await open({ from: 'package' });
  await openFolder(page, cards[0]!);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, 1);
  await page.getByRole('button', { name: 'Pause' }).click(); // the others are added before it ends
  await addToQueue(page, cards[1]!, 1);
  await expect(page.getByRole('link', { name: /^Run: Ridge, .*1 in the queue/ })).toBeVisible();
  await addToQueue(page, cards[2]!, 2);
  await addToQueue(page, cards[3]!, 3);

  await goHome(page);
  await expect(cardOf(page, 'Marsh').getByText('In the queue, place 2')).toBeVisible();
  await page.getByRole('button', { name: 'Move Marsh up' }).click();
  await expect(page.getByText('Marsh has place 1 in the queue now.')).toBeVisible();
  await expect(rows(page)).toContainText(['Ridge', 'Marsh', 'Valley', 'Pond']);
  await page.getByRole('button', { name: 'Remove Pond from the queue' }).click();
  await expect(rows(page)).toHaveCount(3);
  renameSync(cards[2]!, join(folder, 'pulled out'));

  // The run that was begun is looked at again, as it goes on.
  await page.getByRole('link', { name: /^Run: Ridge/ }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await waitForDone(page, 2);
  await goHome(page);
  await expect(notice(page)).toContainText('The queue is done: 2 surveys analysed, 1 left aside.', {
    timeout: 120_000,
  });
  await expect(rows(page)).toContainText(['Ridge', 'Marsh', 'Valley']);
  await expect(rows(page).nth(1)).toContainText('left aside: Marsh is not connected');
  expect(await counts(page)).toEqual({ Ridge: [72, 72], Valley: [12, 12], Marsh: [0, 12], Pond: [0, 12] });
  await notice(page).getByRole('button', { name: 'Put away' }).click();
  await expect(queueOf(page)).toHaveCount(0);
});

test('a queue cut off by a reload goes on with one click, and another tab follows it', async ({ open, folder }) => {
  const cards = ['Ridge', 'Valley'].map((name) => join(folder, name));
  copyPhotos(cards[0]!, 6);
  copyPhotos(cards[1]!);
  const { page, context, url } = await open({ from: 'package' });
  const other = await context.newPage();
  await other.goto(url);
  await waitUntilReady(other);
  await openFolder(page, cards[0]!);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, 2);
  await page.getByRole('button', { name: 'Pause' }).click(); // so that all of this comes before its end
  await addToQueue(page, cards[1]!, 1);
  await goHome(other);
  await expect(rows(other)).toContainText(['Ridge', 'Valley']);
  await expect(queueOf(other)).toContainText('Another tab works on this queue');

  await page.reload();
  await expect(notice(page)).toContainText('2 surveys wait in the queue. The tab or the computer went away.');
  // The browser of this test answers no question: the folders are dropped again, as where it keeps none.
  for (const card of cards) await openFolder(page, card);
  await page.getByRole('button', { name: 'Continue the queue' }).click();
  await expect(page.getByText('Valley begins: it was next in the queue.')).toBeVisible({ timeout: 120_000 });
  await expect(notice(other)).toContainText('The queue is done: 2 surveys analysed.', { timeout: 120_000 });
  await expect(notice(page)).toContainText('The queue is done: 2 surveys analysed.');
  expect(await counts(page)).toEqual({ Ridge: [72, 72], Valley: [12, 12] });
});

test('a run that the person stops holds the queue until somebody continues', async ({ open, folder }) => {
  const cards = ['Ridge', 'Valley'].map((name) => join(folder, name));
  copyPhotos(cards[0]!, 40); // it is stopped long before its end
  copyPhotos(cards[1]!);
  const { page } = await open({ from: 'package' });
  await openFolder(page, cards[0]!);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, 1);
  await addToQueue(page, cards[1]!, 1);
  await page.getByRole('link', { name: /^Run: Ridge/ }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(notice(page)).toContainText('1 survey waits in the queue. The run was stopped');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search commands' }).fill('continue the queue');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Valley begins: it was next in the queue.')).toBeVisible();
  await expect.poll(async () => (await counts(page))['Valley'], { timeout: 120_000 }).toEqual([12, 12]);
  expect((await counts(page))['Ridge']![0]).toBeLessThan(480);
});

test('a run whose folder goes away makes room for the next one', async ({ open, folder }) => {
  const cards = ['Ridge', 'Valley'].map((name) => join(folder, name));
  copyPhotos(cards[0]!, 40); // it is far from its end when the card is pulled out
  copyPhotos(cards[1]!);
  const { page } = await open({ from: 'package' });
  await openFolder(page, cards[0]!);
  await page.getByRole('button', { name: 'Start run' }).click();
  await waitForDone(page, 1);
  await addToQueue(page, cards[1]!, 1);
  renameSync(cards[0]!, join(folder, 'pulled out'));
  await goHome(page);
  await expect(notice(page)).toContainText('The queue is done: 1 survey analysed, 1 left aside.', { timeout: 120_000 });
  await expect(rows(page)).toContainText(['left aside: Ridge is not connected', 'Valley']);
  const { Ridge, Valley } = await counts(page);
  expect(Valley).toEqual([12, 12]);
  expect(Ridge![0]).toBeLessThan(480);
});
