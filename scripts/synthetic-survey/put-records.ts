import type { Page } from 'playwright';

/** One record of one of the app's databases. */
export type StoredRecord = readonly [key: StoredKey, value: object];
type StoredKey = string | (string | number)[];

/** Puts records into one of the app's databases, past the app; makes it where it is not there. */
export async function putRecords(page: Page, database: string, records: readonly StoredRecord[]): Promise<void> {
  await page.evaluate(
    ({ name, rows }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onupgradeneeded = () => opening.result.createObjectStore('records');
        opening.onerror = () => reject(opening.error ?? new Error(name));
        opening.onsuccess = () => {
          const opened = opening.result;
          const transaction = opened.transaction('records', 'readwrite');
          for (const [key, value] of rows) transaction.objectStore('records').put(value, key);
          transaction.onabort = () => reject(transaction.error ?? new Error(name));
          transaction.oncomplete = () => {
            opened.close();
            resolve();
          };
        };
      }),
    { name: `understory-${database}`, rows: records },
  );
}
