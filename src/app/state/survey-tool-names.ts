import type { AppActions } from './app-actions';

/** Actions of the open survey whose code comes with the first survey. */
export const SURVEY_TOOL_NAMES = [
  'importFile',
  'importFiles',
  'applyImport',
  'dismissImport',
  'detachFile',
  'compareWithFile',
  'openComparison',
  'removeComparison',
  'dismissComparison',
  'mergeFile',
  'chooseMerge',
  'applyMerge',
  'undoMerge',
  'dismissMerge',
  'searchRepeats',
  'cancelRepeatSearch',
  'decideRepeats',
  'spareRepeat',
  'undoRepeats',
  'redoRepeats',
  'review',
  'reviewAll',
  'undoReview',
  'redoReview',
  'readVectors',
] as const satisfies readonly (keyof AppActions)[];

export type SurveyToolName = (typeof SURVEY_TOOL_NAMES)[number];
