import {
  compareImages,
  DEFAULT_COMPARISON_RULES,
  type ComparisonRules,
  type DifferenceKind,
  type ImageDifferences,
} from './compare-images';
import type { ComparedImage, ComparedResult } from './compared-image';
import { createSummaryCollector, type ComparisonSummary, type SummaryCollector } from './comparison-summary';
import { matchPaths, type PathMatches } from './match-paths';

/** One image of a comparison. */
export interface ImageComparison extends ImageDifferences {
  /** As each result spells it; null on the side that lacks the image. */
  readonly pathA: string | null;
  readonly pathB: string | null;
}

/** A whole comparison, without its single images. */
export interface ResultComparison {
  readonly summary: ComparisonSummary;
  readonly paths: PathMatches;
  /** False: one of the results names nothing, so labels and scores were not compared. */
  readonly hasLabels: boolean;
}

const IMAGES_PER_PIECE = 100;
/** Boxes that are compared with each other before the work gives way. */
const PAIRS_PER_PIECE = 100_000;

/**
 * Compares two results of the same images, neither of which is the right one: pieces of images in A's order, images without a
 * partner last, then the whole in numbers. Rules that are not given are the defaults. A piece may be empty: it only
 * gives way.
 */
export function* compareResults(
  a: ComparedResult,
  b: ComparedResult,
  given: Partial<ComparisonRules> = {},
): Generator<readonly ImageComparison[], ResultComparison> {
  const rules: ComparisonRules = { ...DEFAULT_COMPARISON_RULES, ...given };
  const paths = yield* quietly(matchPaths(a.keys(), b.keys()));
  const hasLabels = hasAnyLabel(a) && hasAnyLabel(b);
  const summary = createSummaryCollector(hasLabels);
  let piece: ImageComparison[] = [];
  let work = 0;
  for (const [pathA, pathB] of paths.pairs) {
    const [imageA, imageB] = [a.get(pathA)!, b.get(pathB)!];
    const image = compareImages(imageA, imageB, rules, hasLabels);
    summary.add(imageA, imageB, image);
    piece.push({ pathA, pathB, ...image });
    work += boxesOf(imageA) * boxesOf(imageB);
    if (piece.length < IMAGES_PER_PIECE && work < PAIRS_PER_PIECE) continue;
    yield piece;
    piece = [];
    work = 0;
  }
  yield piece;
  yield* unpaired(paths.onlyInA, 'only-in-a', summary);
  yield* unpaired(paths.onlyInB, 'only-in-b', summary);
  return { summary: yield* quietly(summary.read()), paths, hasLabels };
}

function* quietly<Result>(pieces: Generator<void, Result>): Generator<readonly ImageComparison[], Result> {
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return piece.value;
    yield [];
  }
}

function* unpaired(
  paths: readonly string[],
  kind: DifferenceKind & ('only-in-a' | 'only-in-b'),
  summary: SummaryCollector,
): Generator<readonly ImageComparison[]> {
  for (let start = 0; start < paths.length; start += IMAGES_PER_PIECE) {
    yield paths.slice(start, start + IMAGES_PER_PIECE).map((path): ImageComparison => {
      summary.addUnpaired(kind);
      const side = kind === 'only-in-a' ? { pathA: path, pathB: null } : { pathA: null, pathB: path };
      return { ...side, differences: [kind], scoreDifference: null, boxes: null };
    });
  }
}

/** False: the result names nothing anywhere, as a detector's. */
export function hasAnyLabel(result: ComparedResult): boolean {
  for (const { label } of result.values()) if (label !== null) return true;
  return false;
}

function boxesOf({ detections }: ComparedImage): number {
  return detections?.length ?? 0;
}
