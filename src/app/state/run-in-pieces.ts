import { letPageAnswer } from './let-page-answer';

/** Work goes on this long before the page may answer the person: half a frame at 60 Hz. */
const PIECE_MS = 8;

/**
 * Runs a stepwise computation to its end without stopping the page, and answers its result. Rejects with the signal's reason
 * when it is aborted in between, and with whatever the computation throws. `giveWay` = how it lets others go on in between.
 */
export async function runInPieces<Result>(
  work: Generator<unknown, Result>,
  signal?: AbortSignal,
  giveWay = letPageAnswer,
): Promise<Result> {
  let pausedAt = performance.now();
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - pausedAt < PIECE_MS) continue;
    await giveWay();
    pausedAt = performance.now();
  }
}
