import type { KnownDetections } from '../../pipeline/infer-image';
import { arrangementsFor, createArrangementTrial, type Arrangement } from '../../pipeline/arrangement-trial';
import type { PreparedImage } from '../../rpc/decode-api';
import type { BackendReport, InferTimings, InferredImage, OpenedModels } from '../../rpc/inference-api';
import type { RpcError, RpcResult } from '../../rpc/rpc-result';
import { threadCount } from '../../rpc/thread-count';
import { createInferenceLink, type InferenceLink, type InferenceOrder, type InferenceSetting } from './inference-link';
import { networkFilesOf } from './package-networks';

export interface PoolOrder extends InferenceOrder {
  /** Workers that shall share the threads; null = as many as are found to be fastest. */
  readonly workers: number | null;
  /** What was found for this package on this computer before; null = nothing. */
  readonly found: Arrangement | null;
  readonly onFound: (arrangement: Arrangement) => void;
  /** Images that the run still has to do: for a few it doesn't pay to find out. */
  readonly imagesLeft: () => number;
}

/** The networks of a run, in one worker or in several that share the threads. Takes images at once, and lets them wait. */
export interface InferencePool extends InferenceLink {
  /** The most workers that there may come to be. */
  readonly mostWorkers: number;
  /** How many there are to be now. */
  readonly workers: () => number;
}

interface Member {
  readonly link: InferenceLink;
  isBusy: boolean;
}

/** Opening the networks anew and measuring costs as much as some twenty to forty images. */
const IMAGES_THAT_PAY = 100;

/**
 * Begins with the arrangement that is wished or was found before, else with all threads in one worker, and tries others on the
 * first images. A worker that breaks down leaves one with all threads for the rest of the run: memory may be what it broke down for.
 */
export function createInferencePool(setting: InferenceSetting, order: PoolOrder): InferencePool {
  const threads = threadCount(order.threads);
  const candidates = arrangementsFor({
    threads,
    areThreadsWished: order.threads !== null,
    networkBytes: networkFilesOf(order.modelPackage, order.mode).reduce((sum, { size }) => sum + size, 0),
    areNetworksFast: order.fastNetworks ?? false,
    memoryGb: (navigator as { readonly deviceMemory?: number }).deviceMemory,
  });
  const usual = candidates[0]!;
  // What was found elsewhere, or when there was more memory, does not count.
  const found = order.found && candidates.find((candidate) => isSame(candidate, order.found!));
  const given = order.workers === null ? (found ?? null) : split(threads, order.workers);
  const isTried = given === null && candidates.length > 1 && order.backend !== 'webgpu';
  let trial = isTried ? createArrangementTrial(candidates) : null;
  let wanted = given ?? usual;
  const most = Math.max(...[wanted, ...(isTried ? candidates : [])].map(({ workers }) => workers));
  let members: Member[] = [];
  let report: BackendReport | null = null;
  let waiting: ((member: Member | RpcError) => void)[] = [];
  /** Other workers: under way, or wanted as soon as none is busy. */
  let change: { readonly done: Promise<RpcResult<OpenedModels>>; readonly begin: () => void } | null = null;
  let isDisposed = false;

  /** Gives waiting images to free workers. */
  function serve(): void {
    if (change !== null) {
      if (members.every(({ isBusy }) => !isBusy)) change.begin();
      return;
    }
    for (const member of members) {
      if (member.isBusy) continue;
      const next = waiting.shift();
      if (next === undefined) return;
      member.isBusy = true;
      next(member);
    }
  }

  function fail(error: RpcError): void {
    const failed = waiting;
    waiting = [];
    for (const settle of failed) settle(error);
  }

  /** Other workers, when those there have done what they are at. Asked for twice meanwhile, it is done once. */
  function changeWorkers(): Promise<RpcResult<OpenedModels>> {
    if (change === null) {
      let begin = (): void => undefined;
      const idle = new Promise<void>((resolve) => (begin = resolve));
      const done = idle.then(arrange).finally(() => (change = null));
      change = { done, begin };
      done.then(
        (result) => (result.ok ? serve() : fail(result.error)),
        (error: unknown) => fail({ code: 'models-failed', message: String(error), details: {}, cause: null }),
      );
    }
    const { done } = change;
    serve();
    return done;
  }

  /** Opens the wanted workers in place of those there are; the usual one, when that fails. */
  async function arrange(): Promise<RpcResult<OpenedModels>> {
    const arrangement = wanted;
    const opened = await openMembers(arrangement);
    if (opened.ok || isSame(arrangement, usual) || isDisposed) return opened;
    stayUsual();
    return openMembers(usual);
  }

  async function openMembers(arrangement: Arrangement): Promise<RpcResult<OpenedModels>> {
    closeAll();
    const { workers, threads: each } = arrangement;
    members = Array.from({ length: workers }, (_, index) => {
      // What one finds out of the graphics processor, others need not find out again.
      const backend = index === 0 && report?.used !== 'wasm' ? order.backend : 'wasm';
      return { link: createInferenceLink(setting, { ...order, backend, threads: each }), isBusy: false };
    });
    const [first, ...others] = members.map(({ link }) => link);
    const opened = await first!.open();
    if (!opened.ok) return opened;
    if (opened.value.backend.used === 'webgpu' && each !== threads) {
      stayUsual();
      return openMembers(usual);
    }
    for (const result of await Promise.all(others.map((link) => link.open()))) if (!result.ok) return result;
    tell(opened.value.backend);
    return opened;
  }

  /** Why WASM runs is known from the first time it was chosen: later workers are told to. */
  function tell(backend: BackendReport): void {
    const { length: workers } = members;
    const isKnown = report !== null && backend.used === report.used && backend.reason === 'forced';
    const why = isKnown ? reasonOf(report!) : {};
    report = { ...backend, ...why, ...(workers > 1 && { workers }) };
  }

  function closeAll(): void {
    for (const { link } of members) link.dispose();
    members = [];
  }

  function stayUsual(): void {
    trial = null;
    wanted = usual;
  }

  function learn({ detector, classifier }: InferTimings, busyWorkers: number): void {
    if (trial === null || change !== null) return;
    if (report?.used !== 'wasm') return stayUsual();
    if (wanted === usual && order.imagesLeft() < IMAGES_THAT_PAY) return;
    const networkMs = detector > 0 ? detector : classifier;
    if (networkMs === 0) return;
    trial.add({ networkMs, busyWorkers });
    const next = trial.now();
    const found = trial.found();
    if (found !== null) {
      trial = null;
      order.onFound(found);
    }
    if (next === wanted) return;
    wanted = next;
    void changeWorkers();
  }

  return {
    mostWorkers: most,
    workers: () => wanted.workers,
    open: arrange,
    backend: () => report,
    async infer(
      filepath: string,
      image: PreparedImage,
      known: KnownDetections | null = null,
    ): Promise<RpcResult<InferredImage>> {
      if (isDisposed) return { ok: false, error: DISPOSED };
      const member = await new Promise<Member | RpcError>((resolve) => {
        waiting.push(resolve);
        serve();
      });
      if (!('link' in member)) return { ok: false, error: member };
      const result = await member.link.infer(filepath, image, known);
      const busyWorkers = members.filter(({ isBusy }) => isBusy).length;
      member.isBusy = false;
      if (result.ok) {
        // The others were told what to run on, and know of no other reason.
        if (member === members[0]) tell(result.value.backend);
        // Boxes that were known cost no detector: not to be compared with those that had to be found.
        if (known === null) learn(result.value.timings, busyWorkers);
      } else {
        members = members.filter((other) => other !== member);
        member.link.dispose();
        if (wanted.workers > 1 && order.workers === null) order.onFound(usual);
        stayUsual();
      }
      serve();
      return result;
    },
    restart: () => (isDisposed ? Promise.resolve({ ok: false, error: DISPOSED }) : changeWorkers()),
    dispose() {
      isDisposed = true;
      closeAll();
      fail(DISPOSED);
    },
  };
}

const DISPOSED: RpcError = { code: 'worker-died', message: 'disposed', details: {}, cause: null };

const isSame = (one: Arrangement, other: Arrangement) => one.workers === other.workers && one.threads === other.threads;

const reasonOf = ({ adapter, reason, detail, finding }: BackendReport) => ({
  ...{ adapter, reason, detail },
  ...(finding !== undefined && { finding }),
});

function split(threads: number, wished: number): Arrangement {
  const workers = Math.min(threads, wished);
  return { workers, threads: Math.floor(threads / workers) };
}
