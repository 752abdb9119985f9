import { isJsonObject, ParseError } from '../parse-error';
import type { ImageReview } from './image-review';

/**
 * Reviews of many images: what is said is the same of many of them, and is held once. The browser copies it much faster than an object
 * for each image. `packReviews` makes it, `openPackedReviews` reads it.
 */
export interface PackedReviews {
  /** One for each review. */
  readonly filepaths: readonly string[];
  /** `at` of each review. */
  readonly times: Float64Array;
  /** What each review says: its number in `sayings`. */
  readonly said: Uint32Array;
  readonly sayings: readonly Saying[];
  /** Reviews with other fields than those of this version, or in another order, as they are; after all others. */
  readonly others: readonly ImageReview[];
}

/** A review without its image and its time. */
export type Saying = Omit<ImageReview, 'filepath' | 'at'>;

/** The fields in the order of a review. */
function reviewOf(filepath: string, saying: Saying, at: number): ImageReview {
  const { observations, boxes, isFlagged, isStarred, note, by } = saying;
  return { filepath, observations, boxes, isFlagged, isStarred, note, by, at };
}

/** Packs reviews; those of other fields or another order are kept as they are. Their order stays, but for these. */
export function packReviews(reviews: readonly ImageReview[]): PackedReviews {
  const filepaths: string[] = [];
  const times: number[] = [];
  const said: number[] = [];
  const sayings: Saying[] = [];
  const others: ImageReview[] = [];
  const numberOf = new Map<string, number>();
  for (const review of reviews) {
    const { filepath, at, ...saying } = review;
    if (JSON.stringify(reviewOf(filepath, saying, at)) !== JSON.stringify(review)) {
      others.push(review);
      continue;
    }
    const text = JSON.stringify(saying);
    const number = numberOf.get(text) ?? sayings.push(saying) - 1;
    numberOf.set(text, number);
    filepaths.push(filepath);
    times.push(at);
    said.push(number);
  }
  return { filepaths, times: Float64Array.from(times), said: Uint32Array.from(said), sayings, others };
}

/**
 * The reviews, one after the other; those that say the same share what they say.
 * @throws ParseError when the columns don't fit together
 */
export function openPackedReviews(packed: unknown): readonly ImageReview[] {
  expectColumns(packed);
  const { filepaths, times, said, sayings, others } = packed;
  const reviews = filepaths.map((filepath, index) => reviewOf(filepath, sayings[said[index]!]!, times[index]!));
  return others.length === 0 ? reviews : [...reviews, ...others];
}

function expectColumns(packed: unknown): asserts packed is PackedReviews {
  if (!isJsonObject(packed)) throw damaged('columns', typeof packed);
  const { filepaths, times, said, sayings, others } = packed;
  if (!Array.isArray(filepaths) || !filepaths.every((text) => typeof text === 'string'))
    throw damaged('filepaths: texts', typeof filepaths);
  if (!(times instanceof Float64Array) || times.length !== filepaths.length)
    throw damaged(`${filepaths.length} times`, typeof times);
  if (!Array.isArray(sayings) || !sayings.every(isJsonObject)) throw damaged('sayings: objects', typeof sayings);
  if (!(said instanceof Uint32Array) || said.length !== filepaths.length)
    throw damaged(`${filepaths.length} numbers of sayings`, typeof said);
  const last = said.findLast((number) => number >= sayings.length);
  if (last !== undefined) throw damaged(`one of ${sayings.length} sayings`, String(last));
  if (!Array.isArray(others) || !others.every(isJsonObject)) throw damaged('others: reviews', typeof others);
}

const damaged = (expected: string, got: string) => new ParseError('packed reviews', expected, got);
