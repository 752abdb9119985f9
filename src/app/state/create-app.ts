import { createStore } from 'zustand/vanilla';
import { isUsableForPackage } from './dropped-kind';
import { collectFiles } from '../../files/collect-files';
import { takeDroppedItems } from '../../files/dropped-items';
import { createImageSource, sourceFromHandle } from '../../files/image-source';
import { nodesFromInput } from '../../files/input-files';
import { pickFolder, supportsFolderPicker } from '../../files/pick-folder';
import type { SourceNode } from '../../files/source-node';
import { estimateStorage, requestPersistence } from '../../storage/storage-estimate';
import type { AppActions, AppState, Toast } from './app-state';
import type { AppSetting } from './app-setting';
import type { Automation } from './automation';
import { toCondition } from './condition';
import { createDemoSource, fetchDemoPackage, readDemoManifest } from './demo';
import { previewExport, saveExport } from './export-actions';
import { INITIAL_STATE } from './initial-state';
import type { Offline } from './offline';
import { createPackageJobs, type PackageOutcome } from './package-jobs';
import { createPhotoUrls } from './photo-urls';
import { createPreviewCache } from './preview-cache';
import { routes } from './routes';
import { createRunActions } from './run-actions';
import { createSurveyOpening } from './survey-opening';

const STORAGE_REFRESH_MS = 30_000;

/** Puts the parts of the state together. `start` reads what is stored; until then the screens show that they wait. */
export function createApp(setting: AppSetting): { readonly app: Automation; readonly start: () => Promise<void> } {
  const store = createStore<AppState>(() => INITIAL_STATE);
  const part = { ...setting, store };
  const { storage, navigate } = setting;
  const opening = createSurveyOpening(part);
  const runs = createRunActions(part, opening);
  const previews = createPreviewCache();
  const photos = createPhotoUrls();
  const packageWaiters = new Set<(outcome: PackageOutcome) => void>();
  let offline: Offline | null = null;
  let toasts = 0;

  const jobs = createPackageJobs({
    storage,
    connectPackage: setting.connectPackage,
    threads: () => store.getState().preferences.threads,
    changeJobs: (change) => store.setState(({ packageJobs }) => ({ packageJobs: change(packageJobs) })),
  });

  const showToast = (toast: Omit<Toast, 'id'>) => store.setState({ toast: { ...toast, id: ++toasts } });
  /** Screens never have to catch: what goes wrong is said across the top. */
  const guarded =
    <Args extends readonly unknown[]>(work: (...args: Args) => Promise<void>) =>
    async (...args: Args): Promise<void> => {
      try {
        await work(...args);
      } catch (error) {
        store.setState({ condition: toCondition(error) });
      }
    };

  async function refreshPackages(): Promise<void> {
    store.setState({ packages: await storage.packages.listPackages() });
  }

  async function refreshStorage(): Promise<void> {
    const report = await estimateStorage(storage);
    const { models, previews: previewBytes, results, free, isPersisted } = report;
    store.setState({
      storage: {
        modelsBytes: models,
        resultsBytes: results ?? 0,
        previewsBytes: previewBytes,
        freeBytes: free,
        isPersisted,
      },
    });
    if (offline !== null) store.setState({ network: await offline.readNetworkLog() });
  }

  async function addPackage(candidates: Parameters<typeof jobs.add>[0], isDemo: boolean): Promise<PackageOutcome> {
    const outcome = await jobs.add(candidates, isDemo);
    if (outcome.kind === 'added') {
      await requestPersistence().catch(() => false); // refused or unknown: said in the settings
      await refreshPackages();
      await offerToWaitingSurvey(outcome.modelPackage.id, isDemo);
      if (!isDemo) showToast({ code: 'package-added', details: { name: outcome.modelPackage.name }, undo: null });
      await refreshStorage();
    }
    for (const waiter of packageWaiters) waiter(outcome);
    packageWaiters.clear();
    return outcome;
  }

  /** A survey that waits for a package takes the first that arrives. */
  async function offerToWaitingSurvey(packageId: string, isDemo: boolean): Promise<void> {
    const session = opening.current();
    if (session === null || session.survey().settings.packageId !== null || session.survey().isDemo !== isDemo) return;
    await opening.updateSurvey(session, (survey) => ({ ...survey, settings: { ...survey.settings, packageId } }));
    await opening.applyRules(session);
  }

  async function openNodes(nodes: readonly SourceNode[]): Promise<void> {
    if (await isUsableForPackage(nodes)) {
      navigate(routes.models);
      await addPackage(await collectFiles(nodes), false);
      return;
    }
    const source = createImageSource(nodes);
    if (source !== null) await openSource(source);
  }

  async function openSource(...args: Parameters<typeof opening.openSource>): Promise<void> {
    if (runs.isRunning()) {
      store.setState({ condition: { code: 'run-under-way', details: {}, technical: null } });
      return;
    }
    photos.clear();
    await opening.openSource(...args);
  }

  async function installDemoPackage(): Promise<string> {
    const known = (await storage.packages.listPackages()).find(({ isDemo }) => isDemo);
    if (known !== undefined) return known.id;
    const outcome = await addPackage(await fetchDemoPackage(await readDemoManifest()), true);
    if (outcome.kind === 'added') return outcome.modelPackage.id;
    throw new Error(`The demonstration package was not added: ${JSON.stringify(outcome)}`);
  }

  const actions: AppActions = {
    pickFolder: supportsFolderPicker()
      ? guarded(async () => {
          const handle = await pickFolder();
          if (handle !== null) await openSource(sourceFromHandle(handle));
        })
      : null,
    openDropped: (data) => {
      const nodes = takeDroppedItems(data); // now, before anything is awaited
      return guarded(async () => openNodes(await nodes))();
    },
    openInputFiles: guarded((files) => openNodes(nodesFromInput(files))),
    tryDemo: guarded(async () => {
      if (runs.isRunning()) {
        store.setState({ condition: { code: 'run-under-way', details: {}, technical: null } });
        return;
      }
      await installDemoPackage();
      await openSource(createDemoSource(await readDemoManifest()), { isDemo: true, name: 'Demo' });
      const session = opening.current();
      if (session === null) return;
      navigate(routes.run(session.id));
      void actions.startRun(); // the demonstration is open; its run is told by its own screen
    }),
    openSurvey: guarded(async (id) => {
      if (runs.isRunning() && opening.current()?.id !== id) {
        store.setState({ condition: { code: 'run-under-way', details: {}, technical: null } });
        return;
      }
      photos.clear();
      await opening.openSurvey(id);
    }),
    closeSurvey: () => opening.close(),
    renameSurvey: guarded(async (id, name) => {
      await storage.surveys.updateSurvey(id, (survey) => ({ ...survey, name }));
      const session = opening.current();
      if (session?.id === id) session.setSurvey({ ...session.survey(), name });
      await opening.refreshCards();
    }),
    deleteSurvey: guarded(async (id) => {
      const name = store.getState().surveys.find(({ survey }) => survey.id === id)?.survey.name ?? '';
      if (opening.current()?.id === id) opening.close();
      await storage.surveys.deleteSurvey(id);
      await opening.refreshCards();
      const undo = guarded(async () => {
        await storage.surveys.restoreSurvey(id);
        await opening.refreshCards();
      });
      showToast({ code: 'survey-deleted', details: { name }, undo: () => void undo() });
    }),
    reconnectFolder: () => opening.reconnect(),
    changeSurveySettings: guarded(async (change) => {
      const session = opening.current();
      if (session === null) return;
      await opening.updateSurvey(session, (survey) => ({ ...survey, settings: { ...survey.settings, ...change } }));
      const { packageId, place, geofence } = session.survey().settings;
      if (!session.survey().isDemo) await storage.settings.updateSettings({ packageId, place, geofence });
      await opening.applyRules(session);
    }),
    startOver: guarded(async () => {
      const session = opening.current();
      if (session === null || runs.isRunning()) return;
      await storage.facts.deleteFacts(session.id, 'all');
      await opening.updateSurvey(session, (survey) => ({
        ...survey,
        state: 'new',
        counts: { ...survey.counts, done: 0, failed: 0 },
      }));
      session.removeFacts();
      session.setRun({ step: 'idle' });
    }),
    startRun: guarded(async () => {
      await runs.start();
      await refreshStorage();
    }),
    pauseRun: () => runs.pause(),
    resumeRun: () => runs.resume(),
    stopRun: () => runs.stop(),
    addPackageFiles: guarded(async (files) => {
      await addPackage(files, false);
    }),
    dismissPackageJob: (id) => jobs.dismiss(id),
    cancelPackageJob: (id) => jobs.cancel(id),
    removePackage: guarded(async (id) => {
      const name = store.getState().packages.find((known) => known.id === id)?.name ?? '';
      await storage.packages.removePackage(id);
      await refreshPackages();
      const session = opening.current();
      if (session !== null) await opening.applyRules(session);
      showToast({ code: 'package-removed', details: { name }, undo: null });
      await refreshStorage();
    }),
    previewUrl: (surveyId, filepath) =>
      previews.url(`${surveyId}/${filepath}`, () => storage.previews.readPreview(surveyId, filepath).catch(() => null)),
    photoUrl: (filepath) => photos.url(opening.current()?.source() ?? null, filepath),
    previewExport: (formatId) => previewExport(requireOpen(), formatId),
    saveExport: async (formatId) => {
      const outcome = await saveExport(requireOpen(), formatId);
      if (outcome.kind === 'saved')
        showToast({ code: 'export-saved', details: { name: outcome.fileName }, undo: null });
      return outcome;
    },
    changePreferences: guarded(async (change) => {
      store.setState({ preferences: { ...store.getState().preferences, ...change } });
      await storage.settings.updateSettings(change);
    }),
    refreshStorage: guarded(refreshStorage),
    requestPersistence: guarded(async () => {
      await requestPersistence();
      await refreshStorage();
    }),
    takeUpdate: () => offline?.takeUpdate(),
    dismissCondition: () => store.setState({ condition: null }),
    dismissToast: () => store.setState({ toast: null }),
    notify: (code, details = {}) => showToast({ code, details, undo: null }),
  };

  function requireOpen() {
    const { open } = store.getState();
    if (open === null) throw new Error('export: no survey is open');
    return open;
  }

  const app: Automation = {
    store,
    actions,
    runReport: () => runs.report(),
    nextPackage: () =>
      new Promise((resolve) => {
        packageWaiters.add((outcome) => {
          if (outcome.kind === 'added') resolve({ id: outcome.modelPackage.id });
          else if (outcome.kind === 'cancelled') resolve({ code: 'cancelled', message: 'cancelled' });
          else resolve({ code: outcome.condition.code, message: outcome.condition.technical ?? '' });
        });
      }),
    installDemoPackage,
  };

  async function start(): Promise<void> {
    try {
      offline = await setting.startOffline(() => store.setState({ hasUpdate: true }));
      const { cutOff } = await storage.startUp();
      const cutOffIds = new Set(cutOff.map(({ id }) => id));
      store.setState({ preferences: await storage.settings.readSettings() });
      await refreshPackages();
      await opening.refreshCards();
      store.setState(({ surveys }) => ({
        surveys: surveys.map((card) => ({ ...card, wasCutOff: cutOffIds.has(card.survey.id) })),
        start: { step: 'ready' },
      }));
      await refreshStorage();
      setInterval(() => void actions.refreshStorage(), STORAGE_REFRESH_MS);
    } catch (error) {
      store.setState({ start: { step: 'failed', condition: toCondition(error) } });
    }
  }

  return { app, start };
}
