import { isConcluded, type ConclusionRules } from './conclusion-rules';
import type { DetectionLabel } from './detection';
import { bestDetection, decide, type DetectedThing, type Evidence } from './ensemble';
import {
  DECISION_TABLE,
  isInGroup,
  isWithin,
  ROLLUP_RULE,
  type ClassGroup,
  type DecisionRow,
  type Limit,
} from './ensemble-table';
import { evidenceOf } from './fact-to-conclude';
import { cropKeyOf } from './facts';
import { createFenceReasons, type Fence } from './geofence';
import type { CropKey, Inference } from './inference';
import { effectiveRegion } from './place';
import type { EnsembleRule, Prediction, RollupLevel } from './prediction';
import {
  ancestorsOfAll,
  bestSum,
  FENCED_LEVELS,
  FENCED_MARGIN,
  sumFrom,
  topOf,
  type Ancestors,
  type TaxonRules,
} from './rollup';
import { createTaxonRules } from './taxon-rules';

/** One condition of a rule with the value that met it or did not. */
export type Comparison =
  | {
      readonly of: 'detected';
      readonly expected: DetectionLabel;
      readonly actual: DetectionLabel;
      readonly holds: boolean;
    }
  | ({ readonly of: 'conf' | 'score'; readonly value: number; readonly holds: boolean } & Limit)
  | { readonly of: 'top-class'; readonly expected: ClassGroup; readonly actual: string; readonly holds: boolean };

/** One rule of the decision table, tried on this image. */
export interface RuleCheck {
  readonly rule: EnsembleRule;
  readonly comparisons: readonly Comparison[];
  readonly holds: boolean;
}

/** A taxon whose sum was high enough to matter, but that is fenced out at this place. */
export interface FencedTaxon extends Fence {
  readonly label: string;
  readonly sum: number;
}

/** One of the classifier's first choices, and why it must not be concluded here; null = it may. */
export interface ExplainedCandidate {
  readonly label: string;
  readonly score: number;
  readonly fence: Fence | null;
}

/** One level of a roll-up that was tried, from the narrowest on. */
export interface RollupStep {
  readonly level: RollupLevel;
  readonly threshold: number;
  /** The best sum that is not fenced out; null when no candidate has a usable ancestor at this level. */
  readonly best: { readonly label: string; readonly sum: number } | null;
  readonly isAbove: boolean;
  /** All sums at this level that the geofence took out, in the order in which they came up. */
  readonly fencedOut: readonly FencedTaxon[];
}

/** Why an image got its label. */
export interface Explanation {
  readonly prediction: Prediction;
  /** The box that counted; `hasBox` false = there was none, which counts as an animal with conf 0. */
  readonly detector: DetectedThing & { readonly hasBox: boolean };
  readonly classifier: { readonly label: string; readonly score: number; readonly crop: CropKey };
  /** All candidates, best first. With the geofence off, or without a country, none is fenced out. */
  readonly candidates: readonly ExplainedCandidate[];
  /** Rules 1a to 4b in order, up to the one that decided; all of them when none of them did. */
  readonly checks: readonly RuleCheck[];
  /** Why the top class is fenced out here; null when it is not, or when the geofence was not asked. */
  readonly topClassFence: Fence | null;
  /** The roll-up levels that were tried, up to the one that was accepted; empty when there was no roll-up. */
  readonly rollup: readonly RollupStep[];
  /** True when no rule before 5a decided and rule 5a was skipped, because roll-up is switched off. */
  readonly isRollupSkipped: boolean;
}

/** The steps that led to an image's label; null when there is no conclusion (see `concludeFrom`). */
export function explainPrediction(inference: Inference, rules: ConclusionRules): Explanation | null {
  const evidence = isConcluded(rules.mode) ? evidenceOf(inference, rules) : null;
  if (evidence === null) return null;
  const taxonRules = createTaxonRules(rules);
  const place = { country: rules.place.country, admin1Region: effectiveRegion(rules.place) };
  const reasonOf = createFenceReasons(rules.geofence, place, rules.isGeofenceOn);
  const prediction = decide(evidence, taxonRules, rules);
  const top = topOf(evidence.candidates);
  const isGeofenced = prediction.rule === '4a' || prediction.rule === '4b';
  const topClassFence = isGeofenced ? reasonOf(top.label) : null;
  const isRollupSkipped = prediction.rule.startsWith('5') && !rules.isRollupOn;
  return {
    prediction,
    detector: { ...bestDetection(evidence.detections), hasBox: evidence.detections.length > 0 },
    classifier: { ...top, crop: cropKeyOf(inference, rules) },
    candidates: explainCandidates(evidence, reasonOf),
    checks: checkRules(evidence),
    topClassFence,
    rollup: isRollupSkipped ? [] : rollupSteps(evidence, prediction.rule, topClassFence !== null, taxonRules, reasonOf),
    isRollupSkipped,
  };
}

function explainCandidates(
  { candidates: { classes, scores } }: Evidence,
  reasonOf: (label: string) => Fence | null,
): readonly ExplainedCandidate[] {
  return classes.map((label, index) => ({ label, score: scores[index] ?? 0, fence: reasonOf(label) }));
}

function checkRules({ candidates, detections }: Evidence): readonly RuleCheck[] {
  const best = bestDetection(detections);
  const top = topOf(candidates);
  const checks: RuleCheck[] = [];
  for (const row of DECISION_TABLE) {
    const comparisons = compare(row, best, top);
    const holds = comparisons.every((comparison) => comparison.holds);
    checks.push({ rule: row.rule, comparisons, holds });
    if (holds) break;
  }
  return checks;
}

function compare(
  row: DecisionRow,
  best: DetectedThing,
  top: { readonly label: string; readonly score: number },
): readonly Comparison[] {
  const { detected, conf, topClass, score } = row;
  const comparisons: Comparison[] = [];
  if (detected !== null) {
    comparisons.push({ of: 'detected', expected: detected, actual: best.label, holds: detected === best.label });
  }
  if (conf !== null) comparisons.push({ of: 'conf', value: best.conf, ...conf, holds: isWithin(best.conf, conf) });
  if (topClass !== null) {
    const holds = isInGroup(top.label, topClass);
    comparisons.push({ of: 'top-class', expected: topClass, actual: top.label, holds });
  }
  if (score !== null) comparisons.push({ of: 'score', value: top.score, ...score, holds: isWithin(top.score, score) });
  return comparisons;
}

function rollupSteps(
  { candidates }: Evidence,
  rule: EnsembleRule,
  isTopClassFenced: boolean,
  rules: TaxonRules,
  reasonOf: (label: string) => Fence | null,
): readonly RollupStep[] {
  const isRuleFive = rule.startsWith('5');
  if (!isRuleFive && !isTopClassFenced) return [];
  const { levels, threshold } = isRuleFive
    ? ROLLUP_RULE
    : { levels: FENCED_LEVELS, threshold: topOf(candidates).score - FENCED_MARGIN };
  const steps: RollupStep[] = [];
  const ancestors = ancestorsOfAll(candidates, rules);
  for (const level of levels) {
    const best = bestSum(ancestors, candidates.scores, level, rules.isFencedOut);
    const isAbove = best !== null && best.sum > threshold;
    steps.push({
      level,
      threshold,
      best,
      isAbove,
      fencedOut: fencedTaxa(ancestors, candidates.scores, level, reasonOf),
    });
    if (isAbove) break;
  }
  return steps;
}

function fencedTaxa(
  ancestors: readonly Ancestors[],
  scores: readonly number[],
  level: RollupLevel,
  reasonOf: (label: string) => Fence | null,
): readonly FencedTaxon[] {
  const fenced: FencedTaxon[] = [];
  for (const [index, { [level]: label }] of ancestors.entries()) {
    const sum = sumFrom(ancestors, scores, level, index);
    if (label === null || sum === null) continue;
    const fence = reasonOf(label);
    if (fence !== null) fenced.push({ label, sum, ...fence });
  }
  return fenced;
}
