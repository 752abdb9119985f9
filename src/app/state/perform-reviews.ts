import type { ImageReview } from '../../domain/review/image-review';
import type { AppStorage } from '../../storage/app-storage';
import type { ReviewAct, ReviewChange, ReviewHistory } from '../../storage/review-store';
import { catchUpReviews } from './catch-up-reviews';
import type { OpenSession } from './open-session';
import type { ReviewNews } from './review-news';
import { KEPT_ACTS, type ReviewEvent } from './reviewing-view';

/** Where reviews are kept, and who is told. */
export interface ReviewParts {
  readonly storage: Pick<AppStorage, 'reviews'>;
  readonly news: ReviewNews;
}

let events = 0;

/** What is said of the images from now on is shown, here and in other tabs, with what was done for the words that announce it. */
export function showReviews(
  { news }: Pick<ReviewParts, 'news'>,
  session: OpenSession,
  { deed, at, changes }: ReviewAct,
  way: ReviewEvent['way'],
  history: ReviewHistory,
): void {
  const reviews = changes.map(({ filepath, before, after }): readonly [string, ImageReview | null] => [
    filepath,
    way === 'undone' ? before : after,
  ]);
  session.putReviews(reviews);
  const last = { way, deed, images: changes.length, filepath: changes[0]?.filepath ?? null, id: ++events };
  const before = session.reviewing().acts;
  const acts =
    way === 'undone' ? before.slice(0, -1) : [...before, { deed, at, images: changes.length }].slice(-KEPT_ACTS);
  session.setReviewing({ history, last, acts });
  news.tell({ surveyId: session.id, history, reviews });
}

/**
 * Stored first, then shown. An act that changes nothing is none. When another tab acted meanwhile, its reviews are read, and
 * the act is planned anew upon them: none overwrites what its tab did not know.
 */
export async function performReviews(
  parts: ReviewParts,
  session: OpenSession,
  plan: () => ReviewAct,
): Promise<readonly ReviewChange[]> {
  const { storage } = parts;
  for (;;) {
    const act = plan();
    if (act.changes.length === 0) return act.changes;
    const history = await storage.reviews.perform(session.id, act, session.reviewing().history.revision);
    if (history !== null) {
      showReviews(parts, session, act, 'done', history);
      return act.changes;
    }
    await catchUpReviews(storage, session);
  }
}

/** Reviews of another computer. What was said here since they were compared stays. */
export function takeOverReviews(
  parts: ReviewParts,
  session: OpenSession,
  changes: readonly ReviewChange[],
): Promise<readonly ReviewChange[]> {
  return performReviews(parts, session, () => ({
    ...{ deed: 'merge', by: '', at: Date.now() },
    changes: changes.filter(({ filepath, before }) => reviewOf(session, filepath) === before),
  }));
}

/** Another act that puts back what was there before, where nothing else has been said since. */
export async function takeBackReviews(
  parts: ReviewParts,
  session: OpenSession,
  changes: readonly ReviewChange[],
): Promise<void> {
  const back = changes.map(({ filepath, before, after }) => ({ filepath, before: after, after: before }));
  await takeOverReviews(parts, session, back);
}

const reviewOf = (session: OpenSession, filepath: string) => session.rows.get(filepath)?.review ?? null;
