import { sortInPieces } from '../sort-in-pieces';
import { uncertaintyOf, type UncertaintyMeasure } from './uncertainty';

/** An image that waits for review. */
export interface UncertainImage {
  readonly filepath: string;
  /** The classifier's scores that decide on it, best first; null when there are none. */
  readonly scores: readonly number[] | null;
  /** Its event; null when it belongs to none, and then it has no neighbours. */
  readonly eventId: string | null;
}

/**
 * Each further image of an event counts half as doubtful as the one before: frames of one event mostly ask one
 * question.
 */
const NEXT_OF_EVENT = 0.5;

interface RankedImage {
  readonly filepath: string;
  readonly eventId: string | null;
  readonly doubt: number;
}

/**
 * The paths of images, the most doubtful first, those without scores last; equal ones in the order given. Events are
 * spread: each further image of an event counts half of what the one before it did, and two of one event follow each
 * other only where nothing else is left (or where images have no scores). Gives way in between.
 */
export function* orderUncertainFirst(
  images: Iterable<UncertainImage>,
  measure: UncertaintyMeasure,
): Generator<void, readonly string[]> {
  const scored: RankedImage[] = [];
  const unscored: string[] = [];
  for (const { filepath, scores, eventId } of images) {
    const doubt = scores === null ? null : uncertaintyOf(scores, measure);
    if (doubt === null) unscored.push(filepath);
    else scored.push({ filepath, eventId, doubt });
    yield;
  }
  const byDoubt = yield* sortInPieces(scored, (one, other) => other.doubt - one.doubt);
  const weighed = yield* weighEvents(byDoubt);
  const order = yield* sortInPieces(weighed, (one, other) => other.doubt - one.doubt);
  return [...(yield* partNeighbours(order)), ...unscored];
}

function* weighEvents(byDoubt: readonly RankedImage[]): Generator<void, readonly RankedImage[]> {
  const weights = new Map<string, number>();
  const weighed: RankedImage[] = [];
  for (const image of byDoubt) {
    const weight = image.eventId === null ? 1 : (weights.get(image.eventId) ?? 1);
    if (image.eventId !== null) weights.set(image.eventId, weight * NEXT_OF_EVENT);
    weighed.push({ ...image, doubt: image.doubt * weight });
    yield;
  }
  return weighed;
}

/**
 * An image of the same event as the one before waits until another has gone between; all that wait are of that event.
 */
function* partNeighbours(order: readonly RankedImage[]): Generator<void, readonly string[]> {
  const filepaths: string[] = [];
  const waiting: RankedImage[] = [];
  let [last, served]: [string | null, number] = [null, 0];
  for (const image of order) {
    if (image.eventId !== null && image.eventId === last) {
      waiting.push(image);
      continue;
    }
    filepaths.push(image.filepath);
    last = image.eventId;
    const next = waiting[served];
    if (next !== undefined) {
      filepaths.push(next.filepath);
      last = next.eventId;
      served++;
    }
    yield;
  }
  return [...filepaths, ...waiting.slice(served).map(({ filepath }) => filepath)];
}
