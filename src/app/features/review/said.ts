import type { ImageReview } from '../../../domain/review/image-review';
import type { BlankAnswer } from '../../../domain/review-modes/blank-check';
import { BLANK, UNKNOWN } from '../../../domain/special-labels';
import type { ImageDescription } from '../../shared/images/describe-image';

/** True when a person has said what is in the image. */
export const isSaid = (review: ImageReview | null | undefined): boolean => review?.observations != null;

/** True for images that can be reviewed: the others were not read, or not yet. */
export const isReadable = ({ kind, machine }: Pick<ImageDescription, 'kind' | 'machine'>): boolean => {
  const answer = machine?.kind ?? kind;
  return answer !== 'failed' && answer !== 'waiting';
};

/** What a review says of an image that the machine calls blank; nothing, where nobody has said what is in it. */
export function blankAnswerOf(review: ImageReview | null | undefined): BlankAnswer | undefined {
  const labels = review?.observations?.map(({ label }) => label) ?? [];
  if (labels.length === 0) return undefined;
  if (labels.every((label) => label === BLANK)) return 'blank';
  return labels.every((label) => label === BLANK || label === UNKNOWN) ? 'unclear' : 'missed';
}
