import { listedPageOf, type ListedPage } from '../domain/listed-page';
import type { ListedImage } from '../domain/survey';
import { upgradeRecord, versionOf, type RecordForm } from './record-version';
import { StorageError } from './storage-error';

/** Some images of a listing in one record, in columns: 200,000 of them are read in a moment (`npm run bench:storage`). */
interface PageRecord extends ListedPage {
  readonly version: number;
}

const form: RecordForm = { name: 'page of a listing', steps: [putIntoColumns] };

export const listingPageOf = (images: readonly ListedImage[]): PageRecord => ({
  version: versionOf(form),
  ...listedPageOf(images),
});

/** The same object when it is of the current version. */
export function upgradeListingPage(record: unknown): PageRecord {
  const page = upgradeRecord(record, form) as PageRecord;
  const { filepaths, sizes, modified } = page as Partial<Record<keyof PageRecord, unknown>>;
  if (!Array.isArray(filepaths) || !filepaths.every((path) => typeof path === 'string')) throw damaged('paths');
  for (const column of [sizes, modified])
    if (!(column instanceof Float64Array) || column.length !== filepaths.length)
      throw damaged(`columns of ${filepaths.length} numbers`);
  return page;
}

/** Version 1 had objects. */
function putIntoColumns(record: object): object {
  const { images } = record as { images?: unknown };
  if (!Array.isArray(images) || !images.every(isListed)) throw damaged('images');
  return { version: 2, ...listedPageOf(images) };
}

function isListed(value: unknown): value is ListedImage {
  const { filepath, size, lastModified } = (value ?? {}) as Partial<Record<keyof ListedImage, unknown>>;
  return typeof filepath === 'string' && typeof size === 'number' && typeof lastModified === 'number';
}

const damaged = (expected: string) => new StorageError('storage-damaged', `${form.name}: expected ${expected}`);
