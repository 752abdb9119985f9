import type { ModelPackage } from '../../domain/model-package';
import type { ListedImage, SurveyState } from '../../domain/survey';
import type { ImageSource } from '../../files/image-source';
import type { StatePart } from './app-setting';
import type { RunProgressView, RunView } from './app-state';
import type { RunReport } from './automation';
import { toCondition, type Condition } from './condition';
import type { OpenSession } from './open-session';
import { listFolder } from './survey-folder';
import type { SurveyOpening } from './survey-opening';
import type { SurveyRun } from './survey-run';

export interface RunActions {
  start(): Promise<void>;
  pause(): void;
  resume(): void;
  stop(): void;
  /** Stops the run, if one goes on, and waits until its last fact is stored. */
  end(): Promise<void>;
  readonly isRunning: () => boolean;
  readonly report: () => RunReport | null;
}

/** Where the survey stands when no run could begin. */
function progressAtRest(target: OpenSession): RunProgressView {
  const { listed, done, failed } = target.survey().counts;
  return {
    done,
    total: Math.max(listed, done),
    failed,
    imagesPerMinute: null,
    secondsLeft: null,
    stageMs: { read: 0, detect: 0, name: 0, store: 0 },
    backend: null,
    newest: [],
  };
}

/** Starting and steering the run of the open survey. It goes on while other screens are shown. */
export function createRunActions(part: StatePart, opening: SurveyOpening): RunActions {
  const { storage, store } = part;
  let run: SurveyRun | null = null;
  let session: OpenSession | null = null;
  /** From the click to the last stored fact; a second click meanwhile starts nothing. */
  let goingOn: Promise<void> | null = null;
  let isEndAsked = false;
  let report: RunReport | null = null;

  const refuse = (target: OpenSession, condition: Condition) =>
    target.setRun({ step: 'stopped', progress: progressAtRest(target), condition });

  function start(): Promise<void> {
    const target = opening.current();
    if (target === null) return Promise.resolve();
    isEndAsked = false;
    goingOn ??= startRun(target)
      .finally(() => {
        goingOn = null;
      })
      .then(() => opening.refreshCards());
    return goingOn;
  }

  async function startRun(target: OpenSession): Promise<void> {
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
        else await runToEnd(target, modelPackage, source);
      } finally {
        outcome.lock.release();
        run = null;
      }
    } catch (error) {
      run = null;
      refuse(target, toCondition(error));
    }
  }

  async function runToEnd(target: OpenSession, modelPackage: ModelPackage, source: ImageSource): Promise<void> {
    const labels = await opening.readLabels(target);
    const [{ planRunWork }, { startSurveyRun }] = await Promise.all([import('./run-work'), import('./survey-run')]);
    const work = await planRunWork(storage, target, modelPackage, labels);
    await setState(target, 'running');
    target.setCutOff(false);
    session = target;
    const listing = new AbortController();
    const images = imagesOf(target, source, listing.signal);
    const { preferences } = store.getState();
    run = startSurveyRun(
      part,
      { survey: target.survey(), modelPackage, source, images, preferences, ...work },
      {
        onFact: (inference) => target.addNewFact(inference),
        onView: (view) => {
          target.setRun(view);
          if (view.step === 'paused') void setState(target, 'paused').catch(() => undefined); // a full disk is told already
        },
      },
    );
    if (isEndAsked) run.stop();
    const release = await keepAwake();
    const end = await run.ended;
    listing.abort();
    release();
    await setState(target, stateAfter(end));
    report = reportOf(run, target);
    target.setRun(end);
    target.flush();
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
  async function* imagesOf(target: OpenSession, source: ImageSource, signal: AbortSignal) {
    if (store.getState().open?.listing.step === 'listed') {
      yield target.rows.snapshot().map(({ filepath, size }) => ({ filepath, size, lastModified: 0 }));
      return;
    }
    opening.stopListing();
    await storage.listings.deleteListing(target.id);
    const found: ListedImage[] = [];
    const folder = listFolder(target, source, signal);
    for await (const batch of folder.batches) {
      found.push(...batch);
      await storage.listings.appendListing(target.id, batch); // so that the folder is known again if this run is cut off
      yield batch;
    }
    await opening.keepListing(target, found);
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
