import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright';
import type { RunReport } from '../../src/app/state/automation';
import { driveApp, type DrivenApp } from '../drive-app';
import { dropPaths } from '../drop-paths';
import { peakMemoryMb } from '../peak-memory';
import type { AnalyzeArguments } from './arguments';

/** The package can't be used: one clear line, exit code 2. */
export class PackageRefused extends Error {}
/** The run stopped before its end (no space left, for instance): what is stored is kept. */
export class RunEnded extends Error {}

const POLL_MS = 300;

/**
 * Drops the package and the folder on the built app, runs it and writes the export, through the same code as a
 * person's drop. Failed images are in the output and don't change the exit code.
 * @throws PackageRefused, RunEnded
 */
export async function analyze(wanted: AnalyzeArguments, say: (line: string) => void): Promise<void> {
  const app = await driveApp({ profile: wanted.profile, withWebGpu: wanted.backend !== 'wasm' });
  try {
    const packageId = await addPackage(app.page, wanted.modelPackage);
    await openFolder(app.page, wanted, packageId);
    await run(app.page, say);
    const exportSeconds = await saveExport(app.page, wanted);
    say(`Written: ${wanted.out}`);
    await writeReport(app, wanted, exportSeconds);
  } finally {
    await app.close();
  }
}

/** Drops a package and waits until it is stored. @throws PackageRefused */
export async function addPackage(page: Page, modelPackage: string): Promise<string> {
  if (modelPackage === 'demo') return page.evaluate(() => window.understory!.installDemoPackage());
  const added = page.evaluate(() => window.understory!.nextPackage());
  await dropPaths(page, [modelPackage]);
  const outcome = await added;
  if ('message' in outcome)
    throw new PackageRefused(`${modelPackage} can't be used (${outcome.code}): ${outcome.message}`);
  return outcome.id;
}

/** Drops the folder, and sets the survey and the backend as wanted. */
export async function openFolder(page: Page, wanted: AnalyzeArguments, packageId: string): Promise<void> {
  await dropPaths(page, [wanted.folder]);
  await page.waitForFunction(() => {
    const open = window.understory!.store.getState().open;
    return open !== null && open.listing.step === 'listed' && open.loading === null;
  });
  const { country, admin1Region, geofence, backend, threads } = wanted;
  await page.evaluate(
    async (settings) => {
      const { actions, store } = window.understory!;
      await actions.changePreferences({ backend: settings.backend, threads: settings.threads });
      const survey = store.getState().open!.survey;
      const isOtherPackage = survey.settings.packageId !== null && survey.settings.packageId !== settings.packageId;
      if (isOtherPackage && survey.counts.done > 0) await actions.startOver();
      await actions.changeSurveySettings({
        packageId: settings.packageId,
        place: { country: settings.country, admin1Region: settings.admin1Region },
        geofence: settings.geofence,
      });
    },
    { packageId, country, admin1Region, geofence, backend, threads },
  );
}

/** Runs the open survey to its end. @throws RunEnded */
export async function run(page: Page, say: (line: string) => void): Promise<void> {
  const isEmpty = await page.evaluate(() => window.understory!.store.getState().open!.images.length === 0);
  if (isEmpty) return; // nothing to run: the export is an empty list, as the reference writes it
  await page.evaluate(() => void window.understory!.actions.startRun());
  let said = '';
  for (;;) {
    const view = await page.evaluate(() => window.understory!.store.getState().open!.run);
    if (view.step === 'idle') {
      await page.waitForTimeout(POLL_MS);
      continue;
    }
    const { done, total, failed, imagesPerMinute } = view.progress;
    const speed = imagesPerMinute === null ? '' : `, ${imagesPerMinute.toFixed(1)} per minute`;
    const line =
      view.step === 'preparing' ? 'Preparing the models' : `${done} of ${total} done, ${failed} failed${speed}`;
    if (line !== said) say(line);
    said = line;
    if (view.step === 'finished') return;
    if (view.step === 'paused' || view.step === 'stopped') {
      const why =
        view.condition === null ? 'for no stated reason' : `${view.condition.code} ${view.condition.technical ?? ''}`;
      throw new RunEnded(`The run ended at ${done} of ${total}: ${why}. What is done is stored.`);
    }
    await page.waitForTimeout(POLL_MS);
  }
}

/** Saves the export. @returns seconds */
export async function saveExport(page: Page, wanted: AnalyzeArguments): Promise<number> {
  mkdirSync(dirname(wanted.out), { recursive: true });
  const started = performance.now();
  const [download, outcome] = await Promise.all([
    page.waitForEvent('download', { timeout: 300_000 }),
    page.evaluate((formatId) => window.understory!.actions.saveExport(formatId), wanted.formatId),
  ]);
  if (outcome.kind !== 'saved') throw new RunEnded(`The export was not written: ${JSON.stringify(outcome)}`);
  await download.saveAs(wanted.out);
  return (performance.now() - started) / 1000;
}

async function writeReport(app: DrivenApp, wanted: AnalyzeArguments, exportSeconds: number): Promise<void> {
  if (wanted.report === null) return;
  const report: RunReport | null = await app.page.evaluate(() => window.understory!.runReport());
  const { version, backend, images = 0, failures = 0, resumed = 0, seconds } = report ?? {};
  const total = seconds?.total ?? 0;
  const content = {
    version: version ?? null,
    backend: backend?.used ?? null,
    backendReason: backend?.reason ?? null,
    adapter: backend?.adapter ?? null,
    threads: backend?.threads ?? null,
    images,
    failures,
    resumed,
    seconds: { ...seconds, export: exportSeconds },
    imagesPerSecond: total > 0 ? (images - resumed) / total : null,
    requestsToOtherOrigins: app.foreignRequests.length,
    peakMemoryMB: await peakMemoryMb(app.context),
  };
  mkdirSync(dirname(wanted.report), { recursive: true });
  writeFileSync(wanted.report, `${JSON.stringify(content, null, 1)}\n`);
}
