import type { AppStorage } from '../../storage/app-storage';
import { StorageError } from '../../storage/storage-error';

/**
 * Puts the facts of a survey that no tab runs together, so that it opens faster the next time. Nobody waits for it, and what it could
 * not do (a full disk) it does another time: every fact stays readable in between.
 */
export async function packAtRest(storage: AppStorage, surveyId: string): Promise<void> {
  try {
    if (await storage.surveys.isRunLocked(surveyId)) return;
    await storage.facts.packFacts(surveyId);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
  }
}
