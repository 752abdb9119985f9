import type { ModelPackage, PackageFile } from '../../domain/model-package';
import type { ListedImage, SurveyState } from '../../domain/survey';
import type { ImageSource } from '../../files/image-source';
import type { StatePart } from './app-setting';
import type { RunView } from './app-state';
import type { RunReport } from './automation';
import { toCondition, type Condition } from './condition';
import { findDamagedFile } from './damaged-file';
import type { OpenSession } from './open-session';
import { knownFilesOf, outdatedFilepaths } from './outdated-facts';
import type { RunKind } from './run-kind';
import { progressAtRest } from './progress-at-rest';
import type { RunNews } from './run-news';
import type { RunWork } from './run-work';
import { listFolder } from './survey-folder';
import type { SurveyOpening } from './survey-opening';
import type { SurveyRun } from './survey-run';

export interface RunActions {
  start(kind?: RunKind): Promise<void>;
  pause(): void;
  resume(): void;
  stop(): void;
  /** Stops the run, if one goes on, and waits until its last fact is stored. */
  end(): Promise<void>;
  readonly isRunning: () => boolean;
  readonly report: () => RunReport | null;
}

interface Needs {
  readonly news: RunNews;
  /** Called when no run goes on here any more: another tab may have one. */
  readonly onAtRest: (target: OpenSession) => void;
}

/** Starting and steering the run of the open survey. It goes on while other screens are shown. */
export function createRunActions(part: StatePart, opening: SurveyOpening, { news, onAtRest }: Needs): RunActions {
  const { storage, store } = part;
  let run: SurveyRun | null = null;
  let session: OpenSession | null = null;
  /** From the click to the last stored fact; a second click meanwhile starts nothing. */
  let goingOn: Promise<void> | null = null;
  let isEndAsked = false;
  let report: RunReport | null = null;
  /** Hashes of stored files that were read since the page was opened, and were whole. */
  const sound = new Set<string>();

  const refuse = (target: OpenSession, condition: Condition) =>
    target.setRun({ step: 'stopped', progress: progressAtRest(target), condition });

  function start(kind: RunKind = 'run'): Promise<void> {
    const target = opening.current();
    if (target === null) return Promise.resolve();
    isEndAsked = false;
    goingOn ??= startRun(target, kind)
      .finally(() => {
        goingOn = null;
      })
      .then(async () => {
        await opening.refreshCards();
        onAtRest(target);
      });
    return goingOn;
  }

  async function startRun(target: OpenSession, kind: RunKind): Promise<void> {
    const modelPackage = target.modelPackage();
    const source = target.source();
    const isCombining = target.survey().settings.mode === 'ensemble';
    if (modelPackage === null) return refuse(target, { code: 'package-missing', details: {}, technical: null });
    if (source === null && !isCombining) {
      return refuse(target, { code: 'folder-gone', details: { name: target.survey().name }, technical: null });
    }
    try {
      await opening.ensureStored(target);
      const outcome = await storage.surveys.takeRunLock(target.id);
      if (outcome.kind === 'running-elsewhere') {
        return refuse(target, { code: 'running-elsewhere', details: {}, technical: null });
      }
      try {
        if (isCombining || source === null) await combineToEnd(target);
        else await runToEnd(target, modelPackage, { source, kind });
      } finally {
        outcome.lock.release();
        run = null;
      }
    } catch (error) {
      run = null;
      refuse(target, toCondition(error));
    }
  }

  async function runToEnd(
    target: OpenSession,
    own: ModelPackage,
    { source, kind }: { readonly source: ImageSource; readonly kind: RunKind },
  ): Promise<void> {
    const labels = await opening.readLabels(target);
    const [{ planRun }, { startSurveyRun }] = await Promise.all([import('./plan-run'), import('./survey-run')]);
    const planned = await planRun(storage, target, { modelPackage: own, labels, kind });
    if (planned === null) return refuse(target, FAST_DETECTOR_GONE);
    const { work, modelPackage } = planned;
    const damaged = findDamagedFile(part, modelPackage, sound);
    await setState(target, 'running');
    target.setCutOff(false);
    session = target;
    const listing = new AbortController();
    const corrected = new Map<string, ListedImage>();
    const images = imagesOf(target, source, { work, corrected }, listing.signal);
    const { preferences } = store.getState();
    run = startSurveyRun(
      part,
      {
        survey: target.survey(),
        modelPackage,
        source,
        images,
        preferences,
        damaged,
        sizeOf: (filepath) => target.rows.get(filepath)?.size ?? null,
        async onOtherSize(image) {
          corrected.set(image.filepath, image);
          target.addListed([image]);
          await storage.listings.correctImage(target.id, image);
        },
        failed: () => target.survey().counts.failed,
        ...work,
      },
      {
        onFact: (inference) => {
          target.addNewFact(inference);
          news.tell(target.id, inference.filepath);
        },
        onView: (view) => {
          target.setRun(view);
          if (view.step === 'paused') void setState(target, 'paused').catch(() => undefined); // a full disk is told already
        },
      },
    );
    if (isEndAsked) run.stop();
    const release = await keepAwake();
    const last = await run.ended;
    listing.abort();
    release();
    const end = isDamaged(last) ? await takeOutDamaged(target, own, { damaged: await damaged, end: last }) : last;
    // All photos have their answers before a second look, and keep them when it stops.
    await setState(target, kind === 'second-look' ? 'finished' : stateAfter(end));
    report = reportOf(run, target);
    target.setRun(end);
    target.flush();
  }

  /**
   * A damaged file goes, and its package with it: both come back when the person adds the package again. Returns the end of
   * the run as it is to be told.
   */
  async function takeOutDamaged(
    target: OpenSession,
    { id, fastDetector }: ModelPackage,
    { damaged, end }: { readonly damaged: PackageFile | null; readonly end: StoppedView },
  ): Promise<RunView> {
    if (damaged === null) return end;
    const { sha256 } = damaged;
    await storage.files.removeFile(sha256);
    // A fast detector can be made again: the package itself is whole.
    const isOfFast = fastDetector?.files.some((file) => file.sha256 === sha256) === true;
    await (isOfFast ? storage.packages.removeFastDetector(id) : storage.packages.removePackage(id));
    store.setState({ packages: await storage.packages.listPackages() });
    await opening.applyRules(target);
    return isOfFast ? { ...end, condition: FAST_DETECTOR_GONE } : end;
  }

  /** Facts come from files: no network runs, nothing of the folder is read. */
  async function combineToEnd(target: OpenSession): Promise<void> {
    await setState(target, 'running');
    target.setCutOff(false);
    const tell = () => target.setRun({ step: 'running', progress: progressAtRest(target) });
    tell();
    const labels = await opening.readLabels(target);
    const { combineFiles } = await import('./combine-files');
    await combineFiles({ storage, opening }, target, labels, { isStopped: () => isEndAsked, onBatch: tell });
    const end: RunView = {
      step: isEndAsked ? 'stopped' : 'finished',
      progress: progressAtRest(target),
      condition: null,
    };
    await setState(target, stateAfter(end));
    target.setRun(end);
    target.flush();
  }

  /** What is listed already; else the folder is listed while the run goes on. */
  async function* imagesOf(
    target: OpenSession,
    source: ImageSource,
    { work, corrected }: { readonly work: RunWork; readonly corrected: ReadonlyMap<string, ListedImage> },
    signal: AbortSignal,
  ) {
    if (store.getState().open?.listing.step === 'listed') {
      yield target.rows.snapshot().map(({ filepath, size }) => ({ filepath, size, lastModified: 0 }));
      return;
    }
    opening.stopListing();
    const known = knownFilesOf(target.rows.snapshot());
    await storage.listings.deleteListing(target.id);
    const found: ListedImage[] = [];
    const folder = listFolder(target, source, signal);
    for await (const batch of folder.batches) {
      found.push(...batch);
      const outdated = outdatedFilepaths(known, batch);
      work.forget(outdated);
      await opening.forgetFacts(target, outdated);
      await storage.listings.appendListing(target.id, batch); // so that the folder is known again if this run is cut off
      yield batch.filter(({ filepath }) => work.isAsked(filepath));
    }
    await opening.keepListing(
      target,
      found.map((image) => corrected.get(image.filepath) ?? image),
    );
    folder.complete();
  }

  async function setState(target: OpenSession, state: SurveyState): Promise<void> {
    await opening.updateSurvey(target, (survey) => ({ ...survey, state }));
  }

  return {
    start,
    pause: () => run?.pause(),
    resume() {
      run?.resume();
      if (run !== null && session !== null) void setState(session, 'running').catch(() => undefined); // as above
    },
    stop() {
      // Before the networks are asked for, and while files are combined, there is no run yet to be stopped.
      if (run === null) isEndAsked = true;
      else run.stop();
    },
    async end() {
      isEndAsked = true;
      run?.stop();
      await goingOn;
    },
    isRunning: () => goingOn !== null,
    report: () => report,
  };
}

function reportOf(run: SurveyRun, target: OpenSession): RunReport {
  const { done, failed } = target.survey().counts;
  return {
    version: __APP_VERSION__,
    backend: run.backend(),
    images: done,
    failures: failed,
    resumed: run.resumed(),
    seconds: run.seconds(),
  };
}

type StoppedView = Extract<RunView, { readonly step: 'stopped' }>;

const FAST_DETECTOR_GONE: Condition = { code: 'fast-detector-gone', details: {}, technical: null };

function isDamaged(view: RunView): view is StoppedView {
  return view.step === 'stopped' && view.condition?.code === 'package-damaged';
}

function stateAfter(view: RunView): SurveyState {
  return view.step === 'finished' ? 'finished' : 'stopped';
}

/** The screen stays on during a run where the browser can do that; it may refuse, and the run does not mind. */
async function keepAwake(): Promise<() => void> {
  try {
    const lock = await navigator.wakeLock.request('screen');
    return () => void lock.release();
  } catch {
    return () => undefined;
  }
}
