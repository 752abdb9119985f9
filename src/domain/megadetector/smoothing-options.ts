/**
 * How the ancestor of a class is told. `as-reference`: its taxonomy text is part of the other's text, so tamias counts as an
 * ancestor of tamiasciurus and grey wolf (lupus) of dingo (lupus dingo). `by-rank`: every rank it names is the other's too.
 */
export type AncestorTest = 'as-reference' | 'by-rank';

/** What smoothing counts and changes; see `SMOOTHING_DEFAULTS`. All limits include the number itself. */
export interface SmoothingOptions {
  /** Detections with a lower conf are neither counted nor changed. */
  readonly minConf: number;
  /** Classes with a lower score are neither counted nor changed. */
  readonly minScore: number;
  /** Names of the detection categories that are smoothed; null = all. */
  readonly detectionCategories: readonly string[] | null;
  /** Names of the classes that say little: "other" classes. */
  readonly otherNames: readonly string[];
  /** The dominant class needs so many detections to overwrite other classes. */
  readonly minToOverwriteOther: number;
  /** The dominant class needs so many detections to overwrite nondominant classes. */
  readonly minToOverwriteNondominant: number;
  /** A class with more detections than this is not overwritten as nondominant. */
  readonly maxNondominant: number;
  /** Whether a taxon gives way to its descendants in the group. */
  readonly refinesTaxa: boolean;
  /** A descendant's rank (3 = class … 7 = species, 8 = subspecies) times this, plus its count times the next, is its rating. */
  readonly rankWeight: number;
  readonly countWeight: number;
  /** The dominant class needs so many detections to overwrite its family; 0 or less switches the step off. */
  readonly minToOverwriteFamily: number;
  /** A class with more detections than this is not overwritten as one of the family; -1 switches the step off. */
  readonly maxInFamily: number;
  /** Whether each image gets `pre_smoothing_description`, its classes and counts in words. */
  readonly addsDescription: boolean;
  readonly ancestors: AncestorTest;
}

/** The reference's settings (megadetector 10.0.24, ClassificationSmoothingOptions). */
export const SMOOTHING_DEFAULTS: SmoothingOptions = {
  minConf: 0.15,
  minScore: 0.5,
  detectionCategories: ['animal'],
  otherNames: ['other', 'unknown', 'no cv result', 'animal', 'blank', 'mammal'],
  minToOverwriteOther: 2,
  minToOverwriteNondominant: 4,
  maxNondominant: 1,
  refinesTaxa: true,
  rankWeight: 1,
  countWeight: 0.01,
  minToOverwriteFamily: 2,
  maxInFamily: -1,
  addsDescription: true,
  ancestors: 'as-reference',
};
