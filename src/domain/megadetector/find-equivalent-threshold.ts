import { finishPieces } from '../finish-pieces';
import { ParseError } from '../parse-error';
import type { MdResults } from './md-results';

const IMAGES_PER_PIECE = 1000;

/** What counts as positive in A, and which boxes are looked at. */
export interface EquivalentThresholdOptions {
  /** An image of A is positive from this conf on. 0.2 (megadetector 10.0.24). */
  readonly confA?: number;
  /** Detection categories by name; null = all. */
  readonly categoryNames?: readonly string[] | null;
}

/**
 * The conf at which B finds something on the same share of images as A does at `confA` (megadetector 10.0.24,
 * find_equivalent_threshold): the confA itself when it gives that number, else the conf of B's image at that rank. Failed
 * images are left out, images without boxes count as 0.
 *
 * @throws ParseError when A has no usable image, when no image of B would be positive, and for an unknown category.
 */
export function findEquivalentThreshold(
  resultsA: MdResults,
  resultsB: MdResults,
  options: EquivalentThresholdOptions = {},
): number {
  return finishPieces(findEquivalentThresholdInPieces(resultsA, resultsB, options));
}

/** The same, giving way every few images. */
export function* findEquivalentThresholdInPieces(
  resultsA: MdResults,
  resultsB: MdResults,
  { confA = 0.2, categoryNames = null }: EquivalentThresholdOptions = {},
): Generator<void, number> {
  const confsA = yield* bestConfs(resultsA, categoryNames);
  const confsB = yield* bestConfs(resultsB, categoryNames);
  if (confsA.length === 0) throw new ParseError('results A', 'an image that did not fail', 'none');
  const share = countFrom(confA, confsA) / confsA.length;
  const wanted = roundHalfToEven(confsB.length * share);
  const confB = confsB.sort()[confsB.length - wanted];
  if (confB === undefined) throw new ParseError('results', 'images on which A finds something', 'none');
  return countFrom(confB, confsB) === countFrom(confA, confsB) ? confA : confB;
}

/** The highest conf of each image that did not fail. */
function* bestConfs(
  { images, detection_categories }: MdResults,
  names: readonly string[] | null,
): Generator<void, Float64Array> {
  const ids = names === null ? null : idsOf(names, detection_categories);
  const confs = new Float64Array(images.length);
  let count = 0;
  for (const [index, { detections }] of images.entries()) {
    if (index % IMAGES_PER_PIECE === 0) yield;
    if (detections === undefined || detections === null) continue;
    let best: number | null = null;
    for (const { category, conf } of detections) {
      if (ids === null || ids.has(category)) best = Math.max(best ?? conf, conf);
    }
    confs[count++] = best ?? 0;
  }
  return confs.slice(0, count);
}

function idsOf(names: readonly string[], categories: Readonly<Record<string, string>>): ReadonlySet<string> {
  const idByName = new Map(Object.entries(categories).map(([id, name]) => [name, id]));
  if (names.length === 0) throw new ParseError('categories', 'at least one name', 'none');
  return new Set(
    names.map((name) => {
      const id = idByName.get(name);
      if (id === undefined) throw new ParseError('categories', 'names of both files', `"${name}"`);
      return id;
    }),
  );
}

function countFrom(conf: number, confs: Float64Array): number {
  return confs.reduce((count, value) => (value >= conf ? count + 1 : count), 0);
}

/** Python's `round` to whole numbers. */
function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
