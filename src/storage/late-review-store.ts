import type { Databases } from './databases';
import type { ReviewStore } from './review-store';

/** The store of reviews, fetched when it is first asked: the first screen does not wait for it. */
export function lateReviewStore(databases: Databases): ReviewStore {
  let store: ReviewStore | null = null;
  const load = async () => {
    const { createReviewStore } = await import('./review-store');
    return (store ??= createReviewStore(databases));
  };
  return {
    readReviews: async (surveyId, onBatch) => (await load()).readReviews(surveyId, onBatch),
    readHistory: async (surveyId) => (await load()).readHistory(surveyId),
    readLastActs: async (surveyId, most) => (await load()).readLastActs(surveyId, most),
    perform: async (surveyId, act, knownRevision) => (await load()).perform(surveyId, act, knownRevision),
    undo: async (surveyId) => (await load()).undo(surveyId),
    redo: async (surveyId) => (await load()).redo(surveyId),
    deleteAll: async (surveyId) => (await load()).deleteAll(surveyId),
    packReviews: async (surveyId) => (await load()).packReviews(surveyId),
  };
}
