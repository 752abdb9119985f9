import type { ImageReview } from '../../domain/review/image-review';
import type { AppStorage } from '../../storage/app-storage';
import { letPageAnswer } from './let-page-answer';
import type { OpenSession } from './open-session';
import { KEPT_ACTS } from './reviewing-view';

/** Batches put at their rows before the page may answer. */
const TOGETHER = 5;

/**
 * Begins to read what people said of the survey's images, while others read its facts. What is answered brings it to the rows, whose
 * files must be known by then; false from `isNeeded` ends it.
 */
export function readStoredReviews(
  { reviews }: AppStorage,
  target: OpenSession,
  isNeeded: () => boolean,
): () => Promise<void> {
  const known = target.reviewing();
  /** False when somebody acted or caught up since: what is read here may be older than what the rows say by then. */
  const isFirst = () => target.reviewing() === known;
  const reading = read();
  reading.catch(() => undefined); // awaited below

  async function read() {
    // First: what is done meanwhile, here or in another tab, then looks newer than it.
    const history = await reviews.readHistory(target.id);
    const batches: (readonly ImageReview[])[] = [];
    await reviews.readReviews(target.id, (batch) => {
      batches.push(batch);
      return isNeeded();
    });
    return { history, batches };
  }

  async function catchUp() {
    const { catchUpReviews } = await import('./catch-up-reviews');
    await catchUpReviews({ reviews }, target);
  }

  async function showActs() {
    for (;;) {
      const before = target.reviewing();
      const acts = await reviews.readLastActs(target.id, KEPT_ACTS);
      if (target.reviewing() === before) return target.setReviewing({ ...before, acts });
    }
  }

  return async () => {
    const { history, batches } = await reading;
    for (const [number, batch] of batches.entries()) {
      if (!isFirst()) break;
      target.putReviews(batch.map((review) => [review.filepath, review]));
      if (number % TOGETHER === TOGETHER - 1) await letPageAnswer();
    }
    const acts = await reviews.readLastActs(target.id, KEPT_ACTS);
    if (!isFirst()) {
      await catchUp();
      return showActs();
    }
    target.setReviewing({ ...known, history, acts });
    const { revision } = await reviews.readHistory(target.id);
    if (revision !== history.revision) await catchUp();
  };
}
