import type { ImageReview } from '../../domain/review/image-review';
import { applyDeed, type ReviewStep } from '../../domain/review/review-deed';
import type { ReviewChange } from '../../storage/review-store';
import type { AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import type { SurveyImage } from './app-state';
import { catchUpReviews } from './catch-up-reviews';
import type { OpenSession } from './open-session';
import { performReviews, showReviews } from './perform-reviews';
import type { ReviewNews, ReviewNewsItem } from './review-news';
import { suggestedObservations } from './suggested-observations';

type ReviewActionNames = 'review' | 'reviewAll' | 'undoReview' | 'redoReview';

/** What people say of images, here and in other tabs. Each act is stored before it is shown; acts follow one another. */
export function createReviewActions(parts: AppParts, news: ReviewNews): Pick<AppActions, ReviewActionNames> {
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

  /** What becomes of the newest act that is under way: false = it fails. */
  let newest: Promise<boolean> | null = null;

  /** An act of the person: until it is stored, it counts as under way. */
  async function act(steps: readonly ReviewStep[]): Promise<void> {
    const done = inTurn((session) => perform(session, steps));
    const outcome = done.then(
      () => true,
      () => false,
    );
    newest = outcome;
    count(1);
    try {
      await done;
    } finally {
      count(-1);
      if (newest === outcome) newest = null;
    }
  }

  const count = (more: number) =>
    store.setState(({ reviewsUnderWay }) => ({ reviewsUnderWay: reviewsUnderWay + more }));

  /** Takes back the last act; where that one is under way and fails, none: it can't be the one before that was meant. */
  function undo(): Promise<void> {
    const outcome = newest;
    return inTurn(async (session) => {
      if (outcome === null || (await outcome)) await step(session, 'undone');
    });
  }

  async function perform(session: OpenSession, steps: readonly ReviewStep[]): Promise<void> {
    const [first] = steps;
    if (first === undefined) return;
    await opening.ensureStored(session);
    const { labels } = store.getState().open ?? { labels: [] };
    const who = { by: store.getState().preferences.reviewer, at: Date.now() };
    await performReviews({ storage, news }, session, () => ({
      deed: first.deed.kind,
      ...who,
      changes: changesOf(session, steps, labels, who),
    }));
  }

  async function step(session: OpenSession, way: 'undone' | 'redone'): Promise<void> {
    const stepped = await (way === 'undone' ? storage.reviews.undo(session.id) : storage.reviews.redo(session.id));
    if (stepped === null) return;
    const { act, history } = stepped;
    // The last act may be one that another tab did: then its images are not all that changed.
    if (history.revision !== session.reviewing().history.revision + 1) await catchUpReviews(storage, session);
    showReviews({ news }, session, act, way, history);
  }

  /** What another tab did. What this one has not heard of in order is read from the store. */
  async function follow(session: OpenSession, { surveyId, history, reviews }: ReviewNewsItem): Promise<void> {
    const reviewing = session.reviewing();
    const known = reviewing.history.revision;
    if (surveyId !== session.id || history.revision <= known) return;
    if (reviews === null || history.revision !== known + 1) return catchUpReviews(storage, session);
    session.putReviews(reviews);
    session.setReviewing({ ...reviewing, history });
  }

  const hear = guarded((item: ReviewNewsItem) => inTurn((session) => follow(session, item)));
  news.listen((item) => void hear(item));
  // What was said between opening the survey and listening. One that is still being opened reads its reviews at the end.
  void guarded(() =>
    inTurn(async (session) => {
      if (store.getState().open?.loading !== null) return;
      const { revision } = await storage.reviews.readHistory(session.id);
      if (revision !== session.reviewing().history.revision) await catchUpReviews(storage, session);
    }),
  )();

  return {
    review: guarded((filepaths, deed) => act([{ filepaths, deed }])),
    reviewAll: guarded(act),
    undoReview: guarded(undo),
    redoReview: guarded(() => inTurn((session) => step(session, 'redone'))),
  };
}

/** Each step finds what the ones before it made. */
function changesOf(
  session: OpenSession,
  steps: readonly ReviewStep[],
  labels: readonly string[],
  who: { readonly by: string; readonly at: number },
): readonly ReviewChange[] {
  const reviews = new Map<string, ImageReview | null>();
  for (const { filepaths, deed } of steps) {
    for (const filepath of filepaths) {
      const image = session.rows.get(filepath);
      if (image === null) continue;
      const review = reviews.has(filepath) ? reviews.get(filepath)! : image.review;
      reviews.set(filepath, applyDeed(targetOf(image, review, labels), deed, who));
    }
  }
  return [...reviews].flatMap(([filepath, after]): readonly ReviewChange[] => {
    const before = session.rows.get(filepath)?.review ?? null;
    return after === before ? [] : [{ filepath, before, after }];
  });
}

function targetOf(image: SurveyImage, review: ImageReview | null, labels: readonly string[]) {
  return { filepath: image.filepath, review, suggested: suggestedObservations(image, labels) };
}
