import type { Inference } from '../domain/inference';
import type { ListedImage, RunMode } from '../domain/survey';
import { createImageQueue } from './prepare-ahead';
import { createRunControl } from './run-control';
import { createImageRunner, type ReadyFact } from './run-image';
import type { PortError, PreparedTimes, RunPorts } from './run-ports';
import { createProgressCounter, type WorkerStep } from './run-progress';
import type { RunEnd, RunState, StopReason } from './run-state';

/** What a run computes, and for which images. */
export interface RunRequest {
  readonly mode: RunMode;
  /** Batches of the folder's images as they are found; they may still arrive while the run goes on. */
  readonly images: AsyncIterable<readonly ListedImage[]>;
  /** Paths with a stored fact: not computed again. Asked when an image arrives, so that the listing may still correct it. */
  readonly done: ReadonlySet<string>;
  /** Images that are decoded ahead while the networks work on others, from now on; at least 1. */
  readonly ahead: () => number;
  readonly lanes: Lanes;
}

/**
 * How many images are on their way through the networks and into the store at once; at least 1. One more than the networks take keeps
 * them from waiting for the store.
 */
export interface Lanes {
  /** The most there may come to be. */
  readonly most: number;
  /** How many there are now: asked again and again. */
  readonly now: () => number;
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

/**
 * Networks that two images in a row break down are broken for all; a decoder may meet a few monsters in a row. Images that other
 * lanes had under way before can't clear an image, so that each of these lanes may have met one too.
 */
const SUSPECTS_ALLOWED = { infer: 1, prepare: 4 } as const;

/**
 * One pass over a folder: each image is opened and decoded ahead, goes through the networks, and its fact is stored before
 * anyone hears of it. Bad images become failures; what concerns more than one image pauses or ends the run.
 */
export function processRun<File, Prepared extends PreparedTimes>(
  request: RunRequest,
  ports: RunPorts<File, Prepared>,
  listener: RunListener,
): Run {
  const progress = createProgressCounter(() => ports.now());
  const control = createRunControl(request.lanes.most, {
    onPausing: () => tellState(),
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
  /** Why no lane begins another image, when that is not for want of images. */
  let endReason: StopReason | null = null;
  /** Images that broke the workers down: stored once a later image shows that the workers are sound. */
  const suspects = new Set<ReadyFact<Prepared>>();
  /** The last of them. */
  let breakdown: { readonly broken: WorkerStep; readonly error: PortError } | null = null;
  /** Whether an image got through since the first of them. */
  let hasPassed = false;

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

  /** False = stopped meanwhile. Another lane may be at it too: each is stored once. */
  async function storeSuspects(those: Iterable<ReadyFact<Prepared>>): Promise<boolean> {
    for (const suspect of those) {
      if (suspects.delete(suspect) && !(await storeFact(suspect))) return false;
    }
    return true;
  }

  function end(reason: StopReason) {
    endReason ??= reason;
    control.stop(); // also of a lane that waits
  }

  /** Works on one image after the other until there is nothing left to do, or no reason to go on. */
  async function workThrough(lane: number): Promise<void> {
    while (await control.passGate()) {
      const isAllTaken = listing !== 'arriving' && queue.isEmpty();
      if (lane >= request.lanes.now() && !isAllTaken) {
        if (!control.isPausing() && !control.isStopping()) await control.nextWake();
        continue;
      }
      const next = queue.take();
      if (next === null) {
        if (listing !== 'arriving') break;
        // A command that came since the gate has woken nobody yet.
        if (!control.isPausing() && !control.isStopping()) await control.nextWake();
        continue;
      }
      queue.fill();
      const earlierSuspects = [...suspects];
      const outcome = await runImage(next);
      if (outcome.kind === 'left') break;
      if (outcome.kind === 'end') return end(outcome.reason);
      if (outcome.kind === 'suspect') {
        if (suspects.size === 0) hasPassed = false;
        suspects.add(outcome.fact);
        breakdown = outcome;
        const allowed = SUSPECTS_ALLOWED[outcome.broken] + request.lanes.now() - 1;
        if (suspects.size > allowed) end({ code: 'broke-down', error: outcome.error });
        continue;
      }
      hasPassed ||= outcome.fact.prepared !== null;
      if (!(await storeSuspects(earlierSuspects)) || !(await storeFact(outcome.fact))) break;
      control.wake(); // lanes that rest look again whether there are more of them, or nothing left
    }
  }

  /** Answers why it stopped before all was done. */
  async function processImages(): Promise<StopReason | null> {
    const lanes = Array.from({ length: request.lanes.most }, (_, lane) =>
      workThrough(lane)
        .catch((bug: unknown) => {
          control.stop(); // the others begin nothing more
          throw bug;
        })
        .finally(control.leave),
    );
    await Promise.allSettled(lanes);
    await Promise.all(lanes);
    if (endReason !== null) return endReason;
    if (breakdown !== null && !hasPassed && suspects.size > SUSPECTS_ALLOWED[breakdown.broken]) {
      return { code: 'broke-down', error: breakdown.error };
    }
    await storeSuspects(suspects);
    if (control.isStopping()) return { code: 'asked' };
    return typeof listing === 'string' ? null : { code: 'listing-failed', error: listing };
  }

  async function run(): Promise<RunEnd> {
    tellState();
    void readListing(); // catches its own errors
    const reason = await processImages().finally(() => (isOver = true));
    const runEnd: RunEnd =
      reason === null
        ? { step: 'finished', progress: progress.read() }
        : { step: 'stopped', reason, progress: progress.read() };
    listener.onState(runEnd);
    return runEnd;
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
