import { promisifyRequest } from 'idb-keyval';
import type { ListedPage } from '../domain/listed-page';
import type { ListedImage } from '../domain/survey';
import { keysUnder } from './database';
import type { Databases } from './databases';
import { listingPageOf, upgradeListingPage } from './listing-page';

/** Images of one stored page of a listing. */
export const LISTING_PAGE = 2000;
/** Pages read at a time. */
const PAGES_TOGETHER = 4;

/** The images of a survey as they were last listed, in the listing's own order. */
export interface ListingStore {
  /** Adds what was found while a folder is still being listed. */
  readonly appendListing: (surveyId: string, images: readonly ListedImage[]) => Promise<void>;
  /** Puts a complete new listing in place of the old one, all or nothing. */
  readonly replaceListing: (surveyId: string, images: readonly ListedImage[]) => Promise<void>;
  /** What a listed image turned out to be when it was opened; one that is not listed is left out. */
  readonly correctImage: (surveyId: string, image: ListedImage) => Promise<void>;
  readonly readListing: (surveyId: string, onPage: (page: ListedPage) => void) => Promise<void>;
  readonly deleteListing: (surveyId: string) => Promise<void>;
  /**
   * Writes pages of an earlier version anew, of a survey that was read to the end here and is at rest; what they say stays. Ends early
   * when it is not at rest any more. Each page is one transaction.
   */
  readonly packListing: (surveyId: string, isAtRest: () => Promise<boolean>) => Promise<void>;
}

export function createListingStore({ listings }: Databases): ListingStore {
  /** Pages of an earlier version, by surveys that were read to the end here. */
  const outdated = new Map<string, IDBValidKey[]>();

  return {
    async appendListing(surveyId, images) {
      await listings.write('relaxed', async (store) => {
        const cursor = await promisifyRequest(store.openKeyCursor(keysUnder([surveyId]), 'prev'));
        const [, last] = (cursor?.key ?? [surveyId, -1]) as [string, number];
        await putPages(store, surveyId, images, last + 1);
      });
    },

    async replaceListing(surveyId, images) {
      await listings.write('strict', async (store) => {
        await promisifyRequest(store.delete(keysUnder([surveyId])));
        await putPages(store, surveyId, images, 0);
      });
    },

    async correctImage(surveyId, image) {
      await listings.write('relaxed', async (store) => {
        for (const key of await promisifyRequest(store.getAllKeys(keysUnder([surveyId])))) {
          const page = upgradeListingPage(await promisifyRequest<unknown>(store.get(key)));
          const at = page.filepaths.indexOf(image.filepath);
          if (at === -1) continue;
          // Read for this alone: nobody else has it.
          page.sizes[at] = image.size;
          page.modified[at] = image.lastModified;
          await promisifyRequest(store.put(page, key));
          return;
        }
      });
    },

    async readListing(surveyId, onPage) {
      const readAfter = (after: readonly IDBValidKey[]) =>
        listings.read((store) => {
          const range = keysUnder([surveyId], after);
          return Promise.all([
            promisifyRequest(store.getAllKeys(range, PAGES_TOGETHER)),
            promisifyRequest<unknown[]>(store.getAll(range, PAGES_TOGETHER) as IDBRequest<unknown[]>),
          ]);
        });
      const found: IDBValidKey[] = [];
      for (let reading = readAfter([surveyId]); ;) {
        const [keys, records] = await reading;
        const last = keys.at(-1);
        if (!Array.isArray(last)) break;
        // The next ones are on their way while these are worked on.
        const next = readAfter(last);
        next.catch(() => undefined); // awaited above, unless the work with these fails
        for (const [place, record] of records.entries()) {
          const page = upgradeListingPage(record);
          if (page !== record) found.push(keys[place]!);
          onPage(page);
        }
        reading = next;
      }
      outdated.set(surveyId, found);
    },

    async deleteListing(surveyId) {
      await listings.write('relaxed', (store) => promisifyRequest(store.delete(keysUnder([surveyId]))));
    },

    async packListing(surveyId, isAtRest) {
      const keys = outdated.get(surveyId) ?? [];
      while (keys.length > 0 && (await isAtRest())) {
        const key = keys.shift();
        if (key !== undefined) await listings.write('relaxed', (store) => packPage(store, key));
      }
    },
  };
}

/** A page that is there still: it may have been replaced since it was read. */
async function packPage(store: IDBObjectStore, key: IDBValidKey): Promise<void> {
  const record = await promisifyRequest<unknown>(store.get(key));
  if (record === undefined) return;
  const page = upgradeListingPage(record);
  if (page !== record) await promisifyRequest(store.put(page, key));
}

async function putPages(store: IDBObjectStore, surveyId: string, images: readonly ListedImage[], firstPage: number) {
  for (let start = 0, page = firstPage; start < images.length; start += LISTING_PAGE, page++) {
    const record = listingPageOf(images.slice(start, start + LISTING_PAGE));
    // One by one: the page can answer the person between two of them.
    await promisifyRequest(store.put(record, [surveyId, page]));
  }
}
