/** Ranks of a label, from the narrowest to the widest. */
export type TaxonomyLevel = 'species' | 'genus' | 'family' | 'order' | 'class';

/** Where a roll-up may end; `kingdom` is the label "animal". */
export type RollupLevel = TaxonomyLevel | 'kingdom';

/** How a roll-up is named in `prediction_source`. */
export type Rollup = `rollup_to_${RollupLevel}`;

/** In files with the names of the review: a person says so. Ours; the reference has no word for it. */
export const HUMAN_REVIEW = 'human_review';

/** Exact strings of `prediction_source` (speciesnet 5.0.4, ensemble), and ours for what a person says. */
export type PredictionSource =
  | 'detector'
  | 'classifier'
  | `classifier+${Rollup}`
  | `classifier+geofence+${Rollup | 'rollup_failed'}`
  | typeof HUMAN_REVIEW;

/** The reference's rule numbers (ensemble decision table), and `repeat`, ours: nothing is left but rejected repeats. */
export type EnsembleRule = '1a' | '1b' | '2a' | '2b' | '2c' | '3a' | '3b' | '4a' | '4b' | '5a' | '5b' | '5c' | 'repeat';

/** What the ensemble concludes for one image: derived, never stored. */
export interface Prediction {
  /** A whole label line, `uuid;class;order;family;genus;species;common name`. */
  readonly label: string;
  readonly score: number;
  readonly source: PredictionSource;
  /** The rule that decided. */
  readonly rule: EnsembleRule;
}
