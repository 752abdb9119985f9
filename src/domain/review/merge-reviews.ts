import type { ImageReview } from './image-review';

/** What two computers say of one image; null = nothing. */
export interface ReviewPair {
  readonly mine: ImageReview | null;
  readonly theirs: ImageReview;
}

/** True when what they say is to be taken: here nobody has said anything, or they said another thing later. */
export function isTheirsNewer({ mine, theirs }: ReviewPair): boolean {
  return mine === null || (theirs.at > mine.at && !areSame(mine, theirs));
}

function areSame(one: ImageReview, other: ImageReview): boolean {
  const said = ({ observations, boxes, isFlagged, isStarred, note }: ImageReview) =>
    JSON.stringify([observations, boxes, isFlagged, isStarred, note]);
  return said(one) === said(other);
}
