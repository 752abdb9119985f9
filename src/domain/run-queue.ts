/** How the run of a survey of a queue ended. */
export interface EndedRun {
  readonly surveyId: string;
  /** As it was called then: the survey may be deleted since. */
  readonly name: string;
  /** Code of the condition that kept it from its end, or from its beginning; null = it ran to its end. */
  readonly reason: string | null;
  /** Images with facts, those of earlier runs included. */
  readonly done: number;
  /** Those of them with failures. */
  readonly failed: number;
}

/**
 * Surveys, by their ids, that are analysed one after the other, and how those before them ended. A pass begins with the first
 * survey that is added to a run, and is over when nothing runs and nothing waits.
 */
export interface RunQueue {
  /** The survey being run; one that stands here while nobody runs it was cut off. Null = none. */
  readonly current: string | null;
  /** The next one first; never `current`, and none twice. */
  readonly waiting: readonly string[];
  /** Runs of this pass, in the order in which they ended. */
  readonly ended: readonly EndedRun[];
  /** A person stopped the run of the pass: nothing begins by itself. */
  readonly isHeld: boolean;
}

/** Before anything was added. */
export const EMPTY_QUEUE: RunQueue = { current: null, waiting: [], ended: [], isHeld: false };
