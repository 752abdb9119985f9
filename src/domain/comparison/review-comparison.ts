import type { BoxComparison } from './compare-boxes';
import type { DifferenceKind } from './compare-images';
import { compareResults, hasAnyLabel, type ImageComparison, type ResultComparison } from './compare-results';
import type { ComparedForm } from './compared-from-rows';
import type { ComparedResult } from './compared-image';
import { createEqualityCheck, type EqualityReport } from './reference-equality';

/** An image on which two results differ, or that only one of them has. */
export interface DifferingImage extends ImageComparison {
  /** For sorting, 0 to 5; see differenceSize. */
  readonly size: number;
}

/** A comparison as people look through it. */
export interface ComparisonReview extends ResultComparison {
  /** The largest differences first; images without a partner last. */
  readonly differing: readonly DifferingImage[];
  readonly equality: EqualityReport;
}

/**
 * Compares our result (A) with another (B), keeps the images that differ, and judges whether both are equal. Yields the number of
 * images that are done. The pairs of an equality check are few beside reading and comparing, so both go in one pass.
 */
export function* reviewComparison(
  a: ComparedResult,
  b: ComparedResult,
  form: ComparedForm,
): Generator<number, ComparisonReview> {
  const check = createEqualityCheck(form, hasAnyLabel(a) && hasAnyLabel(b));
  const differing: DifferingImage[] = [];
  const pieces = compareResults(a, b);
  let done = 0;
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) {
      return { ...piece.value, differing: yield* sortBySize(differing, done), equality: check.read() };
    }
    for (const image of piece.value) {
      const { pathA, pathB, differences } = image;
      if (pathA !== null && pathB !== null) check.add(a.get(pathA)!, b.get(pathB)!);
      if (differences.length > 0) differing.push({ ...image, size: differenceSize(image, a, b) });
    }
    done += piece.value.length;
    yield done;
  }
}

/**
 * How much two results differ on an image: a failure in one of them 4; another label 3 and its higher score; other classes of boxes 2;
 * boxes without a partner 1 and the highest conf among them; else the largest difference of a number. Without a partner 0.
 */
export function differenceSize(
  { pathA, pathB, differences, scoreDifference, boxes }: ImageComparison,
  a: ComparedResult,
  b: ComparedResult,
): number {
  const [mine, theirs] = [a.get(pathA ?? ''), b.get(pathB ?? '')];
  if (mine === undefined || theirs === undefined) return 0;
  const has = (kind: DifferenceKind) => differences.includes(kind);
  if (has('failure')) return 4;
  if (has('label')) return 3 + Math.min(1, Math.max(mine.score ?? 0, theirs.score ?? 0)) * 0.999;
  if (has('box-labels')) return 2;
  const confs = [
    ...(boxes?.onlyInA ?? []).map((index) => mine.detections![index]!.conf),
    ...(boxes?.onlyInB ?? []).map((index) => theirs.detections![index]!.conf),
  ];
  if (confs.length > 0) return 1 + Math.min(1, Math.max(...confs)) * 0.999;
  return Math.min(0.999, Math.max(scoreDifference ?? 0, largestMove(boxes)));
}

function largestMove(boxes: BoxComparison | null): number {
  let largest = 0;
  for (const { isFaint, confDifference, bboxDifference } of boxes?.matched ?? []) {
    if (!isFaint) largest = Math.max(largest, confDifference, bboxDifference);
  }
  return largest;
}

/** Sizes below 5 in steps of a thousandth: sorted without comparing all with all, giving way in between. */
const STEPS = 5001;
const IMAGES_PER_PIECE = 1000;

function* sortBySize(images: readonly DifferingImage[], done: number): Generator<number, readonly DifferingImage[]> {
  const steps = Array.from({ length: STEPS }, (): DifferingImage[] => []);
  const without: DifferingImage[] = [];
  for (const [index, image] of images.entries()) {
    if (image.pathA === null || image.pathB === null) without.push(image);
    else steps[Math.floor(image.size * 1000)]!.push(image);
    if (index % IMAGES_PER_PIECE === 0) yield done;
  }
  const sorted: DifferingImage[] = [];
  for (let step = STEPS - 1; step >= 0; step--) {
    const bucket = steps[step]!.sort((one, other) => other.size - one.size);
    for (const image of bucket) sorted.push(image);
    if (bucket.length > IMAGES_PER_PIECE) yield done;
  }
  for (const image of without) sorted.push(image);
  return sorted;
}
