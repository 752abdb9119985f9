import { spawn } from 'node:child_process';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, waitForRun } from '../app-test';
import {
  continueRun,
  countAskedPhotos,
  expectEqualCopies,
  photosAsked,
  startAndPause,
  timesAsked,
} from '../fault-steps';
import { copyPhotos, countsOfOpen, DEMO, openFolder, waitUntilReady } from '../journey-steps';

test.setTimeout(240_000); // a busy computer must not fail what is right

test('a folder that goes away in the middle of a run pauses it; back again, it goes on', async ({ open, folder }) => {
  const photos = join(folder, 'TRAPS_04');
  const total = copyPhotos(photos, 3);
  const { page } = await open({ from: 'package' });
  await countAskedPhotos(page);
  await openFolder(page, photos);
  await startAndPause(page);
  renameSync(photos, join(folder, 'pulled out'));
  await continueRun(page);

  const notice = page.getByRole('alert');
  await expect(notice).toContainText('TRAPS_04 is not connected');
  await waitForRun(page, 'paused');
  const { done, failed } = await countsOfOpen(page);
  expect(done).toBeLessThan(total);
  expect(failed, 'nothing is called missing because the card is out').toBe(0);
  await continueRun(page); // too early
  await expect(notice).toContainText('TRAPS_04 is not connected');

  renameSync(join(folder, 'pulled out'), photos);
  await continueRun(page);
  await waitForRun(page, 'finished');
  await expect(notice).toHaveCount(0);
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  expect(await timesAsked(page)).toEqual(Array.from({ length: total }, () => 1));
  await expectEqualCopies(page);
});

test('a folder that comes back at another place is dropped there, and its survey goes on', async ({ open, folder }) => {
  const photos = join(folder, 'E', 'DCIM');
  const total = copyPhotos(photos, 3);
  const { page } = await open({ from: 'package' });
  await countAskedPhotos(page);
  await openFolder(page, photos);
  await startAndPause(page);
  renameSync(join(folder, 'E'), join(folder, 'F'));
  await continueRun(page);
  await expect(page.getByRole('alert')).toContainText('DCIM is not connected');
  const { done } = await countsOfOpen(page);

  await openFolder(page, join(folder, 'F', 'DCIM'));
  await continueRun(page);
  await waitForRun(page, 'finished');
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  expect(await page.evaluate(() => window.understory!.runReport()?.resumed)).toBe(done);
  expect(await timesAsked(page)).toEqual(Array.from({ length: total }, () => 1));
});

/**
 * In the page: the browser answers as it does when the person takes the permission back (in its site settings, which a test
 * can't reach): the question says "prompt", reading is refused.
 */
function withdrawPermission(): void {
  const refuse = () => Promise.reject(new DOMException('The request is not allowed', 'NotAllowedError'));
  const { queryPermission, getDirectoryHandle, getFileHandle } = Object.fromEntries(
    Object.entries(Object.getOwnPropertyDescriptors(FileSystemDirectoryHandle.prototype)),
  );
  const parent = Object.getOwnPropertyDescriptor(FileSystemHandle.prototype, 'queryPermission');
  Object.defineProperties(FileSystemDirectoryHandle.prototype, {
    queryPermission: { configurable: true, value: () => Promise.resolve('prompt') },
    requestPermission: { configurable: true, value: () => Promise.resolve('granted') },
    getDirectoryHandle: { configurable: true, value: refuse },
    getFileHandle: { configurable: true, value: refuse },
  });
  Reflect.set(globalThis, 'allowAgain', () => {
    for (const [name, descriptor] of Object.entries({ queryPermission, getDirectoryHandle, getFileHandle })) {
      if (descriptor === undefined) Reflect.deleteProperty(FileSystemDirectoryHandle.prototype, name);
      else Object.defineProperty(FileSystemDirectoryHandle.prototype, name, descriptor);
    }
    if (parent === undefined) throw new Error('FileSystemHandle has no queryPermission');
  });
}

declare const allowAgain: () => void;

test('a permission that is taken back pauses the run, and one click gives it back', async ({ open, folder }) => {
  const photos = join(folder, 'card');
  const total = copyPhotos(photos, 3);
  const { page } = await open({ from: 'package' });
  await countAskedPhotos(page);
  await openFolder(page, photos);
  await startAndPause(page);
  await page.evaluate(withdrawPermission);
  await continueRun(page);
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('The browser may not read card');
  await waitForRun(page, 'paused');
  expect((await countsOfOpen(page)).failed).toBe(0);

  await page.evaluate(() => allowAgain());
  await notice.getByRole('button', { name: 'Connect folder' }).click();
  await waitForRun(page, 'finished');
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  expect(await timesAsked(page)).toEqual(Array.from({ length: total }, () => 1));
});

test('files that vanish, change and grow meanwhile are failures or new pictures, and done again when they are back', async ({
  open,
  folder,
}) => {
  const photos = join(folder, 'card');
  const total = copyPhotos(photos, 2);
  const FOX = join(DEMO, 'photos', 'North Ridge', 'IMG_0001.JPG');
  const BEAR = join(DEMO, 'photos', 'North Ridge', 'IMG_0004.JPG');
  const removed = join(photos, 'card 0', 'North Ridge', 'IMG_0001.JPG');
  const changed = join(photos, 'card 1', 'North Ridge', 'IMG_0001.JPG');
  const growing = join(photos, 'card 1', 'Waterhole', 'IMG_0001.JPG');
  const { page } = await open({ from: 'package' });
  await openFolder(page, photos); // listed: from here on the names are known
  rmSync(removed);
  cpSync(BEAR, changed);
  renameSync(join(photos, 'card 0', 'Waterhole'), join(photos, 'card 0', 'Waterhole away'));
  // Something is still writing: the file is longer each time that it is looked at.
  const writer = spawn('sh', ['-c', `while :; do printf x >> "${growing}"; done`], { stdio: 'ignore' });
  try {
    await page.getByRole('button', { name: 'Start run' }).click();
    await waitForRun(page, 'finished');
  } finally {
    writer.kill('SIGKILL');
  }
  const labels = () =>
    page.evaluate(() =>
      Object.fromEntries(
        window
          .understory!.store.getState()
          .open!.images.map(({ filepath, inference, prediction }) => [
            filepath,
            inference?.problem?.code ?? prediction?.label.split(';').at(-1) ?? null,
          ]),
      ),
    );
  const names = await labels();
  expect(names['card 0/North Ridge/IMG_0001.JPG']).toBe('file-missing');
  expect(names['card 1/North Ridge/IMG_0001.JPG']).toBe('brown bear'); // what is there, not what was listed
  expect(names['card 0/Waterhole/IMG_0001.JPG']).toBe('file-missing');
  expect(['file-missing', 'african elephant']).toContain(names['card 1/Waterhole/IMG_0001.JPG']);
  await expect(page.getByText(/could not be read and stay in the results as failures/)).toBeVisible();

  // All is back: only what was missing, and what has another size than it had, is done again.
  cpSync(FOX, removed);
  cpSync(FOX, changed);
  renameSync(join(photos, 'card 0', 'Waterhole away'), join(photos, 'card 0', 'Waterhole'));
  cpSync(join(photos, 'card 0', 'Waterhole', 'IMG_0001.JPG'), growing);
  await page.reload();
  await waitUntilReady(page);
  await countAskedPhotos(page);
  await openFolder(page, photos);
  await continueRun(page);
  await waitForRun(page, 'finished');
  expect(await countsOfOpen(page)).toEqual({ listed: total, done: total, failed: 0 });
  expect(await labels()).toMatchObject({
    'card 0/North Ridge/IMG_0001.JPG': 'red fox',
    'card 0/Waterhole/IMG_0001.JPG': 'african elephant',
    'card 1/Waterhole/IMG_0001.JPG': 'african elephant',
  });
  const asked = await photosAsked(page);
  expect(asked).toContain('card 0/Waterhole/IMG_0004.JPG');
  expect(asked, 'what was right is not computed again').not.toContain('card 0/North Ridge/IMG_0004.JPG');
});
