import type { ImageDescription } from '../images/describe-image';

/** What people have done with an image; an image may have several. */
export const REVIEW_STATES = ['none', 'confirmed', 'changed', 'flagged', 'starred', 'noted'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** `none` = nobody has said what is in the image; it may be flagged all the same. */
export function reviewStatesOf({
  review,
  machine,
}: Pick<ImageDescription, 'review' | 'machine'>): readonly ReviewState[] {
  const said = machine === null ? 'none' : machine.isSame ? 'confirmed' : 'changed';
  return [
    said,
    ...(review?.isFlagged === true ? (['flagged'] as const) : []),
    ...(review?.isStarred === true ? (['starred'] as const) : []),
    ...(review !== null && review.note !== '' ? (['noted'] as const) : []),
  ];
}
