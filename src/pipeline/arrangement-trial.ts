/** How the networks of a run use the processor. */
export interface Arrangement {
  /** Workers that hold the networks, each its own copy. */
  readonly workers: number;
  /** Of each worker. */
  readonly threads: number;
}

/**
 * Finds out on the first images of a run which arrangement is fastest: all threads for one worker, fewer, or several workers that
 * share them. It depends on the network and on the computer.
 */
export interface ArrangementTrial {
  /** What to use from now on. */
  readonly now: () => Arrangement;
  /**
   * An image that was computed as `now` says: the time inside the networks, in ms, above 0, and how many workers were busy at its end, itself
   * included. Workers that wait for photos bring nothing.
   */
  readonly add: (image: { readonly networkMs: number; readonly busyWorkers: number }) => void;
  /** What was found; null while it is being measured. */
  readonly found: () => Arrangement | null;
}

/** Images measured of each arrangement, after one for each worker: the first takes longer. */
const SAMPLES = 6;

/** What another arrangement must bring to be taken: 5 %, above what measuring six images can be wrong by. */
const WORTHWHILE = 1.05;

/** @param candidates not empty, the usual one first; one with still more workers is tried only when more were the best so far */
export function createArrangementTrial(candidates: readonly Arrangement[]): ArrangementTrial {
  let best = { arrangement: candidates[0]!, imagesPerMs: 0 };
  let tried = 0;
  /** Images in a millisecond, as far as each of those measured says. */
  let rates: number[] = [];

  const isWorthATry = ({ workers }: Arrangement) => workers <= 2 || best.arrangement.workers > 1;

  return {
    now: () => candidates[tried] ?? best.arrangement,
    add({ networkMs, busyWorkers }) {
      const arrangement = candidates[tried];
      if (arrangement === undefined) return;
      const { workers } = arrangement;
      rates.push(busyWorkers / networkMs);
      if (rates.length < workers + SAMPLES) return;
      const imagesPerMs = median(rates.slice(workers));
      if (imagesPerMs > best.imagesPerMs * WORTHWHILE) best = { arrangement, imagesPerMs };
      rates = [];
      do tried++;
      while (tried < candidates.length && !isWorthATry(candidates[tried]!));
    },
    found: () => (tried < candidates.length ? null : best.arrangement),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}

/** What decides which arrangements a computer may try. */
export interface ComputerRoom {
  /** Threads of the processor that the networks may use. */
  readonly threads: number;
  /** True = the person wants so many: fewer are not tried. */
  readonly areThreadsWished: boolean;
  /** Bytes of the networks' files. */
  readonly networkBytes: number;
  /** True = networks are rewritten (docs/adr/0009) when they are opened. */
  readonly areNetworksFast: boolean;
  /** Gigabytes of the computer's memory, as the browser tells them; undefined = it doesn't. */
  readonly memoryGb: number | undefined;
}

/** With fewer threads, half of them are not tried for one worker: 1 against 2 was never faster here. */
const THREADS_TO_HALVE = 4;

/**
 * Bytes of a worker beside its networks, for the images and the networks' own numbers: 1.9 GB more were measured for a second
 * one (`npm run bench`), with a detector of 1280 pixels.
 */
const BYTES_OF_WORKER = 1.9e9;

/** Bytes held for each byte of the networks, opening included: 2.05 GB were measured for 0.56 GB (docs/adr/0009). */
const BYTES_HELD = 4;

/** Bytes that folding the weights of the fast form takes: 3.5 GB instead of 2.1 GB were measured (`npm run bench`). */
const BYTES_OF_FAST_FORM = 1.5e9;

/** The browser, the page and other programs need the rest. */
const SHARE_OF_MEMORY = 0.4;

/** Browsers that don't tell how much memory there is may run on small computers. */
const UNTOLD_GB = 4;

/** The arrangements worth trying, the usual one first: all threads for one worker. */
export function arrangementsFor(room: ComputerRoom): readonly Arrangement[] {
  const { threads, areThreadsWished, networkBytes, areNetworksFast, memoryGb = UNTOLD_GB } = room;
  const bytes = BYTES_HELD * networkBytes + BYTES_OF_WORKER + (areNetworksFast ? BYTES_OF_FAST_FORM : 0);
  const inMemory = (SHARE_OF_MEMORY * memoryGb * 1e9) / bytes;
  const split = (workers: number) => ({ workers, threads: Math.floor(threads / workers) });
  return [
    { workers: 1, threads },
    ...(threads >= THREADS_TO_HALVE && !areThreadsWished ? [{ workers: 1, threads: Math.floor(threads / 2) }] : []),
    ...[2, 4].filter((workers) => workers <= threads && workers <= inMemory).map(split),
  ];
}
