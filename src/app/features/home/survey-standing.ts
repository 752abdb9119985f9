import type { FolderState, SurveyCard } from '../../state/app-state';
import { routes } from '../../state/routes';

/** What only the open survey knows. */
export interface OpenSurveyFacts {
  readonly id: string;
  readonly folder: FolderState;
}

/** How a survey stands, in the one word of its tag. */
export type Standing = 'new' | 'running' | 'paused' | 'stopped' | 'finished' | 'cutOff' | 'disconnected';

/** The one thing to do next. */
export type NextStep = 'setUp' | 'showRun' | 'continueRun' | 'review' | 'connect';

export interface SurveyStanding {
  readonly standing: Standing;
  readonly nextStep: NextStep;
  readonly address: string;
}

/** One tag and one main action for each survey. What is running in this tab counts more than what was stored. */
export function standingOf(
  { survey, wasCutOff }: SurveyCard,
  open: OpenSurveyFacts | null,
  isRunning: boolean,
): SurveyStanding {
  const { id, state, counts } = survey;
  if (isRunning) return { standing: 'running', nextStep: 'showRun', address: routes.run(id) };
  if (wasCutOff) return { standing: 'cutOff', nextStep: 'continueRun', address: routes.run(id) };
  if (open?.folder.step === 'disconnected') {
    return { standing: 'disconnected', nextStep: 'connect', address: routes.run(id) };
  }
  switch (state) {
    case 'finished':
      return { standing: 'finished', nextStep: 'review', address: routes.gallery(id) };
    case 'running':
      // Stored as running, not in this tab and not cut off: another tab has it.
      return { standing: 'running', nextStep: 'showRun', address: routes.run(id) };
    case 'paused':
    case 'stopped':
      return { standing: state, nextStep: 'continueRun', address: routes.run(id) };
    case 'new':
      return counts.done > 0
        ? { standing: 'stopped', nextStep: 'continueRun', address: routes.run(id) }
        : { standing: 'new', nextStep: 'setUp', address: routes.setup(id) };
  }
}
