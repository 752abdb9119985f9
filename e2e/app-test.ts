import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { driveApp, type DriveOptions, type DrivenApp } from '../scripts/drive-app';

/** What lies beside the project for its developers and CI; users don't have it. */
export const SHARED = resolve(import.meta.dirname, '..', '..', 'shared');
export const hasShared = existsSync(join(SHARED, 'models'));
export const WITHOUT_SHARED = 'needs the folder ../shared, which is beside the project only for its developers';

interface Fixtures {
  /** Opens the built app in a browser of its own; closed at the end of the test. */
  readonly open: (options?: Partial<DriveOptions>) => Promise<DrivenApp>;
  /** An empty folder, removed at the end. */
  readonly folder: string;
}

export const test = base.extend<Fixtures>({
  open: async ({ folder }, provide) => {
    const opened: DrivenApp[] = [];
    await provide(async (options = {}) => {
      const app = await driveApp({ profile: null, withWebGpu: false, ...options });
      opened.push(app);
      return app;
    });
    for (const app of opened) await app.close();
    if (!existsSync(folder)) throw new Error('the folder went before the browsers whose profiles may lie in it');
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
