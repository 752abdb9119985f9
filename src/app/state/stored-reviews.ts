import type { AppStorage } from '../../storage/app-storage';
import type { OpenSession } from './open-session';
import { KEPT_ACTS, NO_REVIEWING } from './reviewing-view';

/** What people said of the survey's images comes to its rows, whose files must be known already. */
export async function readStoredReviews({ reviews }: AppStorage, target: OpenSession): Promise<void> {
  await reviews.readReviews(target.id, (batch) => {
    target.putReviews(batch.map((review) => [review.filepath, review]));
    return true;
  });
  const history = await reviews.readHistory(target.id);
  const acts = await reviews.readLastActs(target.id, KEPT_ACTS);
  target.setReviewing({ ...NO_REVIEWING, history, acts });
}
