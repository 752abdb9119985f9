import type { OpenSurvey } from '../../state/app-state';
import { missingFor } from './run-choices';

/** What the one filled button does, or why it can't. */
export type StartState =
  | { readonly step: 'start' | 'continue' | 'going' | 'finished' }
  | { readonly step: 'blocked'; readonly by: 'package' | 'mode' | 'photos' | 'folder' };

export function startStateOf(open: OpenSurvey): StartState {
  const { run, survey, folder, listing, modelPackage } = open;
  const { done, listed } = survey.counts;
  if (run.step === 'running' || run.step === 'preparing') return { step: 'going' };
  const isListing = listing.step === 'listing';
  if (listed > 0 && done >= listed && !isListing) return { step: 'finished' };
  if (modelPackage === null) return { step: 'blocked', by: 'package' };
  if (missingFor(survey.settings.mode, modelPackage) !== null) return { step: 'blocked', by: 'mode' };
  if (folder.step !== 'connected') return { step: 'blocked', by: 'folder' };
  if (listed === 0 && (!isListing || listing.found === 0)) return { step: 'blocked', by: 'photos' };
  return { step: done > 0 || run.step === 'paused' ? 'continue' : 'start' };
}
