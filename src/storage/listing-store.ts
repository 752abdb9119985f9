import { promisifyRequest } from 'idb-keyval';
import type { ListedImage } from '../domain/survey';
import { keysUnder } from './database';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';

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
  readonly readListing: (surveyId: string, onPage: (images: readonly ListedImage[]) => void) => Promise<void>;
  readonly deleteListing: (surveyId: string) => Promise<void>;
}

interface PageRecord {
  readonly version: number;
  readonly images: readonly ListedImage[];
}

const form: RecordForm = { name: 'page of a listing', steps: [] };
export const upgradeListingPage = (record: unknown) => upgradeRecord(record, form) as PageRecord;

export function createListingStore({ listings }: Databases): ListingStore {
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
          const { images } = upgradeListingPage(await promisifyRequest<unknown>(store.get(key)));
          const at = images.findIndex(({ filepath }) => filepath === image.filepath);
          if (at === -1) continue;
          const record: PageRecord = { version: versionOf(form), images: images.with(at, image) };
          await promisifyRequest(store.put(record, key));
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
      for (let reading = readAfter([surveyId]); ;) {
        const [keys, records] = await reading;
        const last = keys.at(-1);
        if (!Array.isArray(last)) return;
        // The next ones are on their way while these are worked on.
        const next = readAfter(last);
        next.catch(() => undefined); // awaited above, unless the work with these fails
        for (const record of records) onPage(upgradeListingPage(record).images);
        reading = next;
      }
    },

    async deleteListing(surveyId) {
      await listings.write('relaxed', (store) => promisifyRequest(store.delete(keysUnder([surveyId]))));
    },
  };
}

async function putPages(store: IDBObjectStore, surveyId: string, images: readonly ListedImage[], firstPage: number) {
  for (let start = 0, page = firstPage; start < images.length; start += LISTING_PAGE, page++) {
    const record: PageRecord = { version: versionOf(form), images: images.slice(start, start + LISTING_PAGE) };
    // One by one: the page can answer the person between two of them.
    await promisifyRequest(store.put(record, [surveyId, page]));
  }
}
