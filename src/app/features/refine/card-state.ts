import { messages } from '../../messages';
import type { OpenSurvey } from '../../state/app-state';
import { summarizeRepeats } from '../../state/repeats-state';

export type CardName = keyof typeof messages.refine.cards;

/** One line that says how a tool stands in this survey; null while there is nothing to say. */
export function cardState(name: CardName, open: OpenSurvey): string | null {
  if (name === 'events') return eventsState(open);
  return name === 'repeats' ? repeatsState(open) : null;
}

function eventsState({ survey, events, smoothing }: OpenSurvey): string | null {
  if (events.found === null || survey.counts.done === 0) return null;
  const { length } = events.found.events;
  const level = survey.settings.smoothing;
  const detections = smoothing.outcome?.detections ?? 0;
  return detections === 0
    ? messages.events.card(length, level)
    : messages.events.cardChanged(length, level, detections);
}

function repeatsState({ repeats }: OpenSurvey): string | null {
  const { rejectedStacks, rejectedBoxes } = summarizeRepeats(repeats);
  return rejectedStacks === 0 ? null : messages.repeats.standing(rejectedStacks, rejectedBoxes);
}
