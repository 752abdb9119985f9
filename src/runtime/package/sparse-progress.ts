import type { OnProgress } from './package-files';

/** Finer steps would only cost messages to the page. */
const STEP_BYTES = 2 * 1024 * 1024;

/** Passes progress on when a step or a file begins or ends, and every 2 MiB in between. */
export function createSparseProgress(onProgress: OnProgress): OnProgress {
  let last = { step: '', name: '', done: 0 };
  return (progress) => {
    const { step, name, done, total } = progress;
    const isSame = step === last.step && name === last.name;
    if (isSame && done !== total && done >= last.done && done - last.done < STEP_BYTES) return;
    last = { step, name, done };
    onProgress(progress);
  };
}
