import { useEffect, useState } from 'react';
import { letPageAnswer } from './let-page-answer';
import { runInPieces } from './run-in-pieces';

/** How far a computation is. `result` may be that of an earlier question until `isCurrent`. */
export interface InPieces<Result> {
  readonly result: Result | null;
  readonly isCurrent: boolean;
}

/**
 * Runs a stepwise computation without stopping the page, and again when `start` is another function: keep it in useMemo.
 * A later one ends an earlier one. Null = there is nothing to compute. `giveWay` is that of `runInPieces`, the same each time.
 */
export function useInPieces<Result>(
  start: (() => Generator<unknown, Result>) | null,
  giveWay = letPageAnswer,
): InPieces<Result> {
  const [done, setDone] = useState<{ readonly of: typeof start; readonly result: Result } | null>(null);
  useEffect(() => {
    if (start === null) return;
    const abort = new AbortController();
    runInPieces(start(), abort.signal, giveWay).then(
      (result) => setDone({ of: start, result }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        // A bug in the computation is one of the screen that shows it: thrown while drawing, its boundary catches it.
        setDone(() => {
          throw error;
        });
      },
    );
    return () => abort.abort();
  }, [start, giveWay]);
  if (start === null || done === null) return { result: null, isCurrent: false };
  return { result: done.result, isCurrent: done.of === start };
}
