import type { ComparedForm } from '../../domain/comparison/compared-from-rows';
import type { ComparedResult } from '../../domain/comparison/compared-image';
import type { ComparisonReview } from '../../domain/comparison/review-comparison';
import type { Condition } from './condition';

/** The file that a survey is compared with. */
export interface ComparedFile {
  readonly fileName: string;
  readonly form: ComparedForm;
  /** Its images. */
  readonly count: number;
}

/** A whole comparison: the survey is A, the file is B. */
export interface Comparison {
  readonly file: ComparedFile;
  readonly review: ComparisonReview;
  readonly mine: ComparedResult;
  readonly theirs: ComparedResult;
}

/** Another result beside that of the open survey. */
export type ComparisonView =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly fileName: string; readonly entries: number }
  | { readonly step: 'refused'; readonly fileName: string; readonly condition: Condition }
  /** Stored with the survey, and not looked at since it was opened: see `openComparison`. */
  | { readonly step: 'kept'; readonly file: ComparedFile }
  /** `last`: what is shown meanwhile, when only the survey changed. */
  | {
      readonly step: 'comparing';
      readonly file: ComparedFile;
      readonly done: number;
      readonly total: number;
      readonly last: Comparison | null;
    }
  | { readonly step: 'compared'; readonly comparison: Comparison };

/** What there is to show, also while it is computed anew. */
export function shownComparison(view: ComparisonView): Comparison | null {
  if (view.step === 'compared') return view.comparison;
  return view.step === 'comparing' ? view.last : null;
}
