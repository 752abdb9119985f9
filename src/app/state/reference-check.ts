import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ComparedRow } from '../../domain/compared-row';
import type { ModelPackage } from '../../domain/model-package';
import { publishedFor, type PublishedResults } from '../../domain/published-results';
import { collectFiles } from '../../files/collect-files';
import { takeDroppedItems } from '../../files/dropped-items';
import type { BackendReport } from '../../rpc/inference-api';
import type { StatePart } from './app-setting';
import type { AppState } from './app-state';
import { toCondition, type Condition } from './condition';
import { readOwnJson } from './read-own-json';
import { findReferencePhotos } from './reference-photos';

/** A comparison with published results, from the drop to its table. */
export interface CheckView {
  readonly packageId: string;
  /**
   * `looking`: which files are reference photos; `preparing`: the networks are being loaded; `refused`: a survey's run
   * has the networks, nothing was begun; `stopped`: see `condition`.
   */
  readonly step: 'looking' | 'preparing' | 'checking' | 'finished' | 'cancelled' | 'stopped' | 'refused';
  /** Reference photos among the files, and how many of them are done. */
  readonly total: number;
  readonly done: number;
  readonly rows: readonly ComparedRow[];
  /** Files with the name of a reference photo, but other bytes: not checked. */
  readonly altered: readonly string[];
  /** Files that are no reference photos: not checked. */
  readonly others: number;
  readonly backend: BackendReport | null;
  readonly condition: Condition | null;
}

export interface ReferenceCheckState {
  /** Null until it is read, or when it can't be. */
  readonly published: PublishedResults | null;
  /** The last check; null when there was none, or when it was dismissed. */
  readonly check: CheckView | null;
}

/**
 * Checks a package with the reference's photos. Nothing is stored: no survey, no facts. One check at a time, and none
 * while a survey's run goes on, because networks need much memory.
 */
export interface ReferenceChecker {
  /** Its own store: no other screen reads it. */
  readonly store: Pick<StoreApi<ReferenceCheckState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Reads the published results from the app's own address, once. */
  readPublished(): Promise<void>;
  /** Call synchronously in the drop handler. */
  checkDropped(modelPackage: ModelPackage, data: DataTransfer): Promise<void>;
  checkFiles(modelPackage: ModelPackage, files: readonly File[]): Promise<void>;
  cancel(): void;
  dismiss(): void;
}

const PUBLISHED = 'models/published-results.json';

type CheckPart = Pick<StatePart, 'storage' | 'connectDecode' | 'connectInference'> & {
  readonly store: Pick<StatePart['store'], 'getState' | 'subscribe'>;
};

export function createReferenceCheck(part: CheckPart): ReferenceChecker {
  const store = createStore<ReferenceCheckState>(() => ({ published: null, check: null }));
  let current = new AbortController();

  async function start(modelPackage: ModelPackage, readFiles: () => Promise<readonly File[]>): Promise<void> {
    const { published } = store.getState();
    if (published === null) return;
    current.abort();
    const own = new AbortController();
    current = own;
    const { signal } = own;
    let view = firstView(modelPackage.id);
    const tell = (change: Partial<CheckView>) => {
      view = { ...view, ...change };
      if (current === own) store.setState({ check: view }); // else a later check is shown, or none
    };
    if (isRunning(part.store.getState())) return tell({ step: 'refused' });
    tell({});
    const unsubscribe = part.store.subscribe((state) => {
      if (isRunning(state)) own.abort();
    });
    try {
      const { found, altered, others } = await findReferencePhotos(published.photos, await readFiles(), signal);
      if (found.length === 0) return tell({ step: 'finished', altered, others });
      tell({ step: 'preparing', total: found.length, altered, others });
      const { checkPhotos } = await import('./check-photos');
      const condition = await checkPhotos(part, {
        modelPackage,
        sets: publishedFor(modelPackage, published),
        found,
        preferences: part.store.getState().preferences,
        signal,
        onReady: () => tell({ step: 'checking' }),
        onPhoto: (rows, backend) => tell({ rows: [...view.rows, ...rows], done: view.done + 1, backend }),
      });
      tell(condition === null ? { step: 'finished' } : { step: 'stopped', condition });
    } catch (error) {
      tell(signal.aborted ? { step: 'cancelled' } : { step: 'stopped', condition: toCondition(error) });
    } finally {
      unsubscribe();
    }
  }

  return {
    store,
    async readPublished() {
      if (store.getState().published !== null) return;
      // Without the published numbers there is nothing to compare with, and nothing is offered.
      const published = await readPublishedResults().catch(() => null);
      store.setState({ published });
    },
    checkDropped(modelPackage, data) {
      const nodes = takeDroppedItems(data); // now, before anything is awaited
      return start(modelPackage, () => filesOf(nodes));
    },
    checkFiles: (modelPackage, files) => start(modelPackage, () => Promise.resolve(files)),
    cancel: () => current.abort(),
    dismiss() {
      current.abort();
      current = new AbortController();
      store.setState({ check: null });
    },
  };
}

function firstView(packageId: string): CheckView {
  return {
    packageId,
    step: 'looking',
    total: 0,
    done: 0,
    rows: [],
    altered: [],
    others: 0,
    backend: null,
    condition: null,
  };
}

/** A run has its networks in memory from its first step to its last, also while it is paused. */
const isRunning = ({ going }: Pick<AppState, 'going'>): boolean => going !== null;

async function readPublishedResults(): Promise<PublishedResults> {
  const { parsePublishedResults } = await import('../../domain/parse-published-results');
  return parsePublishedResults(await readOwnJson(PUBLISHED));
}

async function filesOf(nodes: ReturnType<typeof takeDroppedItems>): Promise<readonly File[]> {
  const collected = await collectFiles(await nodes);
  return collected.map(({ file }) => file);
}
