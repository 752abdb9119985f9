import { join } from 'node:path';
import { expect, test, waitForRun } from '../app-test';
import { browserProcesses, continueRun, expectEqualCopies, startAndPause } from '../fault-steps';
import {
  cardOf,
  copyPhotos,
  countsOfOpen,
  goHome,
  openFolder,
  photosDoneBefore,
  waitForDone,
  waitUntilReady,
} from '../journey-steps';

test.setTimeout(240_000); // a busy computer must not fail what is right

test('a second tab says where the survey runs, follows it, and goes on when that tab crashes', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos, 6);
  const { page, context, url } = await open({ from: 'package' });
  await openFolder(page, photos);
  const seen = await startAndPause(page);

  const other = await context.newPage();
  await other.goto(url);
  await waitUntilReady(other);
  await cardOf(other, 'Ridge').getByRole('link', { name: 'Continue run' }).click();
  await expect(other.getByRole('alert')).toContainText('This survey is running in another tab');
  await expect(other.getByRole('button', { name: /^(Continue|Start)/ })).toHaveCount(0);
  expect((await countsOfOpen(other)).done).toBe(seen);
  await continueRun(page);
  await waitForDone(other, seen + 3); // it follows

  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined); // nothing is left to answer
  await crashed;
  await expect(other.getByText(/^The run stopped when the tab or the computer went away\./)).toBeVisible();
  const { done } = await countsOfOpen(other);
  expect(done).toBeGreaterThanOrEqual(seen + 3);
  expect(done).toBeLessThan(total);
  await openFolder(other, photos);
  await continueRun(other);
  await waitForRun(other, 'finished');
  expect(await photosDoneBefore(other)).toBe(done);
  expect(await countsOfOpen(other)).toEqual({ listed: total, done: total, failed: 0 });
  await expectEqualCopies(other);
});

test('a tab that was open before the run began follows it to its end', async ({ open, folder }) => {
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos, 3);
  const { page, context, url } = await open({ from: 'package' });
  await openFolder(page, photos);
  const other = await context.newPage();
  await other.goto(url);
  await waitUntilReady(other);
  await cardOf(other, 'Ridge').getByRole('link').first().click();
  await other.waitForFunction(() => window.understory!.store.getState().open !== null);

  await page.getByRole('button', { name: 'Start run' }).click();
  await other.waitForFunction(() => window.understory!.store.getState().open?.run.step === 'elsewhere');
  await waitForRun(page, 'finished');
  await other.waitForFunction(() => window.understory!.store.getState().open?.run.step === 'idle');
  expect(await countsOfOpen(other)).toEqual({ listed: total, done: total, failed: 0 });
  await expectEqualCopies(other);
});

test('a browser that is killed comes back to the same place, and the run goes on', async ({ open, folder }) => {
  const profile = join(folder, 'profile');
  const photos = join(folder, 'Ridge');
  const total = copyPhotos(photos, 5);
  const app = await open({ profile, from: 'package' });
  const { page } = app;
  await openFolder(page, photos);
  await page.getByRole('button', { name: 'Start run' }).click();
  const seen = await waitForDone(page, 5);
  const address = await page.evaluate(() => location.hash);
  const gone = app.context.waitForEvent('close');
  for (const { pid } of browserProcesses(profile)) process.kill(pid, 'SIGKILL');
  await gone;
  await app.close(); // its server, whose address comes again

  const again = await open({ profile });
  await again.page.goto(again.url + address); // as a browser does that restores its tabs
  await waitUntilReady(again.page);
  await expect(again.page.getByText(/^The run stopped when the tab or the computer went away\./)).toBeVisible();
  const { done } = await countsOfOpen(again.page);
  expect(done).toBeGreaterThanOrEqual(seen);
  await goHome(again.page);
  await expect(cardOf(again.page, 'Ridge').getByText('Cut off', { exact: true })).toBeVisible();
  await openFolder(again.page, photos);
  await continueRun(again.page);
  await waitForRun(again.page, 'finished');
  expect(await photosDoneBefore(again.page)).toBe(done);
  expect(await countsOfOpen(again.page)).toEqual({ listed: total, done: total, failed: 0 });
  await expectEqualCopies(again.page);
});
