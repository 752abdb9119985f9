import type { AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import { toCondition } from './condition';
import { readModelCatalog } from './model-catalog';
import { createModelDownloads } from './model-downloads';
import type { PackageActions } from './package-actions';

type DownloadActionNames = 'readCatalog' | 'startDownload' | 'pauseDownload' | 'resumeDownload' | 'cancelDownload';

export interface DownloadActions {
  readonly actions: Pick<AppActions, DownloadActionNames>;
  /** Lists what an earlier visit began. */
  restore(): Promise<void>;
}

/** What can be had, and fetching it when the person has agreed. */
export function createDownloadActions(parts: AppParts, packages: PackageActions): DownloadActions {
  const { storage, store, guarded, refreshStorage, connectDigest } = parts;
  const downloads = createModelDownloads({
    downloads: storage.downloads,
    connectDigest,
    readCatalog: readModelCatalog,
    add: (candidates, cancelled) => packages.add(candidates, false, cancelled),
    changeDownloads: (change) => store.setState((state) => ({ downloads: change(state.downloads) })),
  });

  const resume = guarded(async (entryId: string) => {
    await downloads.resume(entryId);
    await refreshStorage();
  });
  const cancel = guarded(async (entryId: string) => {
    await downloads.cancel(entryId);
    await refreshStorage();
  });

  return {
    restore: () => downloads.restore(),
    actions: {
      async readCatalog() {
        try {
          store.setState({ catalog: { step: 'read', catalog: await readModelCatalog() } });
        } catch (error) {
          // Said where the list would stand; everything else on the screen works without it.
          store.setState({ catalog: { step: 'unreadable', condition: toCondition(error) } });
        }
      },
      startDownload: guarded(async (entryId, index) => {
        const { catalog } = store.getState();
        const entry = catalog.step === 'read' ? catalog.catalog.entries.find(({ id }) => id === entryId) : undefined;
        const download = entry?.downloads[index];
        if (entry === undefined || download === undefined) {
          throw new Error(`download ${index} of ${entryId}: expected one that the catalog lists`);
        }
        await downloads.start(entry, download);
        await refreshStorage();
      }),
      pauseDownload: (entryId) => downloads.pause(entryId),
      resumeDownload: (entryId) => void resume(entryId),
      cancelDownload: (entryId) => void cancel(entryId),
    },
  };
}
