import type { Page } from 'playwright';
import { FACT_PAGE } from '../../src/storage/fact-store';

/** Opening a survey whose facts lie one by one puts them together afterwards: waits for the end, and says how long it took. */
export async function waitUntilPacked(
  page: Page,
  surveyId: string,
): Promise<{ readonly tookMs: number; readonly records: number }> {
  const begunMs = performance.now();
  for (;;) {
    const records = await countFacts(page, surveyId);
    if (records.alone < FACT_PAGE) return { tookMs: performance.now() - begunMs, records: records.all };
    await page.waitForTimeout(100);
  }
}

function countFacts(page: Page, surveyId: string): Promise<{ alone: number; all: number }> {
  return page.evaluate(
    (id) =>
      new Promise<{ alone: number; all: number }>((resolve, reject) => {
        const opening = indexedDB.open('understory-facts');
        opening.onerror = () => reject(opening.error ?? new Error('understory-facts'));
        opening.onsuccess = () => {
          const opened = opening.result;
          const transaction = opened.transaction('records');
          const alone = transaction.objectStore('records').count(IDBKeyRange.bound([id, ''], [id, []]));
          const all = transaction.objectStore('records').count(IDBKeyRange.bound([id], [id, []]));
          transaction.oncomplete = () => {
            opened.close();
            resolve({ alone: alone.result, all: all.result });
          };
        };
      }),
    surveyId,
  );
}
