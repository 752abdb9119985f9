import { createStore } from 'zustand/vanilla';
import { lostSince, readKeptNote, type KeptNote } from '../../storage/kept-note';
import { estimateStorage, requestPersistence } from '../../storage/storage-estimate';
import { createGuard, createToasts, type AppParts } from './app-parts';
import type { AppSetting } from './app-setting';
import type { AppActions } from './app-actions';
import type { AppState } from './app-state';
import type { Automation } from './automation';
import { toCondition, type Condition } from './condition';
import { createDownloadActions } from './download-actions';
import { createFastMaker } from './fast-maker';
import { createGeofenceActions } from './geofence-actions';
import { INITIAL_STATE } from './initial-state';
import { chooseLanguage, restoreLanguage } from './language';
import { createLabelNews } from './label-news';
import { lateLabelActions } from './late-label-actions';
import { lateRunFollower } from './late-run-follower';
import { lateRunQueue } from './late-run-queue';
import { lateSurveyTools } from './late-survey-tools';
import type { Offline } from './offline';
import { createOpeningActions } from './opening-actions';
import { createPackageActions } from './package-actions';
import type { OpenSession } from './open-session';
import { createReferenceCheck } from './reference-check';
import { createRunActions } from './run-actions';
import { createRunNews } from './run-news';
import { createSurveyActions } from './survey-actions';
import { createSurveyOpening } from './survey-opening';

const STORAGE_REFRESH_MS = 30_000;

/** Puts the parts of the state together. `start` reads what is stored; until then the screens show that they wait. */
export function createApp(setting: AppSetting): { readonly app: Automation; readonly start: () => Promise<void> } {
  const store = createStore<AppState>(() => INITIAL_STATE);
  const part = { ...setting, store };
  const { storage } = setting;
  const opening = createSurveyOpening(part);
  const tell = (condition: Condition) => store.setState({ condition });
  const news = createRunNews();
  const follower = lateRunFollower(part, {
    opening,
    news,
    isRunningHere: (target) => runs.running()?.id === target.id,
  });
  const follow = (target: OpenSession) =>
    void follower.followIfElsewhere(target).catch((error: unknown) => tell(toCondition(error)));
  const runs = createRunActions(part, opening, {
    news,
    onBegin: (target) => queue.begin(target),
    onAtRest(target, end) {
      follow(target);
      queue.end(target, end);
    },
  });
  let offline: Offline | null = null;

  async function refreshStorage(): Promise<void> {
    const { models, previews, results, free, isPersisted } = await estimateStorage(storage);
    store.setState({
      storage: {
        modelsBytes: models,
        resultsBytes: results ?? 0,
        previewsBytes: previews,
        freeBytes: free,
        isPersisted,
      },
    });
    if (offline !== null) store.setState({ network: await offline.readNetworkLog() });
  }

  const guarded = createGuard(part);
  const showToast = createToasts(part);
  const parts: AppParts = { ...part, opening, runs, guarded, showToast, refreshStorage };
  const packages = createPackageActions(parts);
  const downloads = createDownloadActions(parts, packages);
  const queue = lateRunQueue(parts);
  const surveyActions = createSurveyActions(parts, queue);
  const tools = lateSurveyTools(parts);
  const labelNews = createLabelNews();
  const labelActions = lateLabelActions(parts, labelNews);

  const actions: AppActions = {
    ...surveyActions,
    ...queue.actions,
    ...packages.actions,
    ...downloads.actions,
    ...tools.actions,
    ...createGeofenceActions(parts),
    ...labelActions,
    ...createOpeningActions(parts, {
      packages,
      startRun: surveyActions.startRun,
      follow,
      importFiles: tools.importHere,
      readNames: (file) => labelActions.readNames(file),
    }),
    changePreferences: guarded(async (change) => {
      if (change.language !== undefined) await chooseLanguage(change.language);
      store.setState({ preferences: { ...store.getState().preferences, ...change } });
      await storage.settings.updateSettings(change);
    }),
    refreshStorage: guarded(refreshStorage),
    requestPersistence: guarded(async () => {
      await requestPersistence();
      await refreshStorage();
    }),
    takeUpdate: guarded(async () => {
      // The files of the version that runs go away with it, and a run may still need some of them.
      if (await storage.surveys.isAnyRunLocked()) tell({ code: 'update-waits', details: {}, technical: null });
      else offline?.takeUpdate();
    }),
    dismissCondition: () => store.setState({ condition: null }),
    dismissToast: () => store.setState({ toast: null }),
    notify: (code, details = {}, undo) => showToast({ code, details, undo: undo ?? null }),
  };

  /** Tells once that the browser has cleared its storage; the surveys as they are now are noted already. */
  function tellLoss(before: KeptNote | null): void {
    const now = readKeptNote();
    const lost = now === null ? null : lostSince(before, now);
    if (lost === null) return;
    const { surveys, photos } = lost;
    tell({ code: 'storage-evicted', details: { surveys, photos }, technical: null });
  }

  async function start(): Promise<void> {
    try {
      // Fetched while the rest is read: the first screen names no label, the next one does.
      const labelBook = import('./restore-label-book');
      offline = await setting.startOffline(() => store.setState({ hasUpdate: true }));
      const { cutOff, missing } = await storage.startUp();
      const cutOffIds = new Set(cutOff.map(({ id }) => id));
      const preferences = await storage.settings.readSettings();
      await restoreLanguage(preferences.language);
      store.setState({ preferences });
      await packages.refresh();
      await downloads.restore();
      const kept = readKeptNote();
      await opening.refreshCards();
      await (await labelBook).restoreLabelBook(parts, labelNews);
      const [lostFile] = missing;
      if (lostFile !== undefined) tell({ code: 'package-damaged', details: { name: lostFile.name }, technical: null });
      tellLoss(kept);
      store.setState(({ surveys }) => ({
        surveys: surveys.map((card) => ({ ...card, wasCutOff: cutOffIds.has(card.survey.id) })),
        start: { step: 'ready' },
      }));
      queue.restore();
      await refreshStorage();
      setInterval(() => void actions.refreshStorage(), STORAGE_REFRESH_MS);
    } catch (error) {
      store.setState({ start: { step: 'failed', condition: toCondition(error) } });
    }
  }

  const { nextPackage, installDemoPackage } = packages;
  const app: Automation = {
    store,
    actions,
    referenceChecker: createReferenceCheck(part),
    fastMaker: createFastMaker(parts),
    runReport: () => runs.report(),
    nextPackage,
    installDemoPackage,
  };
  return { app, start };
}
