import type { Page } from 'playwright';
import type { Inference } from '../../src/domain/inference';
import { REFERENCE_SETTINGS, type ListedImage, type Survey, type SurveySettings } from '../../src/domain/survey';
import { upgradeCounts } from '../../src/storage/fact-store';
import { upgradeFact } from '../../src/storage/fact-record';
import { listingPageOf } from '../../src/storage/listing-page';
import { LISTING_PAGE } from '../../src/storage/listing-store';
import { upgradeReview } from '../../src/storage/review-store';
import { upgradeSurvey } from '../../src/storage/survey-store';
import { putRecords, type StoredRecord } from './put-records';
import { syntheticFacts, type SyntheticSurvey } from './synthetic-facts';
import { syntheticReviews } from './synthetic-reviews';

const AT_A_TIME = 2000;

export interface StoreOptions extends SyntheticSurvey {
  readonly name: string;
  readonly packageId: string;
  readonly settings?: Partial<SurveySettings>;
  /** Share of the images of which somebody has said something. */
  readonly reviewedShare?: number;
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
    await putRecords(
      page,
      'facts',
      batch.map((inference) => [[id, inference.filepath], checked(upgradeFact, { version: 1, inference })]),
    );
    const reviews = syntheticReviews(batch, options.labels, options.reviewedShare ?? 0);
    await putRecords(
      page,
      'reviews',
      reviews.map((review) => [[id, review.filepath], checked(upgradeReview, { version: 1, review })]),
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
  await putRecords(page, 'facts', [[[id], checked(upgradeCounts, { version: 1, done: stored, failed: 0 })]]);
  await putRecords(page, 'listings', pagesOf(id, listed));
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
  await putRecords(page, 'surveys', [[id, record]]);
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
    pages.push([[id, pages.length], listingPageOf(listed.slice(start, start + LISTING_PAGE))]);
  }
  return pages;
}
