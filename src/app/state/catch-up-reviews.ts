import type { ImageReview } from '../../domain/review/image-review';
import type { AppStorage } from '../../storage/app-storage';
import type { OpenSession } from './open-session';

/** Brings the open survey's reviews to what is stored, after another tab acted. What is equal stays the object that it was. */
export async function catchUpReviews({ reviews }: Pick<AppStorage, 'reviews'>, session: OpenSession): Promise<void> {
  // First: what is done while the rest is read then looks newer than it, and is read again.
  const history = await reviews.readHistory(session.id);
  const gone = new Set<string>();
  for (const { filepath, review } of session.rows.snapshot()) if (review !== null) gone.add(filepath);
  await reviews.readReviews(session.id, (batch) => {
    const other = batch.filter((review) => !isShown(session, review));
    session.putReviews(other.map((review) => [review.filepath, review]));
    for (const { filepath } of batch) gone.delete(filepath);
    return true;
  });
  session.putReviews([...gone].map((filepath) => [filepath, null]));
  session.setReviewing({ ...session.reviewing(), history });
}

function isShown(session: OpenSession, review: ImageReview): boolean {
  const shown = session.rows.get(review.filepath)?.review ?? null;
  return shown !== null && JSON.stringify(shown) === JSON.stringify(review);
}
