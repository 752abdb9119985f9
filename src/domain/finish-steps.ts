/**
 * Runs work that comes in steps to its end and returns its result. Whoever must stay responsive runs the generator by hand
 * and gives way between steps instead.
 */
export function finishSteps<Result>(steps: Generator<unknown, Result, void>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
