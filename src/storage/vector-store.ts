import { promisifyRequest } from 'idb-keyval';
import { markOfCrops, MOST_VECTORS, type CropVectors } from '../domain/crop-vectors';
import type { CropKey, Inference } from '../domain/inference';
import { keysUnder } from './database';
import type { Databases } from './databases';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';

/** The vectors of one image. */
export interface ImageVectors {
  readonly filepath: string;
  /** Of the facts that they were computed with: see `markOfCrops`. */
  readonly mark: string;
  readonly vectors: CropVectors;
}

/** What crops look like to the classifier, for likeness alone: one byte for each number of an embedding. */
export interface VectorStore {
  /** In place of those of an earlier fact; none, when the survey has as many bytes as it may have. */
  readonly putVectors: (surveyId: string, inference: Inference, vectors: CropVectors) => Promise<void>;
  /** Of these images, those that have some. */
  readonly readVectors: (surveyId: string, filepaths: readonly string[]) => Promise<readonly ImageVectors[]>;
  /** Of all images in batches, ordered by UTF-16 units of the path. False from `onBatch` ends it. */
  readonly readAllVectors: (
    surveyId: string,
    onBatch: (batch: readonly ImageVectors[]) => Promise<boolean>,
  ) => Promise<void>;
  readonly readBytes: (surveyId: string) => Promise<number>;
  readonly deleteVectors: (surveyId: string) => Promise<void>;
}

interface VectorRecord {
  readonly version: number;
  readonly filepath: string;
  readonly mark: string;
  readonly keys: readonly CropKey[];
  /** One vector after the other, in the order of the keys. */
  readonly bytes: ArrayBuffer;
}

interface BytesRecord {
  readonly version: number;
  readonly bytes: number;
}

const vectorForm: RecordForm = { name: 'vectors of crops', steps: [] };
const bytesForm: RecordForm = { name: 'bytes of vectors', steps: [] };
export const upgradeVectors = (record: unknown) => upgradeRecord(record, vectorForm) as VectorRecord;
export const upgradeVectorBytes = (record: unknown) => upgradeRecord(record, bytesForm) as BytesRecord;

/** 400,000 crops of 1,280 numbers. */
const MOST_BYTES = 512 * 1024 * 1024;
/** Read at a time: about half a megabyte with an embedding of 1,280 numbers and two crops an image. */
const BATCH = 200;

export function createVectorStore({ vectors: database }: Databases, mostBytes = MOST_BYTES): VectorStore {
  return {
    async putVectors(surveyId, inference, vectors) {
      const { filepath } = inference;
      const kept = Object.entries(vectors).slice(0, MOST_VECTORS) as [CropKey, Int8Array][];
      const bytes = joined(kept.map(([, vector]) => vector));
      // Relaxed, as the facts: what a power cut takes is computed again with them.
      await database.write('relaxed', async (store) => {
        const key = [surveyId, filepath];
        const [earlier, total] = await Promise.all([getVectors(store, key), getBytes(store, surveyId)]);
        const others = total - (earlier?.bytes.byteLength ?? 0);
        const isRoom = kept.length > 0 && others + bytes.byteLength <= mostBytes;
        if (!isRoom && earlier === null) return;
        const mark = markOfCrops(inference);
        const record: VectorRecord = {
          version: versionOf(vectorForm),
          filepath,
          mark,
          keys: kept.map(([name]) => name),
          bytes,
        };
        if (isRoom) store.put(record, key);
        else store.delete(key);
        const sum: BytesRecord = { version: versionOf(bytesForm), bytes: others + (isRoom ? bytes.byteLength : 0) };
        await promisifyRequest(store.put(sum, [surveyId]));
      });
    },

    async readVectors(surveyId, filepaths) {
      const found: ImageVectors[] = [];
      for (let start = 0; start < filepaths.length; start += BATCH) {
        const paths = filepaths.slice(start, start + BATCH);
        const records = await database.read((store) =>
          Promise.all(paths.map((filepath) => getVectors(store, [surveyId, filepath]))),
        );
        for (const record of records) if (record !== null) found.push(splitRecord(record));
      }
      return found;
    },

    async readAllVectors(surveyId, onBatch) {
      let after: string[] = [surveyId];
      for (;;) {
        const range = keysUnder([surveyId], after);
        const records = await database.read((store) =>
          promisifyRequest<unknown[]>(store.getAll(range, BATCH) as IDBRequest<unknown[]>),
        );
        const batch = records.map((record) => splitRecord(upgradeVectors(record)));
        const last = batch.at(-1);
        if (last === undefined || !(await onBatch(batch)) || records.length < BATCH) return;
        after = [surveyId, last.filepath];
      }
    },

    readBytes: (surveyId) => database.read((store) => getBytes(store, surveyId)),

    async deleteVectors(surveyId) {
      await database.write('relaxed', async (store) => {
        store.delete([surveyId]);
        await promisifyRequest(store.delete(keysUnder([surveyId])));
      });
    },
  };
}

function joined(vectors: readonly Int8Array[]): ArrayBuffer {
  const size = vectors[0]?.length ?? 0;
  const bytes = new Int8Array(size * vectors.length);
  vectors.forEach((vector, index) => bytes.set(vector, index * size));
  return bytes.buffer;
}

function splitRecord({ filepath, mark, keys, bytes }: VectorRecord): ImageVectors {
  const size = keys.length === 0 ? 0 : bytes.byteLength / keys.length;
  const vectors = keys.map((key, index) => [key, new Int8Array(bytes, index * size, size)] as const);
  return { filepath, mark, vectors: Object.fromEntries(vectors) };
}

async function getVectors(store: IDBObjectStore, key: string[]): Promise<VectorRecord | null> {
  const record = await promisifyRequest<unknown>(store.get(key));
  return record === undefined ? null : upgradeVectors(record);
}

async function getBytes(store: IDBObjectStore, surveyId: string): Promise<number> {
  const record = await promisifyRequest<unknown>(store.get([surveyId]));
  return record === undefined ? 0 : upgradeVectorBytes(record).bytes;
}
