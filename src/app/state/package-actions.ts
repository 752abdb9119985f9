import type { PackageCandidate } from '../../rpc/package-api';
import { requestPersistence } from '../../storage/storage-estimate';
import type { AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import type { Toast } from './app-state';
import type { Automation } from './automation';
import { fetchDemoPackage, readDemoManifest } from './demo';
import { createPackageJobs, type PackageOutcome } from './package-jobs';
import { exchangeDetector, type StoredAddition } from './package-settling';
import { testPackage } from './package-test';
import { splitAdditions } from './split-additions';

type PackageActionNames =
  | 'addPackageFiles'
  | 'dismissPackageJob'
  | 'cancelPackageJob'
  | 'answerPackageJob'
  | 'exchangeDetector'
  | 'testPackage'
  | 'removePackage';

export interface PackageActions extends Pick<Automation, 'nextPackage' | 'installDemoPackage'> {
  readonly actions: Pick<AppActions, PackageActionNames>;
  /** One addition, checked and stored or refused. */
  add(candidates: readonly PackageCandidate[], isDemo: boolean, cancelled?: AbortSignal): Promise<PackageOutcome>;
  /** Files that were dropped or chosen together: each download among them is added by itself, in their order. */
  addDropped(candidates: readonly PackageCandidate[]): Promise<void>;
  refresh(): Promise<void>;
}

/** Adding, completing, testing and removing model packages. */
export function createPackageActions(parts: AppParts): PackageActions {
  const { storage, store, opening, guarded, showToast, refreshStorage } = parts;
  const waiters = new Set<(outcome: PackageOutcome) => void>();
  const jobs = createPackageJobs({
    storage,
    connectPackage: parts.connectPackage,
    options: () => {
      const { threads, backend } = store.getState().preferences;
      return { threads, backend };
    },
    changeJobs: (change) => store.setState(({ packageJobs }) => ({ packageJobs: change(packageJobs) })),
  });

  async function refresh(): Promise<void> {
    store.setState({ packages: await storage.packages.listPackages() });
  }

  /** The screens learn what is there now; the open survey goes on with it. */
  async function tellAdded(outcome: StoredAddition, isDemo: boolean): Promise<void> {
    await requestPersistence().catch(() => false); // refused or unknown: said in the settings
    await refresh();
    await updateOpenSurvey(outcome, isDemo);
    if (outcome.replaced.length > 0) await opening.refreshCards();
    if (!isDemo) showToast({ ...toastOf(outcome), undo: null });
    await refreshStorage();
  }

  async function add(
    candidates: readonly PackageCandidate[],
    isDemo: boolean,
    cancelled?: AbortSignal,
  ): Promise<PackageOutcome> {
    const outcome = await jobs.add(candidates, isDemo, cancelled);
    if (outcome.kind === 'added') await tellAdded(outcome, isDemo);
    return outcome;
  }

  function tellWaiters(outcome: PackageOutcome): void {
    for (const waiter of waiters) waiter(outcome);
    waiters.clear();
  }

  async function addDropped(candidates: readonly PackageCandidate[]): Promise<void> {
    let told: PackageOutcome | null = null;
    for (const addition of splitAdditions(candidates)) {
      const outcome = await add(addition, false);
      if (told === null || told.kind === 'added') told = outcome; // of several, what was refused must be heard
    }
    if (told !== null) tellWaiters(told);
  }

  /** A survey that waits for a package takes the first that arrives; one whose package was replaced goes along. */
  async function updateOpenSurvey({ modelPackage, replaced }: StoredAddition, isDemo: boolean): Promise<void> {
    const session = opening.current();
    if (session === null) return;
    const { settings } = session.survey();
    const successor = replaced.find(({ fromId }) => fromId === settings.packageId)?.toId;
    const isWaiting = settings.packageId === null && session.survey().isDemo === isDemo;
    const packageId = successor ?? (isWaiting ? modelPackage.id : null);
    if (packageId !== null) {
      await opening.updateSurvey(session, (survey) => ({ ...survey, settings: { ...survey.settings, packageId } }));
    }
    // The package may also have come back, or have new rules under its name.
    if (packageId !== null || settings.packageId === modelPackage.id) await opening.applyRules(session);
  }

  return {
    add,
    addDropped,
    refresh,
    async installDemoPackage() {
      const known = (await storage.packages.listPackages()).find(({ isDemo }) => isDemo);
      if (known !== undefined) return known.id;
      const outcome = await add(await fetchDemoPackage(await readDemoManifest()), true);
      tellWaiters(outcome);
      if (outcome.kind === 'added') return outcome.modelPackage.id;
      throw new Error(`The demonstration package was not added: ${JSON.stringify(outcome)}`);
    },
    nextPackage: () =>
      new Promise((resolve) => {
        waiters.add((outcome) => {
          if (outcome.kind === 'added') resolve({ id: outcome.modelPackage.id });
          else if (outcome.kind === 'cancelled') resolve({ code: 'cancelled', message: 'cancelled' });
          else resolve({ code: outcome.condition.code, message: outcome.condition.technical ?? '' });
        });
      }),
    actions: {
      addPackageFiles: guarded(addDropped),
      dismissPackageJob: (id) => jobs.dismiss(id),
      cancelPackageJob: (id) => jobs.cancel(id),
      answerPackageJob: (id, packageId) => jobs.answer(id, packageId),
      exchangeDetector: guarded(async (packageId, detectorPackageId) => {
        const { packages } = store.getState();
        const base = packages.find(({ id }) => id === packageId);
        const detectorOf = packages.find(({ id }) => id === detectorPackageId);
        if (base === undefined || detectorOf === undefined) return; // removed in the meantime, as the screen shows
        const isRunning = () => parts.runs.isRunning() && opening.current()?.survey().settings.packageId === packageId;
        const outcome = await jobs.inTurn(() => exchangeDetector(base, detectorOf, parts, isRunning));
        if (outcome.kind === 'added') await tellAdded(outcome, false);
        else store.setState({ condition: outcome.condition });
      }),
      testPackage: guarded(async (id) => {
        if (store.getState().packageTests.includes(id)) return;
        store.setState(({ packageTests }) => ({ packageTests: [...packageTests, id] }));
        try {
          const tested = await testPackage(id, parts);
          await refresh();
          if (tested === null) return; // removed in the meantime, as the screen shows
          if (tested.kind === 'tested')
            showToast({ code: 'package-tested', details: { name: tested.name }, undo: null });
          else store.setState({ condition: tested.condition });
        } finally {
          store.setState(({ packageTests }) => ({ packageTests: packageTests.filter((other) => other !== id) }));
        }
      }),
      removePackage: guarded(async (id) => {
        const name = store.getState().packages.find((known) => known.id === id)?.name ?? '';
        await jobs.inTurn(() => storage.packages.removePackage(id));
        await refresh();
        const session = opening.current();
        if (session !== null) await opening.applyRules(session);
        showToast({ code: 'package-removed', details: { name }, undo: null });
        await refreshStorage();
      }),
    },
  };
}

function toastOf({ modelPackage, change }: StoredAddition): Pick<Toast, 'code' | 'details'> {
  const { name, missingDetector, detector } = modelPackage;
  switch (change.kind) {
    case 'new':
      return missingDetector !== null && detector === null
        ? { code: 'package-incomplete', details: { name } }
        : { code: 'package-added', details: { name } };
    case 'known':
      return { code: 'package-known', details: { name } };
    case 'completed':
      return change.count === 1
        ? { code: 'package-completed', details: { name, detector: change.detector } }
        : { code: 'packages-completed', details: { count: change.count, detector: change.detector } };
    case 'exchanged':
      return {
        code: change.isBeside ? 'package-beside' : 'package-exchanged',
        details: { name, detector: change.detector },
      };
    case 'updated':
      return { code: 'package-updated', details: { name, role: change.role, file: change.file } };
  }
}
