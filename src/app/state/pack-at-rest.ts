import type { AppStorage } from '../../storage/app-storage';
import { StorageError } from '../../storage/storage-error';

/**
 * Puts the facts of a survey that no tab runs together, its listing into columns and its reviews into a copy, so that it opens faster the
 * next time. Nobody waits for it, and what it could not do (a full disk) it does another time: all of it stays readable in between. It
 * ends when a run begins: that may be one of a tab with an older version of the app, which can't read what is packed meanwhile.
 */
export async function packAtRest({ surveys, listings, facts, reviews }: AppStorage, surveyId: string): Promise<void> {
  // Without locks (an insecure origin) nobody knows who runs it.
  const isAtRest = async () => 'locks' in navigator && !(await surveys.isRunLocked(surveyId));
  const steps = [
    () => reviews.packReviews(surveyId),
    () => listings.packListing(surveyId, isAtRest),
    () => facts.packFacts(surveyId, isAtRest),
  ];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
    }
  }
}
