import { cpSync, mkdirSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, waitForRun } from '../app-test';
import { browserProcesses, expectEqualCopies, factsOf } from '../fault-steps';
import {
  cardOf,
  copyPhotos,
  countsOfOpen,
  openFolder,
  photosDoneBefore,
  waitForDone,
  waitUntilReady,
} from '../journey-steps';

/** The disk as it is at one moment: the browser stands still while its profile is copied. */
function copyAtOneMoment(profile: string, to: string): void {
  const pids = browserProcesses(profile).map(({ pid }) => pid);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  try {
    mkdirSync(to);
    for (const name of readdirSync(profile)) {
      if (!name.startsWith('Singleton')) cpSync(join(profile, name), join(to, name), { recursive: true });
    }
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
  }
}

/** What the system had not yet written when the power went: the end of what the databases append to. */
function cutUnwritten(profile: string, bytes: number): void {
  const folder = join(profile, 'Default', 'IndexedDB');
  const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\d+\.log$/.test(name));
  expect(logs.length).toBeGreaterThan(0);
  for (const name of logs) {
    const path = join(folder, name);
    truncateSync(path, Math.max(0, statSync(path).size - bytes));
  }
}

// The second cut goes through the middle of a record, and some finished photos with it: they may be lost, and are done again.
for (const unwritten of [0, 3001]) {
  test.setTimeout(240_000); // a busy computer must not fail what is right
  test(`a power cut in the middle of a run, ${unwritten} bytes unwritten: the run goes on from what is there`, async ({
    open,
    folder,
  }) => {
    const photos = join(folder, 'Ridge');
    const total = copyPhotos(photos, 5);
    const app = await open({ profile: join(folder, 'before'), from: 'package' });
    const { page } = app;
    await openFolder(page, photos);
    await page.getByRole('button', { name: 'Start run' }).click();
    await waitForDone(page, 10);
    copyAtOneMoment(join(folder, 'before'), join(folder, 'after'));
    const seen = await waitForDone(page, 10);
    await app.close();
    cutUnwritten(join(folder, 'after'), unwritten);

    const again = await open({ profile: join(folder, 'after') });
    await waitUntilReady(again.page);
    const card = cardOf(again.page, 'Ridge');
    await expect(card.getByText('Cut off', { exact: true })).toBeVisible();
    await openFolder(again.page, photos);
    const { done } = await countsOfOpen(again.page);
    expect(done).toBeGreaterThan(0);
    if (unwritten === 0) expect(done).toBeGreaterThanOrEqual(seen - 5); // what was counted while the copy was made
    const known = Object.values(await factsOf(again.page)).filter((fact) => fact !== null);
    expect(known).toHaveLength(done); // what is counted is there
    await again.page.getByRole('button', { name: /^Continue/ }).click();
    await waitForRun(again.page, 'finished');
    expect(await photosDoneBefore(again.page)).toBe(done);
    expect(await countsOfOpen(again.page)).toEqual({ listed: total, done: total, failed: 0 });
    await expectEqualCopies(again.page);
  });
}
