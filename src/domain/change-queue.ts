import type { EndedRun, RunQueue } from './run-queue';

/** True when a pass has ended and nobody has put its account away. */
export function isQueueOver({ current, waiting, ended }: RunQueue): boolean {
  return current === null && waiting.length === 0 && ended.length > 0;
}

/** The survey that is to be run now: one that was cut off goes on before the others. Null = nothing is left. */
export function nextInQueue({ current, waiting }: RunQueue): string | null {
  return current ?? waiting[0] ?? null;
}

/** At the end; a survey that is there already stays where it is. The first one after a pass that is over begins another. */
export function addToQueue(queue: RunQueue, surveyId: string): RunQueue {
  if (queue.current === surveyId || queue.waiting.includes(surveyId)) return queue;
  const { ended, waiting } = queue;
  return {
    ...queue,
    waiting: [...waiting, surveyId],
    ended: isQueueOver(queue) ? [] : ended.filter((run) => run.surveyId !== surveyId),
  };
}

/** Takes a survey that waits out of the queue; the one being run stays. */
export function removeFromQueue(queue: RunQueue, surveyId: string): RunQueue {
  if (!queue.waiting.includes(surveyId)) return queue;
  const waiting = queue.waiting.filter((id) => id !== surveyId);
  return { ...queue, waiting, isHeld: queue.isHeld && waiting.length > 0 };
}

/** Puts a survey that waits back at this place, from 0, or at the end where there are fewer. */
export function putInQueue(queue: RunQueue, surveyId: string, place: number): RunQueue {
  if (queue.current === surveyId) return queue;
  const others = queue.waiting.filter((id) => id !== surveyId);
  return { ...queue, waiting: [...others.slice(0, place), surveyId, ...others.slice(place)] };
}

/** One place nearer to its turn; the first one stays. */
export function moveUpInQueue(queue: RunQueue, surveyId: string): RunQueue {
  const place = queue.waiting.indexOf(surveyId);
  return place < 1 ? queue : putInQueue(queue, surveyId, place - 1);
}

/** A run begins, of a survey that waited or of another one. A queue that was held goes on after it. */
export function beginInQueue(queue: RunQueue, surveyId: string): RunQueue {
  const isNewPass = isQueueOver(queue);
  return {
    current: surveyId,
    waiting: queue.waiting.filter((id) => id !== surveyId),
    ended: isNewPass ? [] : queue.ended.filter((run) => run.surveyId !== surveyId),
    isHeld: false,
  };
}

/** The run ended by itself, or could not begin. Of a run that stood alone, without a queue, nothing is noted. */
export function endInQueue(queue: RunQueue, run: EndedRun): RunQueue {
  const { surveyId } = run;
  const isPass = queue.waiting.length > 0 || queue.ended.length > 0;
  return {
    current: queue.current === surveyId ? null : queue.current,
    waiting: queue.waiting.filter((id) => id !== surveyId),
    ended: isPass ? [...queue.ended.filter((earlier) => earlier.surveyId !== surveyId), run] : [],
    isHeld: false,
  };
}

/** A person stopped the run: what waits goes on waiting until somebody continues. */
export function holdQueue(queue: RunQueue): RunQueue {
  return { ...queue, current: null, isHeld: queue.waiting.length > 0 };
}

/** The account of what was done is put away, or that of one survey. */
export function forgetEnded(queue: RunQueue, surveyId?: string): RunQueue {
  return { ...queue, ended: surveyId === undefined ? [] : queue.ended.filter((run) => run.surveyId !== surveyId) };
}

/** Leaves out what waits and is no survey any more. */
export function keepInQueue(queue: RunQueue, isKnown: (surveyId: string) => boolean): RunQueue {
  const { current } = queue;
  const waiting = queue.waiting.filter(isKnown);
  return {
    ...queue,
    current: current !== null && isKnown(current) ? current : null,
    waiting,
    isHeld: queue.isHeld && waiting.length > 0,
  };
}
