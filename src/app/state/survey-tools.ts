import type { AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import { createCompareActions } from './compare-actions';
import { createImportActions } from './import-actions';
import { createMergeActions } from './merge-actions';
import { createRepeatActions } from './repeat-actions';
import { createReviewActions } from './review-actions';
import { createReviewNews } from './review-news';
import { createVectorActions } from './vector-actions';
import type { SurveyToolName } from './survey-tool-names';

export interface SurveyTools {
  readonly actions: Pick<AppActions, SurveyToolName>;
  /** Of files for the open survey: what the screen that is shown does with them. */
  readonly importHere: (files: readonly File[]) => Promise<void>;
}

/** What refines an open survey: other files, repeat detections. Much code, and none of it is needed before a survey is open. */
export function createSurveyTools(parts: AppParts): SurveyTools {
  const comparison = createCompareActions(parts);
  const news = createReviewNews();
  const merging = createMergeActions(parts, news);
  const imports = createImportActions(parts, { compare: comparison.take, merge: merging.take });
  return {
    actions: {
      ...imports,
      ...createRepeatActions(parts),
      ...createReviewActions(parts, news),
      ...createVectorActions(parts),
      ...comparison.actions,
      ...merging.actions,
    },
    /** A file dropped on the screen that is about such files needs no question what it is for. */
    importHere(files) {
      const [file, ...others] = files;
      if (file === undefined || others.length > 0) return imports.importFiles(files);
      if (location.hash.endsWith('/refine/compare')) return comparison.actions.compareWithFile(file);
      if (location.hash.endsWith('/refine/merge')) return merging.actions.mergeFile(file);
      return imports.importFiles(files);
    },
  };
}
