import type { AppStorage } from '../../storage/app-storage';
import type { OpenSession } from './open-session';
import { KEPT_ACTS, NO_REVIEWING } from './reviewing-view';

/** What people said of the survey's images comes to its rows, whose files must be known already. */
export async function readStoredReviews({ reviews }: AppStorage, target: OpenSession): Promise<void> {
  // First: what another tab does meanwhile then looks newer than it, and is read again.
  const history = await reviews.readHistory(target.id);
  await reviews.readReviews(target.id, (batch) => {
    target.putReviews(batch.map((review) => [review.filepath, review]));
    return true;
  });
  const acts = await reviews.readLastActs(target.id, KEPT_ACTS);
  target.setReviewing({ ...NO_REVIEWING, history, acts });
}
