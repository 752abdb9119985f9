import { messages } from '../../messages';
import { mergeMessages } from '../../messages/merge-messages';
import { compareMessages } from '../../messages/compare-messages';
import type { OpenSurvey } from '../../state/app-state';
import { shownComparison, type ComparisonView } from '../../state/comparison-view';
import type { MergeView } from '../../state/merge-view';
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

/** With what the survey is compared, and how many images differ where that is known. */
export function comparisonState(view: ComparisonView): string | null {
  const { state } = compareMessages;
  const shown = shownComparison(view);
  if (shown === null) return view.step === 'kept' || view.step === 'comparing' ? state.kept(view.file.fileName) : null;
  const { fileName } = shown.file;
  if (shown.review.equality.isEqual) return state.equal(fileName);
  const { compared, equal } = shown.review.summary;
  return state.differing(compared - equal, fileName);
}

/** What waits for a choice, or was merged. */
export function mergeState(view: MergeView): string | null {
  const { state } = mergeMessages;
  if (view.step === 'offered') return state.offered(view.plan.fileName);
  return view.step === 'applied' ? state.applied(view.stored) : null;
}
