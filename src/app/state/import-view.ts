import type { Condition } from './condition';

/** What a file is that was dropped on a survey. `megadetector-species`: its boxes have classes of their own. */
export type ImportKind =
  | 'predictions'
  | 'detections'
  | 'classifications'
  | 'megadetector'
  | 'megadetector-species'
  | 'instances'
  | 'geofence-rules'
  | 'target-species'
  | 'survey-file';

/**
 * What such a file can be used for. `continue`: its images count as done. `detections`, `classifications`: runs start from
 * it. `instances`: it says which images there are, and where they were taken. `compare`: stands beside the survey's own
 * results. `merge`: its facts become the survey's.
 */
export type ImportUse =
  | 'continue'
  | 'detections'
  | 'classifications'
  | 'instances'
  | 'geofence-rules'
  | 'target-species'
  | 'compare'
  | 'merge';

/**
 * Why a file can't be used for something. `nothing-matches`: none of its entries belongs to the survey. `no-package`: its
 * labels need a model package's list. `has-results`: it would change what the results that are there were made with.
 * `leaves-out-results`: images that are done are not in its list.
 */
export type ImportBlock = 'nothing-matches' | 'no-package' | 'has-results' | 'leaves-out-results';

/** A file that was read and waits for the person to say what it is for. */
export interface ImportOffer {
  readonly fileName: string;
  readonly kind: ImportKind;
  /** Its entries; those that belong to an image of the survey, or to a label of its package. */
  readonly count: number;
  readonly matched: number;
  /** A few of those that do not. */
  readonly unmatched: readonly string[];
  /** What was left out in front of the file's paths so that they are the survey's; empty = nothing. */
  readonly prefix: string;
  /** What it can be used for, the usual first. */
  readonly uses: readonly ImportUse[];
  /** Those of them that are not possible now, and why. */
  readonly blocked: Readonly<Partial<Record<ImportUse, ImportBlock>>>;
}

export type ImportView =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly fileName: string; readonly entries: number }
  | { readonly step: 'offered'; readonly offer: ImportOffer }
  | { readonly step: 'applying'; readonly offer: ImportOffer }
  | { readonly step: 'refused'; readonly fileName: string; readonly condition: Condition };
