import type { AppStorage } from '../../storage/app-storage';
import type { ReviewAct, ReviewChange, ReviewHistory } from '../../storage/review-store';
import type { OpenSession } from './open-session';
import { KEPT_ACTS, type ReviewEvent } from './reviewing-view';

let events = 0;

/** What was done with the reviews, for the words that announce it. */
export function tellReviews(
  session: OpenSession,
  { deed, at, changes }: ReviewAct,
  way: ReviewEvent['way'],
  history: ReviewHistory,
): void {
  const last = { way, deed, images: changes.length, filepath: changes[0]?.filepath ?? null, id: ++events };
  const before = session.reviewing().acts;
  const acts =
    way === 'undone' ? before.slice(0, -1) : [...before, { deed, at, images: changes.length }].slice(-KEPT_ACTS);
  session.setReviewing({ history, last, acts });
}

/** Stored first, then shown. An act that changes nothing is none. */
export async function performReviews(
  { reviews }: Pick<AppStorage, 'reviews'>,
  session: OpenSession,
  act: ReviewAct,
): Promise<void> {
  if (act.changes.length === 0) return;
  const history = await reviews.perform(session.id, act);
  session.putReviews(act.changes.map(({ filepath, after }) => [filepath, after]));
  tellReviews(session, act, 'done', history);
}

/** Another act that puts back what was there before, where nothing else has been said since. */
export async function takeBackReviews(
  storage: Pick<AppStorage, 'reviews'>,
  session: OpenSession,
  changes: readonly ReviewChange[],
): Promise<void> {
  const back = changes
    .filter(({ filepath, after }) => (session.rows.get(filepath)?.review ?? null) === after)
    .map(({ filepath, before, after }) => ({ filepath, before: after, after: before }));
  await performReviews(storage, session, { deed: 'merge', by: '', at: Date.now(), changes: back });
}
