import type { Inference } from '../domain/inference';
import type { ListedImage, RunMode } from '../domain/survey';
import { createImageQueue } from './prepare-ahead';
import { createRunControl } from './run-control';
import { createImageRunner, type ReadyFact } from './run-image';
import type { PortError, PreparedTimes, RunPorts } from './run-ports';
import { createProgressCounter } from './run-progress';
import type { RunEnd, RunState, StopReason } from './run-state';

/** What a run computes, and for which images. */
export interface RunRequest {
  readonly mode: RunMode;
  /** Batches of the folder's images as they are found; they may still arrive while the run goes on. */
  readonly images: AsyncIterable<readonly ListedImage[]>;
  /** Paths with a stored fact: not computed again. Asked when an image arrives, so that the listing may still correct it. */
  readonly done: ReadonlySet<string>;
  /** Images that are decoded ahead while the networks work on another one; at least 1. */
  readonly ahead: number;
}

/** Who hears of a run. */
export interface RunListener {
  readonly onState: (state: RunState) => void;
  /** A fact that is stored. Comes before the state that counts it. */
  readonly onFact: (inference: Inference) => void;
}

/** A run under way. Commands take effect when the image under way is stored; `stop` is final. */
export interface Run {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
  /** How the run ended: also the last state told. Rejects only for bugs. */
  readonly ended: Promise<RunEnd>;
}

/** Networks that two images in a row break down are broken for all; a decoder may meet a few monsters in a row. */
const SUSPECTS_ALLOWED = { infer: 1, prepare: 4 } as const;

/**
 * One pass over a folder: each image is opened and decoded ahead, goes through the networks alone, and its fact is stored
 * before anyone hears of it. Bad images become failures; what concerns more than one image pauses or ends the run.
 */
export function processRun<File, Prepared extends PreparedTimes>(
  request: RunRequest,
  ports: RunPorts<File, Prepared>,
  listener: RunListener,
): Run {
  const progress = createProgressCounter(() => ports.now());
  const control = createRunControl({
    onPaused(reason) {
      progress.pause();
      listener.onState({ step: 'paused', reason, progress: progress.read() });
    },
    onResumed() {
      progress.resume();
      tellState();
    },
  });
  const { prepare, runImage } = createImageRunner(request.mode, ports, control, (broken) => {
    progress.addRestart(broken);
    tellState();
  });
  const queue = createImageQueue(request.ahead, prepare);
  let listing: 'arriving' | 'complete' | PortError = 'arriving';
  let isOver = false;
  /** Images that broke the workers down: stored once a later image shows that the workers are sound. */
  const suspects: ReadyFact<Prepared>[] = [];

  function tellState() {
    const step = control.isStopping() ? 'stopping' : control.isPausing() ? 'pausing' : 'running';
    listener.onState({ step, progress: progress.read() });
  }

  async function readListing() {
    const known = new Set<string>();
    let askedAt = ports.now();
    try {
      for await (const images of request.images) {
        if (isOver) return; // closes the listing
        const fresh = images.filter(({ filepath }) => !known.has(filepath) && !request.done.has(filepath));
        for (const { filepath } of fresh) known.add(filepath);
        const resumed = images.length - fresh.length;
        progress.addListed({ found: images.length, resumed, listingMs: ports.now() - askedAt });
        queue.add(fresh);
        if (!control.isPausing()) queue.fill();
        control.wake();
        askedAt = ports.now();
      }
      listing = 'complete';
    } catch (error) {
      // The folder broke off in the middle: what is listed is still done, then the run ends and says so.
      listing = { code: 'listing-failed', message: String(error) };
    }
    progress.completeListing(ports.now() - askedAt);
    control.wake();
  }

  /** Stores a fact, waiting as often as it takes. False = stopped meanwhile: the image will be done again. */
  async function storeFact({ inference, prepared, vectors, ms }: ReadyFact<Prepared>): Promise<boolean> {
    for (;;) {
      const begunAt = ports.now();
      const result = await ports.putFact(inference, prepared, vectors);
      if (result.ok) {
        progress.addStored({ hasFailed: inference.failures.length > 0, ms: { ...ms, store: ports.now() - begunAt } });
        listener.onFact(inference);
        tellState();
        return true;
      }
      if (!(await control.passGate({ code: 'storage', error: result.error }))) return false;
    }
  }

  async function storeSuspects(): Promise<boolean> {
    for (let suspect = suspects[0]; suspect !== undefined; suspect = suspects[0]) {
      if (!(await storeFact(suspect))) return false;
      suspects.shift();
    }
    return true;
  }

  /** Works until there is nothing left to do; answers why it stopped before that. */
  async function processImages(): Promise<StopReason | null> {
    while (await control.passGate()) {
      const next = queue.take();
      if (next === null) {
        if (listing !== 'arriving') break;
        // A command that came since the gate has woken nobody yet.
        if (!control.isPausing() && !control.isStopping()) await control.nextWake();
        continue;
      }
      queue.fill();
      const outcome = await runImage(next);
      if (outcome.kind === 'left') break;
      if (outcome.kind === 'end') return outcome.reason;
      if (outcome.kind === 'suspect') {
        suspects.push(outcome.fact);
        if (suspects.length > SUSPECTS_ALLOWED[outcome.broken]) return { code: 'broke-down', error: outcome.error };
        continue;
      }
      if (!(await storeSuspects()) || !(await storeFact(outcome.fact))) break;
    }
    await storeSuspects();
    if (control.isStopping()) return { code: 'asked' };
    return typeof listing === 'string' ? null : { code: 'listing-failed', error: listing };
  }

  async function run(): Promise<RunEnd> {
    tellState();
    void readListing(); // catches its own errors
    const reason = await processImages();
    isOver = true;
    const end: RunEnd =
      reason === null
        ? { step: 'finished', progress: progress.read() }
        : { step: 'stopped', reason, progress: progress.read() };
    listener.onState(end);
    return end;
  }

  /** A command that changed nothing is not told: a paused run stays paused, whatever its reason. */
  const command = (ask: () => void, isAskedFor: () => boolean) => () => {
    if (isOver || isAskedFor()) return;
    ask();
    tellState();
  };
  return {
    pause: command(control.pause, () => control.isPausing() || control.isStopping()),
    resume: command(control.resume, () => !control.isPausing()),
    stop: command(control.stop, control.isStopping),
    ended: run(),
  };
}
