import type { ModelPackage, PackageFile } from '../../domain/model-package';
import type { ListedImage, SurveyState } from '../../domain/survey';
import type { ImageSource } from '../../files/image-source';
import type { StatePart } from './app-setting';
import type { RunView } from './app-state';
import type { RunReport } from './automation';
import { combineFiles } from './combine-files';
import type { Condition } from './condition';
import { findDamagedFile } from './damaged-file';
import type { OpenSession } from './open-session';
import { knownFilesOf, outdatedFilepaths } from './outdated-facts';
import { progressAtRest } from './progress-at-rest';
import type { RunNews } from './run-news';
import { planRun } from './plan-run';
import type { RunKind } from './run-kind';
import type { RunWork } from './run-work';
import { listFolder } from './survey-folder';
import type { SurveyOpening } from './survey-opening';
import { startSurveyRun, type SurveyRun } from './survey-run';

interface Needs {
  readonly part: StatePart;
  readonly opening: SurveyOpening;
  readonly news: RunNews;
  /** Hashes of stored files that were read since the page was opened, and were whole. */
  readonly sound: Set<string>;
}

/** How whoever started a run hears of it and steers it. */
export interface SurveySteering {
  readonly show: (view: RunView) => void;
  readonly isEndAsked: () => boolean;
  /** From now on it can be paused and stopped. */
  readonly begun: (run: SurveyRun) => void;
}

/** The last view, which the survey shows already, and what the run did; null = it did not begin. */
export interface EndedSurveyRun {
  readonly end: RunView;
  readonly report: RunReport | null;
}

/** One run of a survey, on the screen or not, from taking its lock to its last stored fact. */
export async function runSurvey(
  { part, opening, news, sound }: Needs,
  { target, kind }: { readonly target: OpenSession; readonly kind: RunKind },
  { show, isEndAsked, begun }: SurveySteering,
): Promise<EndedSurveyRun> {
  const { storage, store } = part;

  function refuse(condition: Condition): EndedSurveyRun {
    const end: RunView = { step: 'stopped', progress: progressAtRest(target), condition };
    target.setRun(end);
    return { end, report: null };
  }

  async function run(): Promise<EndedSurveyRun> {
    const modelPackage = target.modelPackage();
    const source = target.source();
    const isCombining = target.survey().settings.mode === 'ensemble';
    if (modelPackage === null) return refuse({ code: 'package-missing', details: {}, technical: null });
    if (source === null && !isCombining) {
      return refuse({ code: 'folder-gone', details: { name: target.survey().name }, technical: null });
    }
    await opening.ensureStored(target);
    const outcome = await storage.surveys.takeRunLock(target.id);
    if (outcome.kind === 'running-elsewhere') {
      return refuse({ code: 'running-elsewhere', details: {}, technical: null });
    }
    try {
      if (isCombining || source === null) return { end: await combineToEnd(), report: null };
      return await runToEnd(modelPackage, source);
    } finally {
      outcome.lock.release();
    }
  }

  async function runToEnd(own: ModelPackage, source: ImageSource): Promise<EndedSurveyRun> {
    const labels = await opening.readLabels(target);
    const planned = await planRun(storage, target, { modelPackage: own, labels, kind });
    if (planned === null) return refuse(FAST_DETECTOR_GONE);
    const { work, modelPackage } = planned;
    const damaged = findDamagedFile(part, modelPackage, sound);
    await setState('running');
    target.setCutOff(false);
    const listing = new AbortController();
    const corrected = new Map<string, ListedImage>();
    const images = imagesOf(source, { work, corrected }, listing.signal);
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
          news.tell([target.id, inference.filepath]);
        },
        onView: (view) => {
          show(view);
          if (view.step === 'paused') void setState('paused').catch(() => undefined); // a full disk is told already
        },
      },
    );
    begun(run);
    const release = await keepAwake();
    const last = await run.ended;
    listing.abort();
    release();
    const end = isDamaged(last) ? await takeOutDamaged(own, await damaged, last) : last;
    // All photos have their answers before a second look, and keep them when it stops.
    await setState(kind === 'second-look' ? 'finished' : stateAfter(end));
    target.setRun(end);
    target.flush();
    return { end, report: reportOf(run, target) };
  }

  /**
   * A damaged file goes, and its package with it: both come back when the person adds the package again. Returns the end of
   * the run as it is to be told.
   */
  async function takeOutDamaged(
    { id, fastDetector }: ModelPackage,
    damaged: PackageFile | null,
    end: StoppedView,
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
  async function combineToEnd(): Promise<RunView> {
    await setState('running');
    target.setCutOff(false);
    const tell = () => show({ step: 'running', progress: progressAtRest(target) });
    tell();
    const labels = await opening.readLabels(target);
    await combineFiles({ storage, opening }, target, labels, { isStopped: isEndAsked, onBatch: tell });
    const end: RunView = {
      step: isEndAsked() ? 'stopped' : 'finished',
      progress: progressAtRest(target),
      condition: null,
    };
    await setState(stateAfter(end));
    target.setRun(end);
    target.flush();
    return end;
  }

  /** What is listed already; else the folder is listed while the run goes on. */
  async function* imagesOf(
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

  async function setState(state: SurveyState): Promise<void> {
    await opening.updateSurvey(target, (survey) => ({ ...survey, state }));
  }

  return run();
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
