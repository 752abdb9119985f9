import type { Connection } from '../../rpc/connect';

/**
 * Longer than any network takes for a photo, or for a step of a package's check, on the slowest computer measured (13 s):
 * beyond this it never answers, because it was made so or because its graphics driver hangs.
 */
export const SILENCE_MS = 10 * 60_000;

export interface WorkerWatch {
  /** The worker showed that it is alive. */
  heard(): void;
  /** The work is done. */
  end(): void;
}

/** Ends a worker that is not heard of for too long; its calls then resolve to `worker-died`. */
export function watchWorker(worker: Pick<Connection<object>, 'dispose'>, silenceMs = SILENCE_MS): WorkerWatch {
  const giveUp = () => worker.dispose(`${STUCK}: no answer within ${Math.round(silenceMs / 60_000)} minutes`);
  let timer = setTimeout(giveUp, silenceMs);
  return {
    heard() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silenceMs);
    },
    end: () => clearTimeout(timer),
  };
}

const STUCK = 'the worker is stuck';

/** True for what a watched worker's calls resolve to when it was given up. */
export const wasGivenUp = ({ message }: { readonly message: string }): boolean => message.startsWith(STUCK);
