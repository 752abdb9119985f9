import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { driveApp, type DriveOptions, type DrivenApp } from '../scripts/drive-app';
import { createSite, type Site, type StartProfile } from './start-profiles';

/** What lies beside the project for its developers and CI; users don't have it. */
export const SHARED = resolve(import.meta.dirname, '..', '..', 'shared');
export const hasShared = existsSync(join(SHARED, 'models'));
export const WITHOUT_SHARED = 'needs the folder ../shared, which is beside the project only for its developers';

interface OpenOptions extends Pick<DriveOptions, 'profile' | 'withWebGpu'> {
  /** What the browser has at first; a profile that was used before stays as it is. */
  readonly from: StartProfile;
}

interface Fixtures {
  /** Opens the built app in a browser of its own; closed at the end of the test. */
  readonly open: (options?: Partial<OpenOptions>) => Promise<DrivenApp>;
  /** The same with the demonstration, which has been run, on the run screen. */
  readonly openDemo: () => Promise<DrivenApp>;
  /** An empty folder, removed at the end. */
  readonly folder: string;
}

interface WorkerFixtures {
  readonly site: Site;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    async ({}, provide) => {
      const site = await createSite();
      await provide(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ folder, site }, provide) => {
    const opened: DrivenApp[] = [];
    await provide(async ({ profile = null, withWebGpu = false, from = 'visited' } = {}) => {
      const kept = profile ?? mkdtempSync(join(folder, 'profile-'));
      await site.fill(kept, from);
      const app = await driveApp({ profile: kept, withWebGpu, served: site.served });
      opened.push(app);
      return app;
    });
    for (const app of opened) await app.close();
    if (!existsSync(folder)) throw new Error('the folder went before the browsers whose profiles may lie in it');
  },
  openDemo: async ({ open }, provide) => {
    await provide(async () => {
      const app = await open({ from: 'demo' });
      await app.page.evaluate(() => {
        const [demo] = window.understory!.store.getState().surveys;
        location.hash = `#/survey/${demo!.survey.id}/run`;
      });
      await app.page.waitForFunction(() => window.understory!.store.getState().open?.loading === null);
      return app;
    });
  },
  folder: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'understory-e2e-'));
    await provide(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect } from '@playwright/test';

/** Waits until the run of the open survey has come to this step. */
export async function waitForRun(page: Page, step: 'running' | 'paused' | 'stopped' | 'finished'): Promise<void> {
  await page.waitForFunction((wanted) => window.understory?.store.getState().open?.run.step === wanted, step, {
    timeout: 120_000,
  });
}
