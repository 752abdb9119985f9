import { compareBoxes, type MatchedBoxes } from './compare-boxes';
import type { ComparedForm } from './compared-from-rows';
import type { ComparedImage } from './compared-image';
import { isSameLabel } from './same-label';

/**
 * How far two computations of the same networks may be apart: what exact pixels and fp32 arithmetic leave, measured against
 * speciesnet 5.0.4 and megadetector 10.0.24 on real photos, files rounded as those programs round.
 */
export interface StrictTolerances {
  readonly conf: number;
  /** Of the worst of a box's four numbers, in fractions of the image, for boxes with at least `bboxFrom` as conf. */
  readonly bbox: number;
  readonly bboxFrom: number;
  /** Of all boxes, fainter ones included, this share is within `bbox`: a raw coordinate at .5 may round to the other pixel. */
  readonly bboxShare: number;
  readonly score: number;
}

/** By the form of the file; MegaDetector's cuts conf and score to three decimals. */
export const STRICT_TOLERANCES: Readonly<Record<ComparedForm, StrictTolerances>> = {
  speciesnet: { conf: 0.0005, bbox: 0.0001, bboxFrom: 0.05, bboxShare: 0.995, score: 0.005 },
  megadetector: { conf: 0.002, bbox: 0.0002, bboxFrom: 0.05, bboxShare: 0.995, score: 0.002 },
};

/** What keeps two results from being equal. `boxes`: one without a partner; `box-labels`: a box is named otherwise. */
export type Inequality = 'failure' | 'label' | 'source' | 'score' | 'boxes' | 'box-labels' | 'conf' | 'bbox';

/** Whether two results are equal where both have an image. */
export interface EqualityReport {
  readonly isEqual: boolean;
  /** Images that both have. */
  readonly compared: number;
  /** Images by what keeps them from being equal. */
  readonly counts: Readonly<Record<Inequality, number>>;
  /** Boxes with a partner, and those of them whose four numbers are within the tolerance. */
  readonly boxes: number;
  readonly closeBoxes: number;
}

/** Takes the images that both results have, one by one. */
export interface EqualityCheck {
  readonly add: (a: ComparedImage, b: ComparedImage) => void;
  readonly read: () => EqualityReport;
}

/** The detector reports boxes from here on. */
const FLOOR = 0.01;
const MIN_IOU = 0.5;
/** 0.95 and 0.94 are 0.01 apart, whatever binary fractions make of it. */
const EPSILON = 1e-9;

/**
 * Judges whether two results are equal within the strict tolerances. `hasLabels` false: one of them names nothing anywhere, so
 * labels are left out; sources are where one of them has none.
 */
export function createEqualityCheck(form: ComparedForm, hasLabels: boolean): EqualityCheck {
  const tolerances = STRICT_TOLERANCES[form];
  const counts: Record<Inequality, number> = {
    failure: 0,
    label: 0,
    source: 0,
    score: 0,
    boxes: 0,
    'box-labels': 0,
    conf: 0,
    bbox: 0,
  };
  let compared = 0;
  let boxes = 0;
  let closeBoxes = 0;
  return {
    add(a, b) {
      compared++;
      const found = new Set<Inequality>();
      if (a.failed !== b.failed) found.add('failure');
      else {
        if (hasLabels) for (const kind of labelInequalities(a, b, tolerances)) found.add(kind);
        for (const pair of pairsOf(a, b, tolerances, found)) {
          boxes++;
          if (pair.bboxDifference <= tolerances.bbox + EPSILON) closeBoxes++;
        }
      }
      for (const kind of found) counts[kind]++;
    },
    read() {
      const isEqual = Object.values(counts).every((count) => count === 0) && closeBoxes >= boxes * tolerances.bboxShare;
      return { isEqual: compared > 0 && isEqual, compared, counts: { ...counts }, boxes, closeBoxes };
    },
  };
}

function labelInequalities(a: ComparedImage, b: ComparedImage, { score }: StrictTolerances): readonly Inequality[] {
  const found: Inequality[] = [];
  if (!isSameLabel(a.label, b.label)) found.push('label');
  else if (a.score !== null && b.score !== null && Math.abs(a.score - b.score) > score + EPSILON) found.push('score');
  if (a.source !== null && b.source !== null && a.source !== b.source) found.push('source');
  return found;
}

/** A box so near the floor may as well be missing from one of the two. */
function pairsOf(
  { detections: a }: ComparedImage,
  { detections: b }: ComparedImage,
  { conf, bbox, bboxFrom }: StrictTolerances,
  found: Set<Inequality>,
): readonly MatchedBoxes[] {
  if (a === null || b === null) return [];
  const { matched, onlyInA, onlyInB } = compareBoxes(a, b, { minConf: FLOOR + conf, minIou: MIN_IOU });
  if (onlyInA.length + onlyInB.length > 0) found.add('boxes');
  const pairs = matched.filter(({ isFaint }) => !isFaint);
  for (const pair of pairs) {
    if (pair.confDifference > conf + EPSILON) found.add('conf');
    if (pair.bboxDifference > bbox + EPSILON && b[pair.b]!.conf >= bboxFrom) found.add('bbox');
    if (pair.isSameLabel === false) found.add('box-labels');
  }
  return pairs;
}
