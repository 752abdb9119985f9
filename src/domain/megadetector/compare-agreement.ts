import { ParseError } from '../parse-error';
import type { AgreementBucket, BatchJudge, BatchSide, FullComparisonOptions } from './batch-comparison';
import type { MdDetection, MdImage } from './md-results';

/** All buckets of this comparison. */
export const AGREEMENT_BUCKETS: readonly AgreementBucket[] = [
  'common_detections',
  'common_non_detections',
  'detections_a_only',
  'detections_b_only',
  'class_transitions',
];

/** Judges files of which nothing is known but the two results. Throws ParseError for one without boxes and without failure. */
export function createAgreementJudge(a: BatchSide, b: BatchSide, options: FullComparisonOptions): BatchJudge {
  const countsA = createFilter(a, options);
  const countsB = createFilter(b, options);
  return (file, imageA, imageB) => {
    const boxesA = boxesOf(imageA, file);
    const boxesB = boxesOf(imageB, file);
    if (boxesA === null || boxesB === null) return null;
    const foundA = categoriesFound(boxesA, a, countsA);
    const foundB = categoriesFound(boxesB, b, countsB);
    if (foundA === null || foundB === null) return null;
    if (foundA.size > 0 && foundB.size > 0) {
      const isSame = options.isClassAgnostic || isSameSet(foundA, foundB);
      return isSame ? 'common_detections' : 'class_transitions';
    }
    if (foundA.size === 0 && foundB.size === 0) return 'common_non_detections';
    return foundA.size > 0 ? 'detections_a_only' : 'detections_b_only';
  };
}

/** Null when the image failed; a result without boxes and without a failure is an error. */
function boxesOf({ detections, failure }: MdImage, file: string): readonly MdDetection[] | null {
  if (detections !== undefined && detections !== null) return detections;
  if (typeof failure === 'string') return null;
  throw new ParseError(`"${file}": detections`, 'a list, or a failure', 'neither');
}

function createFilter({ names }: BatchSide, { categoryNames }: FullComparisonOptions): (id: string) => boolean {
  if (categoryNames === null) return () => true;
  // Of categories with one name the last one counts, as when Python inverts a dict.
  const idByName = new Map([...names].map(([id, name]) => [name, id]));
  const ids = new Set(categoryNames.map((name) => idByName.get(name)));
  return (id) => ids.has(id);
}

/** Null when a box has a category that is not in the table. */
function categoriesFound(
  boxes: readonly MdDetection[],
  { confs }: BatchSide,
  counts: (id: string) => boolean,
): ReadonlySet<string> | null {
  const found = new Set<string>();
  for (const { category, conf } of boxes) {
    const limit = confs.get(category);
    if (limit === undefined) return null;
    if (conf >= limit && counts(category)) found.add(category);
  }
  return found;
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
