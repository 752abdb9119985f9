import type { ImageReview } from '../../../domain/review/image-review';
import type { BlankAnswer } from '../../../domain/review-modes/blank-check';
import { BLANK, UNKNOWN } from '../../../domain/special-labels';

/** True when a person has said what is in the image. */
export const isSaid = (review: ImageReview | null | undefined): boolean => review?.observations != null;

/** What a review says of an image that the machine calls blank; nothing, where nobody has said what is in it. */
export function blankAnswerOf(review: ImageReview | null | undefined): BlankAnswer | undefined {
  const labels = review?.observations?.map(({ label }) => label) ?? [];
  if (labels.length === 0) return undefined;
  if (labels.every((label) => label === BLANK)) return 'blank';
  return labels.every((label) => label === BLANK || label === UNKNOWN) ? 'unclear' : 'missed';
}
