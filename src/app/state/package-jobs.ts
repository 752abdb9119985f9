import type { ModelPackage } from '../../domain/model-package';
import type { Connection } from '../../rpc/connect';
import type { CheckedRuleFile, CheckOptions, PackageApi, PackageCandidate } from '../../rpc/package-api';
import type { RpcError } from '../../rpc/rpc-result';
import type { AppStorage } from '../../storage/app-storage';
import type { PackageJob } from './app-state';
import { conditionOf, toCondition, type Condition } from './condition';
import {
  noPackageForRules,
  packagesForRules,
  settlePackage,
  updateRules,
  type RefusedAddition,
  type SettleTools,
  type StoredAddition,
} from './package-settling';
import { wasGivenUp, watchWorker } from './watch-worker';

export type PackageOutcome = StoredAddition | RefusedAddition | { readonly kind: 'cancelled' };

export interface PackageJobs {
  /** Checks and stores what was dropped. The outcome is also seen in the list of jobs. */
  add(candidates: readonly PackageCandidate[], isDemo: boolean, cancelled?: AbortSignal): Promise<PackageOutcome>;
  /** The answer of a job that asks which package a file is for; null = none. */
  answer(id: string, packageId: string | null): void;
  cancel(id: string): void;
  dismiss(id: string): void;
  /** Other work that changes what is installed: after what is being settled, before what comes next. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value>;
}

interface JobSetting {
  readonly storage: AppStorage;
  readonly connectPackage: () => Connection<PackageApi>;
  readonly options: () => Pick<CheckOptions, 'threads' | 'backend'>;
  readonly changeJobs: (change: (jobs: readonly PackageJob[]) => readonly PackageJob[]) => void;
}

/** One addition on its way in. */
interface Job {
  readonly id: string;
  readonly name: string;
  readonly signal: AbortSignal;
}

/** Additions on their way in: each has a worker of its own, ended afterwards, because only that frees its memory. */
export function createPackageJobs({ storage, connectPackage, options, changeJobs }: JobSetting): PackageJobs {
  const aborts = new Map<string, AbortController>();
  const answers = new Map<string, (packageId: string | null) => void>();
  /** What is installed decides what an addition is: they are settled one after the other. */
  let settled: Promise<unknown> = Promise.resolve();

  const show = (job: PackageJob) =>
    changeJobs((jobs) =>
      jobs.some(({ id }) => id === job.id) ? jobs.map((old) => (old.id === job.id ? job : old)) : [...jobs, job],
    );
  const hide = (id: string) => changeJobs((jobs) => jobs.filter((job) => job.id !== id));

  async function check({ id, name, signal }: Job, candidates: readonly PackageCandidate[], isDemo: boolean) {
    const worker = connectPackage();
    const end = () => worker.dispose();
    signal.addEventListener('abort', end);
    const watch = watchWorker(worker);
    try {
      return await worker.check(candidates, { isDemo, ...options() }, (progress) => {
        watch.heard();
        if (!signal.aborted) show({ id, name, step: 'checking', progress });
      });
    } finally {
      watch.end();
      signal.removeEventListener('abort', end);
      end();
    }
  }

  function choose({ id, name, signal }: Job, { part, count }: CheckedRuleFile, packages: readonly ModelPackage[]) {
    return new Promise<string | null>((resolve) => {
      answers.set(id, resolve);
      signal.addEventListener('abort', () => resolve(null));
      show({ id, name, step: 'choosing', role: part.role, count, packages: packages.map((known) => known.id) });
    }).finally(() => answers.delete(id));
  }

  async function work(job: Job, candidates: readonly PackageCandidate[], isDemo: boolean): Promise<PackageOutcome> {
    const checked = await check(job, candidates, isDemo);
    if (job.signal.aborted) return { kind: 'cancelled' };
    if (!checked.ok) return { kind: 'refused', condition: conditionOfCheck(checked.error, job.name) };
    const { id, name, signal } = job;
    const tools: SettleTools = {
      storage,
      connectPackage,
      signal,
      onStoring: (doneBytes, totalBytes) => show({ id, name, step: 'storing', doneBytes, totalBytes }),
    };
    const addition = checked.value;
    if (addition.kind === 'package') return inTurn(() => settlePackage(addition, tools));
    // The question is asked before its turn: others must not wait for an answer.
    const packages = await packagesForRules(addition, storage);
    if (packages.length === 0) return noPackageForRules(addition);
    const chosen = await choose(job, addition, packages);
    return chosen === null ? { kind: 'cancelled' } : inTurn(() => updateRules(addition, chosen, tools));
  }

  function inTurn<Value>(next: () => Promise<Value>): Promise<Value> {
    const result = settled.then(next);
    settled = result.catch(() => undefined); // told to its own job; the next one goes on
    return result;
  }

  return {
    async add(candidates, isDemo, cancelled) {
      const abort = new AbortController();
      cancelled?.addEventListener('abort', () => abort.abort());
      const job: Job = { id: crypto.randomUUID(), name: nameOf(candidates), signal: abort.signal };
      aborts.set(job.id, abort);
      show({ id: job.id, name: job.name, step: 'checking', progress: null });
      const refuse = (outcome: RefusedAddition) => {
        show({ id: job.id, name: job.name, step: 'refused', condition: outcome.condition });
        return outcome;
      };
      try {
        const outcome = await work(job, candidates, isDemo);
        if (outcome.kind === 'refused') return refuse(outcome);
        hide(job.id);
        return outcome;
      } catch (error) {
        if (!abort.signal.aborted) return refuse({ kind: 'refused', condition: toCondition(error) });
        hide(job.id);
        return { kind: 'cancelled' };
      } finally {
        aborts.delete(job.id);
      }
    },
    answer: (id, packageId) => answers.get(id)?.(packageId),
    cancel: (id) => aborts.get(id)?.abort(),
    dismiss: hide,
    inTurn,
  };
}

/** A worker that died in the middle of a check says nothing of a run. */
function conditionOfCheck(error: RpcError, name: string): Condition {
  if (error.code !== 'worker-died') return conditionOf(error);
  const code = wasGivenUp(error) ? 'package-stuck' : 'package-check-died';
  return { ...conditionOf(error), code, details: { name } };
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
