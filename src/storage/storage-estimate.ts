import type { DownloadStore } from './download-store';
import type { FileStore } from './file-store';
import type { PreviewStore } from './preview-store';
import type { SurveyStore } from './survey-store';

/** Bytes, for the settings page. Null where the browser does not say. */
export interface StorageReport {
  /** Those being downloaded included. */
  readonly models: number;
  readonly previews: number;
  /** Everything else that is stored: results, listings, and the app itself for use without a network. */
  readonly results: number | null;
  readonly used: number | null;
  /** What the browser would still take. */
  readonly free: number | null;
  /** True when the browser promised not to clear it by itself. */
  readonly isPersisted: boolean;
}

export async function estimateStorage(stores: {
  readonly files: FileStore;
  readonly downloads: DownloadStore;
  readonly surveys: SurveyStore;
  readonly previews: PreviewStore;
}): Promise<StorageReport> {
  const [estimate, isPersisted, files, downloads, surveys] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
    stores.files.listFiles(),
    stores.downloads.list(),
    stores.surveys.listSurveys(),
  ]);
  const underWay = downloads.flatMap((download) => download.files.map(({ bytes }) => bytes));
  const models = sum(files.map(({ size }) => size)) + sum(underWay);
  const previews = sum(await Promise.all(surveys.map(({ id }) => stores.previews.readBytes(id))));
  const { usage: used = null, quota = null } = estimate;
  return {
    models,
    previews,
    // The browser's figure lags behind and is rounded: never below nothing.
    results: used === null ? null : Math.max(0, used - models - previews),
    used,
    free: used === null || quota === null ? null : Math.max(0, quota - used),
    isPersisted,
  };
}

/** Asks the browser not to clear what is stored when space gets short. False = refused, which is no error. */
export async function requestPersistence(): Promise<boolean> {
  return (await navigator.storage.persisted()) || (await navigator.storage.persist());
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
