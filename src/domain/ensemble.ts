import type { DetectionLabel } from './detection';
import { ANIMAL_CONF, DECISION_TABLE, isInGroup, isWithin, ROLLUP_RULE, type DecisionRow } from './ensemble-table';
import type { Prediction } from './prediction';
import { geofenceAnimal, rollUp, topOf, type Candidates, type TaxonRules } from './rollup';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from './special-labels';

/** A box as the ensemble reads it. */
export interface DetectedThing {
  readonly label: DetectionLabel;
  readonly conf: number;
}

/** All that the ensemble reads of one image. Detections are best first; only the first counts. */
export interface Evidence {
  readonly candidates: Candidates;
  readonly detections: readonly DetectedThing[];
}

/** What a person may switch off in the ensemble. The reference has no such switches: there all of it is on. */
export interface EnsembleSwitches {
  /** Off: rule 5a is skipped. The roll-up of a top class that is fenced out belongs to the geofence and stays. */
  readonly isRollupOn: boolean;
}

const ALL_ON: EnsembleSwitches = { isRollupOn: true };

const LABELS = { blank: BLANK, human: HUMAN, vehicle: VEHICLE } as const;

/** The box that counts: the first one, or, without any, an animal with conf 0 (speciesnet 5.0.4). */
export function bestDetection(detections: readonly DetectedThing[]): DetectedThing {
  return detections[0] ?? { label: 'animal', conf: 0 };
}

/**
 * The ensemble's decision for one image: the first rule whose conditions hold (speciesnet 5.0.4,
 * combine_predictions_for_single_item). Numbers are compared unrounded. Without `switches` it is the reference's. Throws
 * ParseError when there are no candidates, or when a roll-up meets a label without seven parts.
 */
export function decide(evidence: Evidence, rules: TaxonRules, { isRollupOn }: EnsembleSwitches = ALL_ON): Prediction {
  const { candidates } = evidence;
  const best = bestDetection(evidence.detections);
  const top = topOf(candidates);
  for (const row of DECISION_TABLE) {
    if (holds(row, best, top)) return conclude(row, best, candidates, rules);
  }
  const rolled = isRollupOn ? rollUp(candidates, ROLLUP_RULE.levels, ROLLUP_RULE.threshold, rules) : null;
  if (rolled !== null) return { label: rolled.label, score: rolled.score, source: rolled.source, rule: '5a' };
  if (best.label === 'animal' && isWithin(best.conf, ANIMAL_CONF)) {
    return { label: ANIMAL, score: best.conf, source: 'detector', rule: '5b' };
  }
  return { label: UNKNOWN, score: top.score, source: 'classifier', rule: '5c' };
}

function holds(
  row: DecisionRow,
  best: DetectedThing,
  top: { readonly label: string; readonly score: number },
): boolean {
  return (
    (row.detected === null || row.detected === best.label) &&
    (row.conf === null || isWithin(best.conf, row.conf)) &&
    (row.score === null || isWithin(top.score, row.score)) &&
    (row.topClass === null || isInGroup(top.label, row.topClass))
  );
}

function conclude(row: DecisionRow, best: DetectedThing, candidates: Candidates, rules: TaxonRules): Prediction {
  const { rule, outcome } = row;
  if (outcome.kind === 'geofenced-top-class') {
    const { label, score, source } = geofenceAnimal(candidates, rules);
    return { label, score, source, rule };
  }
  const score = outcome.by === 'detector' ? best.conf : topOf(candidates).score;
  return { label: LABELS[outcome.label], score, source: outcome.by, rule };
}
