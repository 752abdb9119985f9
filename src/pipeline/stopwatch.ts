/**
 * Milliseconds of each step for one image. `preprocess` = cutting and resizing the classifier's crops, and the letterbox where it was
 * not made while decoding (what a device does for that later counts as the networks'); `detector` and `classifier` = inside the networks; `postprocess` = reading their answers.
 */
export interface StepTimings {
  readonly preprocess: number;
  readonly detector: number;
  readonly classifier: number;
  readonly postprocess: number;
}

/** Adds up the time of each step of one image. */
export interface Stopwatch {
  /** Runs `work` and adds its time to `step`. */
  time<Value>(step: keyof StepTimings, work: () => Value): Value;
  /** The same of work that is waited for. */
  timeAsync<Value>(step: keyof StepTimings, work: () => Promise<Value>): Promise<Value>;
  add(step: keyof StepTimings, milliseconds: number): void;
  timings(): StepTimings;
}

/** `now` is a clock in milliseconds: pure code has none. */
export function createStopwatch(now: () => number): Stopwatch {
  const sums = { preprocess: 0, detector: 0, classifier: 0, postprocess: 0 };
  return {
    time(step, work) {
      const start = now();
      try {
        return work();
      } finally {
        sums[step] += now() - start;
      }
    },
    async timeAsync(step, work) {
      const start = now();
      try {
        return await work();
      } finally {
        sums[step] += now() - start;
      }
    },
    add(step, milliseconds) {
      sums[step] += milliseconds;
    },
    timings: () => ({ ...sums }),
  };
}
