import type { Page } from 'playwright';
import type { Inference } from '../../src/domain/inference';
import { packFacts } from '../../src/domain/packed-facts/pack-facts';

export type FactForm = 'fact' | 'objects' | 'json' | 'columns';

/** A way to lay out facts in a database of its own. */
export interface Layout {
  /** Name of the database without the app's prefix. */
  readonly database: string;
  /** Facts of a record. */
  readonly size: number;
  readonly form: FactForm;
}

/** Facts read at a time. */
const BATCH = 1000;

/** Writes the facts of the first database, which has a record for each, into pages of another one. */
export function copyIntoPages(page: Page, from: string, to: Layout): Promise<void> {
  return page.evaluate(
    async ({ source, target, size, form }) => {
      const [reading, writing] = await Promise.all(
        [source, target].map(
          (name) =>
            new Promise<IDBDatabase>((resolve, reject) => {
              const opening = indexedDB.open(`understory-${name}`);
              opening.onupgradeneeded = () => opening.result.createObjectStore('records');
              opening.onerror = () => reject(opening.error ?? new Error(name));
              opening.onsuccess = () => resolve(opening.result);
            }),
        ),
      );
      for (let number = 0; ; number++) {
        const facts = await new Promise<unknown[]>((resolve) => {
          const range = IDBKeyRange.bound(number * size, (number + 1) * size, false, true);
          const request = reading!.transaction('records').objectStore('records').getAll(range);
          request.onsuccess = () =>
            resolve((request.result as { inference: unknown }[]).map(({ inference }) => inference));
        });
        if (facts.length === 0) break;
        await new Promise<void>((resolve, reject) => {
          const transaction = writing!.transaction('records', 'readwrite');
          const record = form === 'json' ? { count: facts.length, text: JSON.stringify(facts) } : { facts };
          transaction.objectStore('records').put({ version: 1, ...record }, number);
          transaction.onabort = () => reject(transaction.error ?? new Error(target));
          transaction.oncomplete = () => resolve();
        });
      }
      reading!.close();
      writing!.close();
    },
    { source: from, target: to.database, size: to.size, form: to.form },
  );
}

/** Puts one page of facts into a database as the app does. */
export function storeColumns(page: Page, database: string, number: number, facts: readonly Inference[]): Promise<void> {
  // Arrays of numbers reach the page as lists: there they become what they were.
  const columns = Object.entries(packFacts(facts)).map(([name, column]: [string, unknown]) =>
    ArrayBuffer.isView(column)
      ? ([name, column.constructor.name, Array.from(column as unknown as Iterable<number>)] as const)
      : ([name, null, column] as const),
  );
  return page.evaluate(
    ({ target, key, parts, count }) =>
      new Promise<void>((resolve, reject) => {
        const kinds = { Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array };
        const packed = Object.fromEntries(
          parts.map(([name, kind, column]) => [
            name,
            kind === null ? column : kinds[kind as keyof typeof kinds].from(column),
          ]),
        );
        const opening = indexedDB.open(`understory-${target}`);
        opening.onupgradeneeded = () => opening.result.createObjectStore('records');
        opening.onerror = () => reject(opening.error ?? new Error(target));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('records', 'readwrite');
          transaction.objectStore('records').put({ version: 3, packed, count }, key);
          transaction.onabort = () => reject(transaction.error ?? new Error(target));
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { target: database, key: number, parts: columns, count: facts.length },
  );
}

/** Reads all facts in the page, keeps what was read, and says how long it took by the clock. */
export function readLayout(
  page: Page,
  { database, size, form }: Layout,
): Promise<{ facts: number; milliseconds: number }> {
  return page.evaluate(
    async ({ name, batch, isText }) => {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error ?? new Error(name));
        opening.onsuccess = () => resolve(opening.result);
      });
      const begunMs = performance.now();
      const kept: unknown[] = [];
      let facts = 0;
      let reading: Promise<{ facts?: unknown[]; text?: string; count?: number }[]> | null = null;
      for (let record = 0; ; record += batch) {
        const records = reading === null ? null : await reading;
        // The next ones are on their way while these are counted.
        const range = IDBKeyRange.bound(record, record + batch, false, true);
        reading = new Promise((resolve, reject) => {
          const request = opened.transaction('records').objectStore('records').getAll(range);
          request.onerror = () => reject(request.error ?? new Error(name));
          request.onsuccess = () => resolve(request.result);
        });
        if (records === null) continue;
        if (records.length === 0) break;
        for (const found of records) {
          facts += found.facts?.length ?? found.count ?? 1;
          kept.push(isText ? JSON.parse(found.text!) : found);
        }
      }
      const milliseconds = performance.now() - begunMs;
      await reading;
      opened.close();
      Object.assign(window, { keptForTheMeasurement: kept });
      return { facts, milliseconds };
    },
    { name: `understory-${database}`, batch: Math.max(1, Math.floor(BATCH / size)), isText: form === 'json' },
  );
}
