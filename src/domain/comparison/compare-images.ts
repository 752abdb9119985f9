import { TOLERANCES } from '../compare-published';
import { compareBoxes, type BoxComparison, type BoxPairing } from './compare-boxes';
import type { ComparedImage } from './compared-image';
import { isSameLabel } from './same-label';

/** In what two results differ on an image. */
export type DifferenceKind = 'only-in-a' | 'only-in-b' | 'failure' | 'label' | 'score' | 'boxes' | 'box-labels';

/** From where on numbers differ, and which boxes count. */
export interface ComparisonRules extends BoxPairing {
  readonly scoreTolerance: number;
  readonly confTolerance: number;
  /** Of the worst of a box's four numbers, in fractions of the image. */
  readonly bboxTolerance: number;
}

/** Tolerances as for published results: other decoders and processors move numbers by far less, other networks by far more. */
export const DEFAULT_COMPARISON_RULES: ComparisonRules = {
  minConf: 0.1,
  minIou: 0.5,
  scoreTolerance: TOLERANCES.score,
  confTolerance: TOLERANCES.conf,
  bboxTolerance: TOLERANCES.box,
};

/** One image in both results. */
export interface ImageDifferences {
  /** Empty when both say the same. */
  readonly differences: readonly DifferenceKind[];
  /** Null unless both give the same label with a score. */
  readonly scoreDifference: number | null;
  /** Null unless both have detections. */
  readonly boxes: BoxComparison | null;
}

/** 0.95 and 0.94 are 0.01 apart, whatever binary fractions make of it. */
const EPSILON = 1e-9;

/**
 * Compares what two results say of an image. When it failed in one only, nothing else is compared; when in both, what both
 * still have is. `hasLabels` false: one of the results names nothing anywhere, so labels and scores are left out.
 */
export function compareImages(
  a: ComparedImage,
  b: ComparedImage,
  rules: ComparisonRules,
  hasLabels = true,
): ImageDifferences {
  if (a.failed !== b.failed) return { differences: ['failure'], scoreDifference: null, boxes: null };
  const differences: DifferenceKind[] = [];
  let scoreDifference: number | null = null;
  if (hasLabels) {
    if (!isSameLabel(a.label, b.label)) differences.push('label');
    else if (a.label !== null && a.score !== null && b.score !== null) scoreDifference = Math.abs(a.score - b.score);
    if (scoreDifference !== null && scoreDifference > rules.scoreTolerance + EPSILON) differences.push('score');
  }
  const boxes = a.detections === null || b.detections === null ? null : compareBoxes(a.detections, b.detections, rules);
  if (boxes !== null) {
    if (hasBoxDifference(boxes, rules)) differences.push('boxes');
    if (boxes.matched.some((pair) => !pair.isFaint && pair.isSameLabel === false)) differences.push('box-labels');
  }
  return { differences, scoreDifference, boxes };
}

function hasBoxDifference({ matched, onlyInA, onlyInB }: BoxComparison, rules: ComparisonRules): boolean {
  if (onlyInA.length > 0 || onlyInB.length > 0) return true;
  return matched.some(
    ({ isFaint, confDifference, bboxDifference }) =>
      !isFaint && (confDifference > rules.confTolerance + EPSILON || bboxDifference > rules.bboxTolerance + EPSILON),
  );
}
