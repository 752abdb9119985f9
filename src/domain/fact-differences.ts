import { compareBoxes, type BoxComparison } from './comparison/compare-boxes';
import { DEFAULT_COMPARISON_RULES, type ComparisonRules } from './comparison/compare-images';
import type { ClassScores, Inference } from './inference';

/** In what the facts of one image differ between two computers. */
export type FactDifference =
  /** The files themselves: same path, other content or other length. */
  | { readonly kind: 'file'; readonly by: 'sha256' | 'size' }
  | { readonly kind: 'image-size' }
  /** Only one side has detections. */
  | { readonly kind: 'detections-missing'; readonly in: 'mine' | 'theirs' }
  /** Boxes without a partner, and the largest differences of matched ones. */
  | {
      readonly kind: 'boxes';
      readonly onlyMine: number;
      readonly onlyTheirs: number;
      readonly conf: number;
      readonly bbox: number;
    }
  /** A crop's first class; classes are numbers of the label list, `crop` is my key. */
  | { readonly kind: 'class'; readonly crop: string; readonly mine: number; readonly theirs: number }
  /** A crop's first class is the same, its score is not. */
  | { readonly kind: 'score'; readonly crop: string; readonly difference: number };

/** 0.95 and 0.94 are 0.01 apart, whatever binary fractions make of it. */
const EPSILON = 1e-9;

/**
 * What differs in two facts of one image beyond the tolerances: other processors move numbers a little. A crop belongs to a box, so
 * crops are compared by matched boxes, not by number; crops that only one side has are no difference.
 */
export function factDifferences(
  mine: Inference,
  theirs: Inference,
  rules: ComparisonRules = DEFAULT_COMPARISON_RULES,
): readonly FactDifference[] {
  const differences: FactDifference[] = [];
  if (isOtherSize(mine.size, theirs.size)) differences.push({ kind: 'image-size' });
  if (mine.detections === null || theirs.detections === null) {
    const isSame = mine.detections === theirs.detections;
    if (!isSame) differences.push({ kind: 'detections-missing', in: mine.detections === null ? 'mine' : 'theirs' });
    return [...differences, ...cropDifferences(mine, theirs, new Map(), rules)];
  }
  const boxes = compareBoxes(mine.detections, theirs.detections, rules);
  const difference = boxDifference(boxes, rules);
  if (difference !== null) differences.push(difference);
  const partners = new Map(boxes.matched.map(({ a, b }) => [a, b]));
  return [...differences, ...cropDifferences(mine, theirs, partners, rules)];
}

function isOtherSize(mine: Inference['size'], theirs: Inference['size']): boolean {
  if (mine === null || theirs === null) return mine !== theirs;
  return mine.width !== theirs.width || mine.height !== theirs.height;
}

function boxDifference(boxes: BoxComparison, rules: ComparisonRules): FactDifference | null {
  let [conf, bbox] = [0, 0];
  for (const pair of boxes.matched) {
    if (pair.isFaint) continue;
    conf = Math.max(conf, pair.confDifference);
    bbox = Math.max(bbox, pair.bboxDifference);
  }
  const [onlyMine, onlyTheirs] = [boxes.onlyInA.length, boxes.onlyInB.length];
  const isWithin = conf <= rules.confTolerance + EPSILON && bbox <= rules.bboxTolerance + EPSILON;
  return onlyMine + onlyTheirs === 0 && isWithin ? null : { kind: 'boxes', onlyMine, onlyTheirs, conf, bbox };
}

type CropsByKey = Readonly<Record<string, ClassScores | undefined>>;

function cropDifferences(
  mine: Inference,
  theirs: Inference,
  partners: ReadonlyMap<number, number>,
  rules: ComparisonRules,
): readonly FactDifference[] {
  const own: CropsByKey = mine.crops;
  const others: CropsByKey = theirs.crops;
  return Object.entries(own).flatMap(([crop, scores]) => {
    const key = crop.replace(/\d+$/, (digits) => String(partners.get(Number(digits)) ?? ''));
    const other = others[key];
    return scores === undefined || other === undefined ? [] : classDifference(crop, scores, other, rules);
  });
}

/** Of two classes that are nearly as likely, either may come first: then each side's score for the other's first decides. */
function classDifference(
  crop: string,
  mine: ClassScores,
  theirs: ClassScores,
  rules: ComparisonRules,
): readonly FactDifference[] {
  const [first] = mine.classes;
  const [theirFirst] = theirs.classes;
  if (first === undefined || theirFirst === undefined) return [];
  const difference = Math.max(differenceOf(first, mine, theirs), differenceOf(theirFirst, mine, theirs));
  if (difference <= rules.scoreTolerance + EPSILON) return [];
  if (first !== theirFirst) return [{ kind: 'class', crop, mine: first, theirs: theirFirst }];
  return [{ kind: 'score', crop, difference }];
}

function differenceOf(index: number, mine: ClassScores, theirs: ClassScores): number {
  return Math.abs(scoreOf(index, mine) - scoreOf(index, theirs));
}

/** A class below the stored ones has a score that is too small to matter. */
function scoreOf(index: number, { classes, scores }: ClassScores): number {
  return scores[classes.indexOf(index)] ?? 0;
}
