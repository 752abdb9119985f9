import type { Page } from 'playwright';
import type { Inference } from '../../src/domain/inference';
import { REFERENCE_SETTINGS, type ListedImage, type Survey, type SurveySettings } from '../../src/domain/survey';
import { upgradeCounts, upgradeFact } from '../../src/storage/fact-store';
import { LISTING_PAGE, upgradeListingPage } from '../../src/storage/listing-store';
import { upgradeSurvey } from '../../src/storage/survey-store';
import { syntheticFacts, type SyntheticSurvey } from './synthetic-facts';

/** One record of one of the app's databases. */
type StoredRecord = readonly [key: StoredKey, value: object];
type StoredKey = string | (string | number)[];

const AT_A_TIME = 2000;

export interface StoreOptions extends SyntheticSurvey {
  readonly name: string;
  readonly packageId: string;
  readonly settings?: Partial<SurveySettings>;
  /** Hears how many facts are stored. */
  readonly onStored?: (count: number) => void;
}

/**
 * Puts a made-up survey into the page's storage, past the app, as if it had been run there, and returns its id. Reload the
 * page afterwards: the app reads its surveys when it starts.
 */
export async function storeSurvey(page: Page, options: StoreOptions): Promise<string> {
  const id = `synthetic-${options.seed}-${options.folders * options.imagesPerFolder}`;
  const listed: ListedImage[] = [];
  let batch: Inference[] = [];
  let stored = 0;
  const store = async () => {
    await put(
      page,
      'facts',
      batch.map((inference) => [[id, inference.filepath], checked(upgradeFact, { version: 1, inference })]),
    );
    stored += batch.length;
    batch = [];
    options.onStored?.(stored);
  };
  for (const fact of syntheticFacts(options)) {
    listed.push({ filepath: fact.filepath, size: 400_000, lastModified: 0 });
    batch.push(fact);
    if (batch.length === AT_A_TIME) await store();
  }
  await store();
  await put(page, 'facts', [[[id], checked(upgradeCounts, { version: 1, done: stored, failed: 0 })]]);
  await put(page, 'listings', pagesOf(id, listed));
  const survey: Survey = {
    id,
    name: options.name,
    isDemo: false,
    createdAt: 0,
    changedAt: 0,
    settings: { packageId: options.packageId, ...REFERENCE_SETTINGS, ...options.settings },
    extraLabels: [],
    state: 'finished',
    counts: { listed: stored, done: stored, failed: 0 },
  };
  const record = checked(upgradeSurvey, { version: 2, survey, rootName: options.name, deletedAt: null });
  await put(page, 'surveys', [[id, record]]);
  return id;
}

/** A record of an older form would be moved on unseen: then this script must follow the new form. */
export function checked(upgrade: (record: unknown) => unknown, record: object): object {
  if (upgrade(record) !== record)
    throw new Error('The form of stored records has changed: store-survey.ts must follow it.');
  return record;
}

function pagesOf(id: string, listed: readonly ListedImage[]): readonly StoredRecord[] {
  const pages: StoredRecord[] = [];
  for (let start = 0; start < listed.length; start += LISTING_PAGE) {
    const images = listed.slice(start, start + LISTING_PAGE);
    pages.push([[id, pages.length], checked(upgradeListingPage, { version: 1, images })]);
  }
  return pages;
}

export async function put(page: Page, database: string, records: readonly StoredRecord[]): Promise<void> {
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
