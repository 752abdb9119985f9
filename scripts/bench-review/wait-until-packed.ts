import type { Page } from 'playwright';
import { FACT_PAGE } from '../../src/storage/fact-store';

/**
 * Opening a survey whose facts lie one by one, or as objects, packs them afterwards: waits for the end, and says how long it took. The
 * last page is packed last.
 */
export async function waitUntilPacked(
  page: Page,
  surveyId: string,
): Promise<{ readonly tookMs: number; readonly records: number }> {
  const begunMs = performance.now();
  for (;;) {
    const records = await countFacts(page, surveyId);
    if (records.alone < FACT_PAGE && records.isLastPacked)
      return { tookMs: performance.now() - begunMs, records: records.all };
    await page.waitForTimeout(100);
  }
}

interface FactRecords {
  readonly alone: number;
  readonly all: number;
  readonly isLastPacked: boolean;
}

function countFacts(page: Page, surveyId: string): Promise<FactRecords> {
  return page.evaluate(
    (id) =>
      new Promise<FactRecords>((resolve, reject) => {
        const opening = indexedDB.open('understory-facts');
        opening.onerror = () => reject(opening.error ?? new Error('understory-facts'));
        opening.onsuccess = () => {
          const opened = opening.result;
          const transaction = opened.transaction('records');
          const store = transaction.objectStore('records');
          const alone = store.count(IDBKeyRange.bound([id, ''], [id, []]));
          const all = store.count(IDBKeyRange.bound([id], [id, []]));
          const last = store.openCursor(IDBKeyRange.bound([id, 0], [id, 0, []]), 'prev');
          transaction.oncomplete = () => {
            opened.close();
            const page = last.result?.value as { packed?: object | null } | undefined;
            const isLastPacked = page === undefined || (page.packed ?? null) !== null;
            resolve({ alone: alone.result, all: all.result, isLastPacked });
          };
        };
      }),
    surveyId,
  );
}
