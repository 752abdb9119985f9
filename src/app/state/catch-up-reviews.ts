import type { ImageReview } from '../../domain/review/image-review';
import type { AppStorage } from '../../storage/app-storage';
import { letPageAnswer } from './let-page-answer';
import type { OpenSession } from './open-session';

/** Batches compared before the page may answer. */
const TOGETHER = 5;

/**
 * Brings the open survey's reviews to what is stored, after another tab acted. What is equal stays the object that it was. The rows
 * change at once with the history: in between somebody could act on an older review as if it were the last word.
 */
export async function catchUpReviews({ reviews }: Pick<AppStorage, 'reviews'>, session: OpenSession): Promise<void> {
  for (;;) {
    const known = session.reviewing();
    // First: what is done while the rest is read then looks newer than it, and is read again.
    const history = await reviews.readHistory(session.id);
    const batches: (readonly ImageReview[])[] = [];
    await reviews.readReviews(session.id, (batch) => {
      batches.push(batch);
      return session.reviewing() === known;
    });
    const stored = new Set<string>();
    const other: [string, ImageReview][] = [];
    for (const [number, batch] of batches.entries()) {
      if (number % TOGETHER === TOGETHER - 1) await letPageAnswer();
      if (session.reviewing() !== known) break;
      for (const review of batch) {
        stored.add(review.filepath);
        if (!isShown(session, review)) other.push([review.filepath, review]);
      }
    }
    if (session.reviewing() === known) {
      session.putReviews(other);
      session.putReviews(goneFrom(session, stored));
      session.setReviewing({ ...known, history });
      return;
    }
    // Somebody acted or caught up meanwhile. What was read here is older than that, or not all.
    if (session.reviewing().history.revision >= history.revision) return;
  }
}

function isShown(session: OpenSession, review: ImageReview): boolean {
  const shown = session.rows.get(review.filepath)?.review ?? null;
  return shown !== null && JSON.stringify(shown) === JSON.stringify(review);
}

/** Images that show a review which is not stored any more. */
function goneFrom({ rows }: OpenSession, stored: ReadonlySet<string>): readonly (readonly [string, null])[] {
  return rows
    .snapshot()
    .filter(({ filepath, review }) => review !== null && !stored.has(filepath))
    .map(({ filepath }) => [filepath, null]);
}
