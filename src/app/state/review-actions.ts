import type { ImageReview } from '../../domain/review/image-review';
import { applyDeed, type ReviewStep } from '../../domain/review/review-deed';
import type { ReviewChange } from '../../storage/review-store';
import type { AppParts } from './app-parts';
import type { AppActions, SurveyImage } from './app-state';
import type { OpenSession } from './open-session';
import { performReviews, tellReviews } from './perform-reviews';
import { suggestedObservations } from './suggested-observations';

type ReviewActionNames = 'review' | 'reviewAll' | 'undoReview' | 'redoReview';

/** What people say of images. Each act is stored before it is shown; acts follow one another. */
export function createReviewActions(parts: AppParts): Pick<AppActions, ReviewActionNames> {
  const { storage, store, opening, guarded } = parts;
  let tail: Promise<void> = Promise.resolve();

  /** A key that is held down must not act on what the act before has not changed yet. */
  function inTurn(work: (session: OpenSession) => Promise<void>): Promise<void> {
    const session = opening.current();
    if (session === null) return Promise.resolve();
    const job = tail.then(() => work(session));
    tail = job.catch(() => undefined); // the caller hears of it; the next act goes on
    return job;
  }

  /** Each step finds what the ones before it made. */
  async function perform(session: OpenSession, steps: readonly ReviewStep[]): Promise<void> {
    const [first] = steps;
    if (first === undefined) return;
    await opening.ensureStored(session);
    const { labels } = store.getState().open ?? { labels: [] };
    const who = { by: store.getState().preferences.reviewer, at: Date.now() };
    const reviews = new Map<string, ImageReview | null>();
    for (const { filepaths, deed } of steps) {
      for (const filepath of filepaths) {
        const image = session.rows.get(filepath);
        if (image === null) continue;
        const review = reviews.has(filepath) ? reviews.get(filepath)! : image.review;
        reviews.set(filepath, applyDeed(targetOf({ ...image, review }, labels), deed, who));
      }
    }
    const changes = [...reviews].flatMap(([filepath, after]): readonly ReviewChange[] => {
      const before = session.rows.get(filepath)?.review ?? null;
      return after === before ? [] : [{ filepath, before, after }];
    });
    await performReviews(storage, session, { deed: first.deed.kind, ...who, changes });
  }

  async function step(session: OpenSession, way: 'undone' | 'redone'): Promise<void> {
    const stepped = await (way === 'undone' ? storage.reviews.undo(session.id) : storage.reviews.redo(session.id));
    if (stepped === null) return;
    const { act, history } = stepped;
    const sideOf = ({ filepath, before, after }: ReviewChange): readonly [string, ImageReview | null] => [
      filepath,
      way === 'undone' ? before : after,
    ];
    session.putReviews(act.changes.map(sideOf));
    tellReviews(session, act, way, history);
  }

  return {
    review: guarded((filepaths, deed) => inTurn((session) => perform(session, [{ filepaths, deed }]))),
    reviewAll: guarded((steps) => inTurn((session) => perform(session, steps))),
    undoReview: guarded(() => inTurn((session) => step(session, 'undone'))),
    redoReview: guarded(() => inTurn((session) => step(session, 'redone'))),
  };
}

function targetOf(image: SurveyImage, labels: readonly string[]) {
  return { filepath: image.filepath, review: image.review, suggested: suggestedObservations(image, labels) };
}
