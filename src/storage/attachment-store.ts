import { promisifyRequest } from 'idb-keyval';
import { keysUnder } from './database';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';

/**
 * What belongs to a survey besides its photos and facts. `instances`: the images and places of an instances file.
 * `detections`, `classifications`: results of another program that a run starts from. `comparison`: results to compare
 * with. `repeats`: decisions on repeat detections.
 */
export type AttachmentName = 'instances' | 'detections' | 'classifications' | 'comparison' | 'repeats';

/** A header of a few values, and a list that may be as long as the survey. Both are plain data of their owner's form. */
export interface Attachment {
  readonly header: object;
  readonly items: readonly object[];
}

export interface AttachmentStore {
  /** Puts it in place of an earlier one, all or nothing. */
  readonly put: (surveyId: string, name: AttachmentName, attachment: Attachment) => Promise<void>;
  readonly readHeader: (surveyId: string, name: AttachmentName) => Promise<object | null>;
  readonly read: (surveyId: string, name: AttachmentName) => Promise<Attachment | null>;
  readonly delete: (surveyId: string, name: AttachmentName) => Promise<void>;
  readonly deleteAll: (surveyId: string) => Promise<void>;
}

interface HeaderRecord {
  readonly version: number;
  readonly header: object;
}

interface PageRecord {
  readonly version: number;
  readonly items: readonly object[];
}

const headerForm: RecordForm = { name: 'header of an attachment', steps: [] };
const pageForm: RecordForm = { name: 'page of an attachment', steps: [] };
export const upgradeAttachmentHeader = (record: unknown) => upgradeRecord(record, headerForm) as HeaderRecord;
export const upgradeAttachmentPage = (record: unknown) => upgradeRecord(record, pageForm) as PageRecord;

/** A page with a few boxes for each image is copied in some 30 ms. */
const PAGE = 1000;

export function createAttachmentStore({ attachments }: Databases): AttachmentStore {
  async function readHeader(surveyId: string, name: AttachmentName): Promise<object | null> {
    const record = await attachments.read((store) => promisifyRequest<unknown>(store.get([surveyId, name])));
    return record === undefined ? null : upgradeAttachmentHeader(record).header;
  }

  return {
    readHeader,

    async put(surveyId, name, { header, items }) {
      await attachments.write('strict', async (store) => {
        await promisifyRequest(store.delete(keysUnder([surveyId, name])));
        const headerRecord: HeaderRecord = { version: versionOf(headerForm), header };
        await promisifyRequest(store.put(headerRecord, [surveyId, name]));
        for (let start = 0, page = 0; start < items.length; start += PAGE, page++) {
          const record: PageRecord = { version: versionOf(pageForm), items: items.slice(start, start + PAGE) };
          // One by one: the page can answer the person between two of them.
          await promisifyRequest(store.put(record, [surveyId, name, page]));
        }
      });
    },

    async read(surveyId, name) {
      const header = await readHeader(surveyId, name);
      if (header === null) return null;
      const items: object[] = [];
      let after: IDBValidKey[] = [surveyId, name];
      for (;;) {
        const range = keysUnder([surveyId, name], after);
        const [record, key] = await attachments.read((store) =>
          Promise.all([promisifyRequest<unknown>(store.get(range)), promisifyRequest(store.getKey(range))]),
        );
        if (!Array.isArray(key)) return { header, items };
        items.push(...upgradeAttachmentPage(record).items);
        after = key;
      }
    },

    async delete(surveyId, name) {
      await attachments.write('strict', async (store) => {
        store.delete([surveyId, name]);
        await promisifyRequest(store.delete(keysUnder([surveyId, name])));
      });
    },

    async deleteAll(surveyId) {
      await attachments.write('relaxed', (store) => promisifyRequest(store.delete(keysUnder([surveyId]))));
    },
  };
}
