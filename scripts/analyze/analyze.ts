import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright';
import type { RunReport } from '../../src/app/state/automation';
import { driveApp, type DrivenApp } from '../drive-app';
import { dropPaths } from '../drop-paths';
import { peakMemoryMb } from '../peak-memory';
import { isSurveyFile } from '../../src/app/state/dropped-kind';
import type { ImportUse } from '../../src/app/state/import-view';
import { REFERENCE_SETTINGS, type RunMode, type SurveySettings } from '../../src/domain/survey';
import { ArgumentError, type AnalyzeArguments } from './arguments';

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
    await addFiles(app.page, wanted);
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
  const { backend, threads, workers, networks } = wanted;
  await page.evaluate(
    async ([settings, preferences]) => {
      const { actions, store } = window.understory!;
      await actions.changePreferences(preferences);
      const survey = store.getState().open!.survey;
      const isOtherPackage = survey.settings.packageId !== null && survey.settings.packageId !== settings.packageId;
      if (isOtherPackage && survey.counts.done > 0) await actions.startOver();
      await actions.changeSurveySettings(settings);
    },
    [settingsOf(wanted, packageId), { backend, threads, workers, fastNetworks: networks === 'fast' }] as const,
  );
}

/** The survey's settings in the words of the command line. */
function settingsOf(wanted: AnalyzeArguments, packageId: string): Omit<SurveySettings, 'targetSpecies'> {
  const { country, admin1Region, eventGapSeconds } = wanted;
  return {
    ...REFERENCE_SETTINGS,
    packageId,
    mode: modeOf(wanted),
    speciesPer: wanted.speciesPer,
    place: { country, admin1Region },
    placeFromCoordinates: wanted.placeFromCoordinates,
    geofence: wanted.geofence,
    rollup: wanted.rollup,
    smoothing: wanted.smoothing,
    events: { ...REFERENCE_SETTINGS.events, ...(eventGapSeconds !== null && { gapSeconds: eventGapSeconds }) },
  };
}

function modeOf({ run, files }: AnalyzeArguments): RunMode {
  switch (run) {
    case 'full':
      return 'species';
    case 'detector':
      return 'detections';
    case 'classifier':
      return files.detections === null ? 'classify-whole-images' : 'classify-detections';
    case 'ensemble':
      return 'ensemble';
  }
}

/** Drops the files that belong to the survey, one after the other, each for what its option says. @throws ArgumentError */
async function addFiles(page: Page, { files }: AnalyzeArguments): Promise<void> {
  const uses: readonly (readonly [string | null, ImportUse])[] = [
    [files.instances, 'instances'],
    [files.geofenceRules, 'geofence-rules'],
    [files.targetSpecies, 'target-species'],
    [files.detections, 'detections'],
    [files.classifications, 'classifications'],
    [files.continue, 'continue'],
  ];
  for (const [path, use] of uses) if (path !== null) await addFile(page, path, use);
}

async function addFile(page: Page, path: string, use: ImportUse): Promise<void> {
  // The app takes anything else for photos or a package.
  if (!isSurveyFile(path)) throw new ArgumentError(`${path} can't be used: it is no .json, .csv or .txt`);
  await dropPaths(page, [path]);
  await page.waitForFunction(() => {
    const { step } = window.understory!.store.getState().importing;
    return step === 'offered' || step === 'refused';
  });
  const refusal = await page.evaluate(async (wanted) => {
    const { actions, store } = window.understory!;
    const { importing } = store.getState();
    if (importing.step === 'refused') return importing.condition.technical ?? importing.condition.code;
    if (importing.step !== 'offered' || !importing.offer.uses.includes(wanted)) return `it is no file for --${wanted}`;
    await actions.applyImport(wanted);
    return null;
  }, use);
  if (refusal !== null) throw new ArgumentError(`${path} can't be used: ${refusal}`);
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
    page.evaluate(([formatId, options]) => window.understory!.actions.saveExport(formatId, options), [
      wanted.formatId,
      { includesRawClasses: wanted.rawClassifications },
    ] as const),
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
    workers: backend === undefined || backend === null ? null : (backend.workers ?? 1),
    fastForm: backend?.fast ?? null,
    inputs: backend?.inputs ?? null,
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
