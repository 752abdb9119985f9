import type { AppStorage } from '../../storage/app-storage';
import { StorageError } from '../../storage/storage-error';

/**
 * Puts the facts of a survey that no tab runs together, so that it opens faster the next time. Nobody waits for it, and what it could
 * not do (a full disk) it does another time: every fact stays readable in between. It ends when a run begins: that may be one of a tab
 * with an older version of the app, which can't read what is packed meanwhile.
 */
export async function packAtRest({ surveys, facts, reviews }: AppStorage, surveyId: string): Promise<void> {
  try {
    await reviews.packReviews(surveyId);
    await facts.packFacts(surveyId, async () => !(await surveys.isRunLocked(surveyId)));
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
  }
}
