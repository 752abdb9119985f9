import type { ModelPackage, PackageFile } from '../../domain/model-package';
import type { ListedImage, SurveyState } from '../../domain/survey';
import type { ImageSource } from '../../files/image-source';
import type { StatePart } from './app-setting';
import type { GoingRun, RunView } from './app-state';
import type { RunReport } from './automation';
import { toCondition, type Condition } from './condition';
import { findDamagedFile } from './damaged-file';
import type { OpenSession } from './open-session';
import { knownFilesOf, outdatedFilepaths } from './outdated-facts';
import { progressAtRest } from './progress-at-rest';
import type { RunNews } from './run-news';
import type { RunWork } from './run-work';
import { listFolder } from './survey-folder';
import type { SurveyOpening } from './survey-opening';
import type { SurveyRun } from './survey-run';
import { throttle } from './throttle';

export interface RunActions {
  /** Runs the open survey. */
  start(): Promise<void>;
  /** Runs a survey, on the screen or not; settles when its run is over and told. While another run goes on, does nothing. */
  run(target: OpenSession): Promise<void>;
  pause(): void;
  resume(): void;
  stop(): void;
  /** Stops the run, if one goes on, and waits until its last fact is stored. */
  end(): Promise<void>;
  /** The survey that this tab runs, from the click to the last stored fact; null = none. */
  readonly running: () => OpenSession | null;
  readonly report: () => RunReport | null;
}

interface Needs {
  readonly news: RunNews;
  readonly onBegin: (target: OpenSession) => void;
  /** Called when no run goes on here any more: another tab may have one, or another survey may wait. */
  readonly onAtRest: (target: OpenSession, end: RunView) => void;
}

/** What is said of the run beside its own survey: a few times a second is enough. */
const GOING_MS = 250;

/** Starting and steering a run. It goes on while other screens are shown, and other surveys. */
export function createRunActions(
  part: StatePart,
  opening: SurveyOpening,
  { news, onBegin, onAtRest }: Needs,
): RunActions {
  const { storage, store } = part;
  let surveyRun: SurveyRun | null = null;
  let running: OpenSession | null = null;
  /** From the click to the last stored fact; a second click meanwhile starts nothing. */
  let goingOn: Promise<void> | null = null;
  let isEndAsked = false;
  let report: RunReport | null = null;
  /** Hashes of stored files that were read since the page was opened, and were whole. */
  const sound = new Set<string>();

  let going: GoingRun | null = null;
  const tellGoing = throttle(GOING_MS, () => store.setState({ going }));

  function tellNow(next: GoingRun | null): void {
    going = next;
    tellGoing.call();
    tellGoing.flush();
  }

  function show(target: OpenSession, run: RunView): void {
    target.setRun(run);
    const next = { surveyId: target.id, name: target.survey().name, run };
    if (going?.run.step !== run.step) return tellNow(next);
    going = next;
    tellGoing.call();
  }

  function refuse(target: OpenSession, condition: Condition): RunView {
    const run: RunView = { step: 'stopped', progress: progressAtRest(target), condition };
    target.setRun(run);
    return run;
  }

  function run(target: OpenSession): Promise<void> {
    isEndAsked = false;
    if (goingOn !== null) return goingOn;
    running = target;
    opening.hold(target);
    const progress = progressAtRest(target);
    const preparing: RunView = { step: 'preparing', startedAt: Date.now(), progress };
    tellNow({ surveyId: target.id, name: target.survey().name, run: preparing });
    onBegin(target);
    goingOn = startRun(target)
      .finally(() => {
        goingOn = null;
        running = null;
        tellNow(null);
      })
      .then(async (end) => {
        opening.release(target);
        await opening.refreshCards();
        onAtRest(target, end);
      });
    return goingOn;
  }

  async function startRun(target: OpenSession): Promise<RunView> {
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
        if (isCombining || source === null) return await combineToEnd(target);
        return await runToEnd(target, modelPackage, source);
      } finally {
        outcome.lock.release();
        surveyRun = null;
      }
    } catch (error) {
      surveyRun = null;
      return refuse(target, toCondition(error));
    }
  }

  async function runToEnd(target: OpenSession, modelPackage: ModelPackage, source: ImageSource): Promise<RunView> {
    const labels = await opening.readLabels(target);
    const [{ planRunWork }, { startSurveyRun }] = await Promise.all([import('./run-work'), import('./survey-run')]);
    const work = await planRunWork(storage, target, modelPackage, labels);
    const damaged = findDamagedFile(part, modelPackage, sound);
    await setState(target, 'running');
    target.setCutOff(false);
    const listing = new AbortController();
    const corrected = new Map<string, ListedImage>();
    const images = imagesOf(target, source, { work, corrected }, listing.signal);
    const { preferences } = store.getState();
    const run = startSurveyRun(
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
          show(target, view);
          if (view.step === 'paused') void setState(target, 'paused').catch(() => undefined); // a full disk is told already
        },
      },
    );
    surveyRun = run;
    if (isEndAsked) run.stop();
    const release = await keepAwake();
    const end = await run.ended;
    listing.abort();
    release();
    if (isDamaged(end)) await takeOutDamaged(target, modelPackage, await damaged);
    await setState(target, stateAfter(end));
    report = reportOf(run, target);
    target.setRun(end);
    target.flush();
    return end;
  }

  /** A damaged file goes, and its package with it: both come back when the person adds the package again. */
  async function takeOutDamaged(target: OpenSession, { id }: ModelPackage, damaged: PackageFile | null): Promise<void> {
    if (damaged === null) return;
    await storage.files.removeFile(damaged.sha256);
    await storage.packages.removePackage(id);
    store.setState({ packages: await storage.packages.listPackages() });
    await opening.applyRules(target);
  }

  /** Facts come from files: no network runs, nothing of the folder is read. */
  async function combineToEnd(target: OpenSession): Promise<RunView> {
    await setState(target, 'running');
    target.setCutOff(false);
    const tell = () => show(target, { step: 'running', progress: progressAtRest(target) });
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
    return end;
  }

  /** What is listed already; else the folder is listed while the run goes on. */
  async function* imagesOf(
    target: OpenSession,
    source: ImageSource,
    { work, corrected }: { readonly work: RunWork; readonly corrected: ReadonlyMap<string, ListedImage> },
    signal: AbortSignal,
  ) {
    if (target.isListed()) {
      yield target.rows.snapshot().map(({ filepath, size }) => ({ filepath, size, lastModified: 0 }));
      return;
    }
    opening.stopListing(target);
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
      yield batch;
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
    start() {
      const target = opening.current();
      return target === null ? Promise.resolve() : run(target);
    },
    run,
    pause: () => surveyRun?.pause(),
    resume() {
      surveyRun?.resume();
      if (surveyRun !== null && running !== null) void setState(running, 'running').catch(() => undefined); // as above
    },
    stop() {
      // Before the networks are asked for, and while files are combined, there is no run yet to be stopped.
      if (surveyRun === null) isEndAsked = true;
      else surveyRun.stop();
    },
    async end() {
      isEndAsked = true;
      surveyRun?.stop();
      await goingOn;
    },
    running: () => running,
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

const isDamaged = (view: RunView) => view.step === 'stopped' && view.condition?.code === 'package-damaged';

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
