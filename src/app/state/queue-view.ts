import type { AppState } from './app-state';

type Going = Pick<AppState, 'going' | 'queue'>;

/** True while another survey is run, here or in another tab: a run of this one is for the queue. */
export function mustWait({ going, queue }: Going, surveyId: string): boolean {
  if (going !== null) return going.surveyId !== surveyId;
  return queue.isElsewhere && queue.current !== surveyId;
}

/** From 1; null = it does not wait in the queue. */
export function placeInQueue({ queue }: Pick<AppState, 'queue'>, surveyId: string): number | null {
  const place = queue.waiting.indexOf(surveyId);
  return place < 0 ? null : place + 1;
}

/**
 * How the queue stands. `resting`: something waits and nothing runs, because a person stopped the run or the tab went away;
 * `over`: all was done, and the account of it is still there.
 */
export type QueueStanding = 'none' | 'working' | 'resting' | 'over';

export function queueStanding({ going, queue }: Going): QueueStanding {
  const { current, waiting, ended, isElsewhere } = queue;
  // A run that stood alone, and was cut off, has no queue to go on with.
  const isUsed = waiting.length > 0 || ended.length > 0;
  if (!isUsed) return 'none';
  if (going !== null || isElsewhere) return 'working';
  return waiting.length > 0 || current !== null ? 'resting' : 'over';
}
