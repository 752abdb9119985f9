import { promisifyRequest } from 'idb-keyval';
import { keysUnder } from './database';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';

/** Small pictures of a survey's images, for the gallery. They can be made again from the photos. */
export interface PreviewStore {
  readonly putPreview: (surveyId: string, filepath: string, preview: Blob) => Promise<void>;
  readonly readPreview: (surveyId: string, filepath: string) => Promise<Blob | null>;
  /** Bytes of all previews of a survey. */
  readonly readBytes: (surveyId: string) => Promise<number>;
  readonly deletePreviews: (surveyId: string) => Promise<void>;
}

/** Bytes instead of a Blob: Chromium keeps each stored Blob as a file of its own, which is slow for 100,000 of them. */
interface PreviewRecord {
  readonly version: number;
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
}

interface SizesRecord {
  readonly version: number;
  readonly bytes: number;
}

const previewForm: RecordForm = { name: 'preview', steps: [] };
const sizesForm: RecordForm = { name: 'sizes of previews', steps: [] };
export const upgradePreview = (record: unknown) => upgradeRecord(record, previewForm) as PreviewRecord;
export const upgradeSizes = (record: unknown) => upgradeRecord(record, sizesForm) as SizesRecord;

export function createPreviewStore({ previews }: Databases): PreviewStore {
  return {
    async putPreview(surveyId, filepath, preview) {
      const bytes = await preview.arrayBuffer();
      const record: PreviewRecord = { version: versionOf(previewForm), mediaType: preview.type, bytes };
      await previews.write('relaxed', async (store) => {
        const key = [surveyId, filepath];
        const [earlier, total] = await Promise.all([getPreview(store, key), getBytes(store, surveyId)]);
        store.put(record, key);
        const sizes: SizesRecord = {
          version: versionOf(sizesForm),
          bytes: total + bytes.byteLength - (earlier?.bytes.byteLength ?? 0),
        };
        await promisifyRequest(store.put(sizes, [surveyId]));
      });
    },

    async readPreview(surveyId, filepath) {
      const record = await previews.read((store) => getPreview(store, [surveyId, filepath]));
      return record === null ? null : new Blob([record.bytes], { type: record.mediaType });
    },

    readBytes: (surveyId) => previews.read((store) => getBytes(store, surveyId)),

    async deletePreviews(surveyId) {
      await previews.write('relaxed', async (store) => {
        store.delete([surveyId]);
        await promisifyRequest(store.delete(keysUnder([surveyId])));
      });
    },
  };
}

async function getPreview(store: IDBObjectStore, key: string[]): Promise<PreviewRecord | null> {
  const record = await promisifyRequest<unknown>(store.get(key));
  return record === undefined ? null : upgradePreview(record);
}

async function getBytes(store: IDBObjectStore, surveyId: string): Promise<number> {
  const record = await promisifyRequest<unknown>(store.get([surveyId]));
  return record === undefined ? 0 : upgradeSizes(record).bytes;
}
