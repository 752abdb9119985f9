import type { StoreApi } from 'zustand/vanilla';
import { agreementShare, LEAST_AGREEMENT } from '../../domain/fast-detector/detector-agreement';
import { hasImageExtension } from '../../domain/find-images';
import type { AppParts } from './app-parts';
import { toCondition, type Condition } from './condition';
import type { FastMakerActions, FastMakerState, FastMakingView, FastWish } from './fast-making';
import { makeFastDetector, type FastPhoto, type FastPhotos } from './make-fast-detector';

export function createFastMakerActions(parts: AppParts, store: StoreApi<FastMakerState>): FastMakerActions {
  const { storage, opening, refreshStorage } = parts;
  let current = new AbortController();

  /** The screens, and the open survey, see the package as it is stored now. */
  async function refreshPackages(): Promise<void> {
    parts.store.setState({ packages: await storage.packages.listPackages() });
    const session = opening.current();
    if (session !== null) await opening.applyRules(session);
    await refreshStorage();
  }

  async function make(packageId: string, wish: FastWish, photos: FastPhotos): Promise<void> {
    current.abort();
    const own = new AbortController();
    current = own;
    const { signal } = own;
    let view: FastMakingView = { ...FIRST, packageId, way: wish.way };
    const tell = (change: Partial<FastMakingView>) => {
      view = { ...view, ...change };
      if (current === own) store.setState({ making: view }); // else another one is shown, or none
    };
    tell({});
    const unsubscribe = parts.store.subscribe(({ going }) => {
      if (going?.run.step === 'preparing') own.abort();
    });
    /** It came to nothing: of a package that was removed meanwhile, in another tab too, nothing more is to be said. */
    const tellStopped = async (condition: Condition) => {
      const isInstalled = (await storage.packages.readPackage(packageId))?.isInstalled === true;
      if (!isInstalled) await refreshPackages();
      tell(isInstalled ? { step: 'stopped', condition } : { step: 'cancelled' });
    };
    try {
      // In another tab, too: networks need much memory.
      if (parts.runs.running() !== null || (await storage.surveys.isAnyRunLocked())) {
        return tell({ step: 'refused', refusal: 'run-going' });
      }
      const outcome = await makeFastDetector(parts, { packageId, wish, photos, signal, tell });
      if (outcome.kind === 'stopped') return await tellStopped(outcome.condition);
      if (outcome.kind === 'too-few') {
        return tell({ step: 'refused', refusal: 'too-few-photos', total: outcome.readable });
      }
      const { fast, bytes } = outcome;
      if (wish.way === 'int8' && agreementShare(fast.agreement) < LEAST_AGREEMENT) {
        return tell({ step: 'refused', refusal: 'too-different', fast });
      }
      signal.throwIfAborted();
      const isPut = await storage.packages.putFastDetector(packageId, fast, bytes);
      await refreshPackages();
      tell(isPut ? { step: 'made', fast } : { step: 'cancelled' });
    } catch (error) {
      if (signal.aborted) tell({ step: 'cancelled' });
      else await tellStopped(toCondition(error));
    } finally {
      unsubscribe();
    }
  }

  return {
    makeFromSurvey(packageId, wish) {
      const session = opening.current();
      const source = session?.source() ?? null;
      if (session === null || source === null) {
        return make(packageId, wish, { name: session?.survey().name ?? '', images: [] });
      }
      const images = session.rows.snapshot().map(({ filepath }): FastPhoto => ({
        filepath,
        async open() {
          const opened = await source.open(filepath);
          return opened.kind === 'opened' ? opened.file : null;
        },
      }));
      return make(packageId, wish, { name: session.survey().name, images });
    },
    makeFromFiles(packageId, wish, files) {
      const images = files.flatMap((file): FastPhoto[] => {
        const filepath = file.webkitRelativePath || file.name;
        return hasImageExtension(filepath) ? [{ filepath, open: () => Promise.resolve(file) }] : [];
      });
      const [first] = images;
      const folder = first?.filepath.includes('/') === true ? first.filepath.slice(0, first.filepath.indexOf('/')) : '';
      return make(packageId, wish, { name: folder, images });
    },
    async remove(packageId) {
      await storage.packages.removeFastDetector(packageId);
      store.setState(({ making }) => (making?.packageId === packageId ? { making: null } : {}));
      await refreshPackages();
    },
    cancel: () => current.abort(),
    dismiss() {
      current.abort();
      current = new AbortController();
      store.setState({ making: null });
    },
  };
}

const FIRST: Omit<FastMakingView, 'packageId' | 'way'> = {
  step: 'preparing',
  done: 0,
  total: 0,
  refusal: null,
  fast: null,
  condition: null,
};
