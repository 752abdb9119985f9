/** Seconds of a run by step, paused time left out. Steps overlap: their sum may exceed `total`. */
export interface StageSeconds {
  /** From the start to the last stored fact. */
  readonly total: number;
  /** Waiting for the folder's listing. */
  readonly listing: number;
  readonly decode: number;
  readonly preprocess: number;
  /** Inside the networks. */
  readonly detector: number;
  readonly classifier: number;
  readonly postprocess: number;
  readonly store: number;
}

/** The two steps that other workers do for a run, and that may break down. */
export type WorkerStep = 'prepare' | 'infer';

/** How far a run is. */
export interface RunProgress {
  /** Images found; grows until `isTotalFinal`. */
  readonly total: number;
  readonly isTotalFinal: boolean;
  /** Images with a stored fact: those of earlier runs and of this one. */
  readonly done: number;
  /** Images of `done` that an earlier run had finished. */
  readonly resumed: number;
  /** Images of this run with failures. */
  readonly failed: number;
  /** How often each kind of worker broke down in this run and was started anew; no image is lost by that. */
  readonly restarts: Readonly<Record<WorkerStep, number>>;
  /** Over the last minute, or the last ten images when they took longer; null until there are two. */
  readonly imagesPerMinute: number | null;
  /** Null while the rate or the total is not known. */
  readonly secondsLeft: number | null;
  readonly seconds: StageSeconds;
}

/** Milliseconds of one finished image by step. */
export type StageMs = Readonly<Partial<Record<Exclude<keyof StageSeconds, 'total' | 'listing'>, number>>>;

/** Counts while a run goes on. Times come from the injected clock (ms). */
export interface ProgressCounter {
  readonly addListed: (images: {
    readonly found: number;
    readonly resumed: number;
    readonly listingMs: number;
  }) => void;
  readonly completeListing: (listingMs: number) => void;
  /** An image's fact is stored. */
  readonly addStored: (image: { readonly hasFailed: boolean; readonly ms: StageMs }) => void;
  readonly addRestart: (broken: WorkerStep) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly read: () => RunProgress;
}

/** The rate is that of the last minute, so that it follows a change of photos or of the machine's temper. */
const WINDOW_MS = 60_000;
const WINDOW_IMAGES = 10;

/** Starts counting now. */
export function createProgressCounter(now: () => number): ProgressCounter {
  const startedAt = now();
  let pausedMs = 0;
  let pausedAt: number | null = null;
  /** Time of the run without its pauses. */
  const activeMs = () => (pausedAt ?? now()) - startedAt - pausedMs;

  let total = 0;
  let isTotalFinal = false;
  let resumed = 0;
  let stored = 0;
  let failed = 0;
  let restarts: RunProgress['restarts'] = { prepare: 0, infer: 0 };
  const ms = { total: 0, listing: 0, decode: 0, preprocess: 0, detector: 0, classifier: 0, postprocess: 0, store: 0 };
  /** Active times at which the last images were stored, oldest first. */
  const storedAt: number[] = [];

  function imagesPerMinute(): number | null {
    const [first] = storedAt;
    if (first === undefined || storedAt.length < 2) return null;
    const span = activeMs() - first;
    return span > 0 ? ((storedAt.length - 1) / span) * 60_000 : null;
  }

  return {
    addListed(images) {
      total += images.found;
      resumed += images.resumed;
      ms.listing += images.listingMs;
    },
    completeListing(listingMs) {
      ms.listing += listingMs;
      isTotalFinal = true;
    },
    addStored(image) {
      stored++;
      if (image.hasFailed) failed++;
      for (const [stage, value] of Object.entries(image.ms)) ms[stage as keyof StageMs] += value;
      ms.total = activeMs();
      storedAt.push(ms.total);
      while (storedAt.length > WINDOW_IMAGES && storedAt[0]! < ms.total - WINDOW_MS) storedAt.shift();
    },
    addRestart(broken) {
      restarts = { ...restarts, [broken]: restarts[broken] + 1 };
    },
    pause() {
      pausedAt ??= now();
    },
    resume() {
      if (pausedAt === null) return;
      pausedMs += now() - pausedAt;
      pausedAt = null;
    },
    read() {
      const rate = imagesPerMinute();
      const done = resumed + stored;
      const secondsLeft = rate === null || !isTotalFinal ? null : ((total - done) / rate) * 60;
      const seconds = Object.fromEntries(Object.entries(ms).map(([stage, value]) => [stage, value / 1000]));
      return {
        total,
        isTotalFinal,
        done,
        resumed,
        failed,
        restarts,
        imagesPerMinute: rate,
        secondsLeft,
        seconds: seconds as unknown as StageSeconds,
      };
    },
  };
}
