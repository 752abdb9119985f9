import { requestPersistence } from '../../storage/storage-estimate';
import type { PackageCandidate } from '../../rpc/package-api';
import type { AppActions } from './app-state';
import type { AppParts } from './app-parts';
import type { Automation } from './automation';
import { fetchDemoPackage, readDemoManifest } from './demo';
import { createPackageJobs, type PackageOutcome } from './package-jobs';

type PackageActionNames = 'addPackageFiles' | 'dismissPackageJob' | 'cancelPackageJob' | 'removePackage';

export interface PackageActions extends Pick<Automation, 'nextPackage' | 'installDemoPackage'> {
  readonly actions: Pick<AppActions, PackageActionNames>;
  add(candidates: readonly PackageCandidate[], isDemo: boolean): Promise<PackageOutcome>;
  refresh(): Promise<void>;
}

/** Adding and removing model packages. */
export function createPackageActions(parts: AppParts): PackageActions {
  const { storage, store, opening, guarded, showToast, refreshStorage } = parts;
  const waiters = new Set<(outcome: PackageOutcome) => void>();
  const jobs = createPackageJobs({
    storage,
    connectPackage: parts.connectPackage,
    threads: () => store.getState().preferences.threads,
    changeJobs: (change) => store.setState(({ packageJobs }) => ({ packageJobs: change(packageJobs) })),
  });

  async function refresh(): Promise<void> {
    store.setState({ packages: await storage.packages.listPackages() });
  }

  async function add(candidates: readonly PackageCandidate[], isDemo: boolean): Promise<PackageOutcome> {
    const outcome = await jobs.add(candidates, isDemo);
    if (outcome.kind === 'added') {
      await requestPersistence().catch(() => false); // refused or unknown: said in the settings
      await refresh();
      await offerToWaitingSurvey(outcome.modelPackage.id, isDemo);
      if (!isDemo) showToast({ code: 'package-added', details: { name: outcome.modelPackage.name }, undo: null });
      await refreshStorage();
    }
    for (const waiter of waiters) waiter(outcome);
    waiters.clear();
    return outcome;
  }

  /** A survey that waits for a package takes the first that arrives. */
  async function offerToWaitingSurvey(packageId: string, isDemo: boolean): Promise<void> {
    const session = opening.current();
    if (session === null || session.survey().settings.packageId !== null || session.survey().isDemo !== isDemo) return;
    await opening.updateSurvey(session, (survey) => ({ ...survey, settings: { ...survey.settings, packageId } }));
    await opening.applyRules(session);
  }

  return {
    add,
    refresh,
    async installDemoPackage() {
      const known = (await storage.packages.listPackages()).find(({ isDemo }) => isDemo);
      if (known !== undefined) return known.id;
      const outcome = await add(await fetchDemoPackage(await readDemoManifest()), true);
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
      addPackageFiles: guarded(async (files) => {
        await add(files, false);
      }),
      dismissPackageJob: (id) => jobs.dismiss(id),
      cancelPackageJob: (id) => jobs.cancel(id),
      removePackage: guarded(async (id) => {
        const name = store.getState().packages.find((known) => known.id === id)?.name ?? '';
        await storage.packages.removePackage(id);
        await refresh();
        const session = opening.current();
        if (session !== null) await opening.applyRules(session);
        showToast({ code: 'package-removed', details: { name }, undo: null });
        await refreshStorage();
      }),
    },
  };
}
