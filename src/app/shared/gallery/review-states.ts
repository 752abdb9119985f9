import type { ImageReview } from '../../../domain/review/image-review';

/** What people have done with an image; an image may have several. */
export const REVIEW_STATES = ['none', 'confirmed', 'changed', 'flagged', 'starred', 'noted'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

const [NONE, CONFIRMED, CHANGED, FLAGGED, STARRED, NOTED] = REVIEW_STATES.map((_, place) => 1 << place);

/**
 * A bit for each of REVIEW_STATES. `isSame` = whether the machine says what the person says, null = nobody has said what is in the image;
 * it may be flagged all the same.
 */
export function reviewBitsOf(review: ImageReview | null, isSame: boolean | null): number {
  let bits = isSame === null ? NONE! : isSame ? CONFIRMED! : CHANGED!;
  if (review === null) return bits;
  if (review.isFlagged) bits |= FLAGGED!;
  if (review.isStarred) bits |= STARRED!;
  if (review.note !== '') bits |= NOTED!;
  return bits;
}
