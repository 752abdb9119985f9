import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { driveApp, type DrivenApp } from '../scripts/drive-app';
import { serveApp, type Served } from '../scripts/serve';
import { addPackage, DEMO } from './journey-steps';

/**
 * What a browser has when a test begins. Getting there is shown by other tests: it is done once, and its profile copied.
 *
 * - `nothing`: the first visit
 * - `visited`: the app is kept for offline use
 * - `package`: the demonstration's model package, too
 * - `demo`: the demonstration has been run
 */
export type StartProfile = 'nothing' | 'visited' | 'package' | 'demo';

/** The app on an address of its own, and profiles that belong to it. */
export interface Site {
  readonly served: Served;
  /** Makes a browser profile that begins there; what is in it already stays. */
  fill(profile: string, start: StartProfile): Promise<void>;
  close(): Promise<void>;
}

/** Prepares each kind of profile when it is wanted first. */
export async function createSite(): Promise<Site> {
  const served = await serveApp();
  const folder = mkdtempSync(join(tmpdir(), 'understory-start-'));
  const prepared = new Map<StartProfile, Promise<string>>();

  const prepare = (start: StartProfile): Promise<string> => {
    const known = prepared.get(start);
    if (known !== undefined) return known;
    const made = make(start);
    prepared.set(start, made);
    return made;
  };

  async function make(start: StartProfile): Promise<string> {
    const profile = join(folder, start);
    if (start !== 'visited') copyProfile(await prepare('visited'), profile);
    const app = await driveApp({ profile, withWebGpu: false, served });
    try {
      await STEPS[start](app);
    } finally {
      await app.close();
    }
    return profile;
  }

  return {
    served,
    async fill(profile, start) {
      if (start !== 'nothing' && !existsSync(join(profile, 'Default'))) copyProfile(await prepare(start), profile);
    },
    async close() {
      await served.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const STEPS: Readonly<Record<StartProfile, (app: DrivenApp) => Promise<unknown>>> = {
  nothing: () => Promise.resolve(),
  visited: ({ page }) => page.waitForFunction(() => navigator.serviceWorker.controller !== null),
  package: ({ page }) => addPackage(page, join(DEMO, 'package')),
  async demo({ page }) {
    await page.getByRole('button', { name: /try the demo/i }).click();
    await page.waitForFunction(() => window.understory?.store.getState().open?.run.step === 'finished');
  },
};

/** The lock of a running browser is left out, and what it only keeps to be quicker, but for its compiled scripts. */
function copyProfile(from: string, to: string): void {
  const isKept = (path: string) => !/^(?:Singleton.*|Cache|GPUCache|.*Dawn.*Cache|.*ShaderCache)$/.test(basename(path));
  cpSync(from, to, { recursive: true, filter: isKept });
}
