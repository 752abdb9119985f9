import type { OpenSurvey } from '../../state/app-state';
import { isDetectorAsked, isMissingInPackage, missingFor, type NeededFile } from './run-choices';

/** What the one filled button does, or why it can't. */
export type StartState =
  { readonly step: 'start' | 'continue' | 'going' | 'finished' } | { readonly step: 'blocked'; readonly by: BlockedBy };

type BlockedBy = 'package' | 'mode' | 'photos' | 'folder' | 'fast-detector' | `${NeededFile}-file`;

/** `lacking`: images that are done but for the names of single animals. */
export function startStateOf(open: OpenSurvey, lacking: number): StartState {
  const { run, survey, folder, listing, modelPackage, attached } = open;
  const { done, listed } = survey.counts;
  const { mode } = survey.settings;
  if (run.step === 'running' || run.step === 'preparing' || run.step === 'elsewhere') return { step: 'going' };
  const isListing = listing.step === 'listing';
  if (listed > 0 && done >= listed && !isListing && lacking === 0) return { step: 'finished' };
  const missing = missingFor(mode, modelPackage, attached);
  if (isMissingInPackage(missing)) return { step: 'blocked', by: 'mode' };
  if (missing !== null) return { step: 'blocked', by: missing };
  const isFastWanted = isDetectorAsked(mode) && survey.settings.speedPreset === 'fast';
  if (isFastWanted && modelPackage?.fastDetector === undefined) return { step: 'blocked', by: 'fast-detector' };
  if (folder.step !== 'connected' && mode !== 'ensemble') return { step: 'blocked', by: 'folder' };
  if (listed === 0 && (!isListing || listing.found === 0)) return { step: 'blocked', by: 'photos' };
  return { step: done > 0 || run.step === 'paused' ? 'continue' : 'start' };
}
