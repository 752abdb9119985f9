import type { ModelPackage } from '../../domain/model-package';
import type { Connection } from '../../rpc/connect';
import type { PackageApi, PackageCandidate } from '../../rpc/package-api';
import type { AppStorage } from '../../storage/app-storage';
import type { Condition, PackageJob } from './app-state';
import { conditionOf, toCondition } from './condition';

export type PackageOutcome =
  | { readonly kind: 'added'; readonly modelPackage: ModelPackage }
  | { readonly kind: 'refused'; readonly condition: Condition }
  | { readonly kind: 'cancelled' };

export interface PackageJobs {
  /** Checks and stores a package. The outcome is also seen in the list of jobs. */
  add(candidates: readonly PackageCandidate[], isDemo: boolean): Promise<PackageOutcome>;
  cancel(id: string): void;
  dismiss(id: string): void;
}

interface JobSetting {
  readonly storage: AppStorage;
  readonly connectPackage: () => Connection<PackageApi>;
  readonly threads: () => number | null;
  readonly changeJobs: (change: (jobs: readonly PackageJob[]) => readonly PackageJob[]) => void;
}

/** Packages on their way in: each has a worker of its own, ended afterwards, because only that frees its memory. */
export function createPackageJobs({ storage, connectPackage, threads, changeJobs }: JobSetting): PackageJobs {
  const aborts = new Map<string, AbortController>();

  const show = (job: PackageJob) =>
    changeJobs((jobs) =>
      jobs.some(({ id }) => id === job.id) ? jobs.map((old) => (old.id === job.id ? job : old)) : [...jobs, job],
    );
  const hide = (id: string) => changeJobs((jobs) => jobs.filter((job) => job.id !== id));

  async function check(
    id: string,
    name: string,
    candidates: readonly PackageCandidate[],
    isDemo: boolean,
    signal: AbortSignal,
  ) {
    const worker = connectPackage();
    const end = () => worker.dispose();
    signal.addEventListener('abort', end);
    try {
      return await worker.check(candidates, { isDemo, threads: threads() }, (progress) => {
        if (!signal.aborted) show({ id, name, step: 'checking', progress });
      });
    } finally {
      signal.removeEventListener('abort', end);
      end();
    }
  }

  async function add(
    id: string,
    name: string,
    candidates: readonly PackageCandidate[],
    isDemo: boolean,
    signal: AbortSignal,
  ): Promise<PackageOutcome> {
    const checked = await check(id, name, candidates, isDemo, signal);
    if (signal.aborted) return { kind: 'cancelled' };
    if (!checked.ok) return { kind: 'refused', condition: conditionOf(checked.error) };
    const { modelPackage, files } = checked.value;
    await storage.packages.putPackage(modelPackage, files, {
      signal,
      onProgress: ({ done, total }) => show({ id, name, step: 'storing', doneBytes: done, totalBytes: total }),
    });
    return { kind: 'added', modelPackage };
  }

  return {
    async add(candidates, isDemo) {
      const id = crypto.randomUUID();
      const name = nameOf(candidates);
      const abort = new AbortController();
      aborts.set(id, abort);
      show({ id, name, step: 'checking', progress: null });
      try {
        const outcome = await add(id, name, candidates, isDemo, abort.signal);
        if (outcome.kind === 'refused') show({ id, name, step: 'refused', condition: outcome.condition });
        else hide(id);
        return outcome;
      } catch (error) {
        if (abort.signal.aborted) {
          hide(id);
          return { kind: 'cancelled' };
        }
        const condition = toCondition(error);
        show({ id, name, step: 'refused', condition });
        return { kind: 'refused', condition };
      } finally {
        aborts.delete(id);
      }
    },
    cancel: (id) => aborts.get(id)?.abort(),
    dismiss: hide,
  };
}

/** A folder's name, or that of the one file. */
function nameOf(candidates: readonly PackageCandidate[]): string {
  const [first] = candidates;
  if (first === undefined) return '';
  const slash = first.path.indexOf('/');
  return candidates.length > 1 && slash > 0
    ? first.path.slice(0, slash)
    : first.path.slice(first.path.lastIndexOf('/') + 1);
}
