import { useState } from 'react';
import type { EventFrame } from './event-frames';
import { planConfirm, suggestAnswer, type EventAnswer, type EventPlan } from './event-plan';

export interface EventAnswering {
  /** Null = the frames say nothing. */
  readonly answer: EventAnswer | null;
  readonly plan: EventPlan | null;
  /** A person counted otherwise; null = what the boxes say. */
  readonly setCount: (count: number | null) => void;
}

/** What is suggested for the event, with the count that a person may put in place of the boxes'. */
export function useEventAnswer(frames: readonly EventFrame[]): EventAnswering {
  const [count, setCount] = useState<number | null>(null);
  const suggested = suggestAnswer(frames);
  const highest = suggested?.highest ?? null;
  const answer =
    suggested === null ? null : { ...suggested, highest: highest && { ...highest, count: count ?? highest.count } };
  return { answer, plan: answer && planConfirm(frames, answer), setCount };
}
