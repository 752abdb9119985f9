import type { DetectionLabel } from './detection';
import type { EnsembleRule, RollupLevel } from './prediction';
import { BLANK, HUMAN, isAnimalClass, VEHICLE } from './special-labels';

/** A bound on the detector's conf or the classifier's score; both comparisons are strict. */
export interface Limit {
  readonly is: 'above' | 'below';
  readonly limit: number;
}

/** Which top classes a rule takes. `animal` = every class but blank, human and vehicle. */
export type ClassGroup = 'blank' | 'human' | 'vehicle' | 'human-or-vehicle' | 'animal';

/** What a rule concludes when its conditions hold. */
export type Outcome =
  | { readonly kind: 'label'; readonly label: 'blank' | 'human' | 'vehicle'; readonly by: 'detector' | 'classifier' }
  | { readonly kind: 'geofenced-top-class' };

/** One rule: all conditions that are given must hold. */
export interface DecisionRow {
  readonly rule: EnsembleRule;
  readonly detected: DetectionLabel | null;
  readonly conf: Limit | null;
  readonly topClass: ClassGroup | null;
  readonly score: Limit | null;
  readonly outcome: Outcome;
}

/**
 * Rules 1a to 4b of the ensemble, tried in this order (speciesnet 5.0.4, combine_predictions_for_single_item, with its
 * numbers). `detected` and `conf` speak of the best box; without boxes that is `animal` with conf 0.
 */
export const DECISION_TABLE: readonly DecisionRow[] = [
  row('1a', 'human', above(0.7), null, null, byDetector('human')),
  row('1b', 'human', above(0.2), 'human-or-vehicle', above(0.5), byClassifier('human')),
  row('2a', 'vehicle', above(0.2), 'human', above(0.5), byClassifier('human')),
  row('2b', 'vehicle', above(0.7), null, null, byDetector('vehicle')),
  row('2c', 'vehicle', above(0.2), 'vehicle', above(0.4), byClassifier('vehicle')),
  row('3a', null, { is: 'below', limit: 0.2 }, 'blank', above(0.5), byClassifier('blank')),
  row('3b', null, null, 'blank', above(0.99), byClassifier('blank')),
  row('4a', null, null, 'animal', above(0.8), { kind: 'geofenced-top-class' }),
  row('4b', 'animal', above(0.2), 'animal', above(0.65), { kind: 'geofenced-top-class' }),
];

/** Rule 5a: the levels of its roll-up, and the sum that must be exceeded. */
export const ROLLUP_RULE: { readonly levels: readonly RollupLevel[]; readonly threshold: number } = {
  levels: ['genus', 'family', 'order', 'class', 'kingdom'],
  threshold: 0.65,
};

/** Rule 5b: an animal box with a conf above this is at least ANIMAL. */
export const ANIMAL_CONF: Limit = above(0.5);

/** True when a number keeps to a limit. */
export function isWithin(value: number, { is, limit }: Limit): boolean {
  return is === 'above' ? value > limit : value < limit;
}

/** True when a whole label belongs to a group of classes. */
export function isInGroup(label: string, group: ClassGroup): boolean {
  switch (group) {
    case 'blank':
      return label === BLANK;
    case 'human':
      return label === HUMAN;
    case 'vehicle':
      return label === VEHICLE;
    case 'human-or-vehicle':
      return label === HUMAN || label === VEHICLE;
    case 'animal':
      return isAnimalClass(label);
  }
}

function above(limit: number): Limit {
  return { is: 'above', limit };
}

function byDetector(label: 'human' | 'vehicle'): Outcome {
  return { kind: 'label', label, by: 'detector' };
}

function byClassifier(label: 'blank' | 'human' | 'vehicle'): Outcome {
  return { kind: 'label', label, by: 'classifier' };
}

function row(
  rule: EnsembleRule,
  detected: DetectionLabel | null,
  conf: Limit | null,
  topClass: ClassGroup | null,
  score: Limit | null,
  outcome: Outcome,
): DecisionRow {
  return { rule, detected, conf, topClass, score, outcome };
}
