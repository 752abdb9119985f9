import { openDatabase, type Database } from './database';

/**
 * Everything Understory keeps in the browser, one IndexedDB database each. Every record carries a `version`
 * (record-version.ts); the bytes of model files are versioned by their manifest.
 */
export interface Databases {
  /** Common beginning of the databases' and locks' names. */
  readonly prefix: string;
  /** Model files in chunks: `[sha256, n]` -> Blob of 8 MB; `[sha256]` -> manifest, written last. See file-store.ts. */
  readonly modelFiles: Database;
  /** Model files on their way: `[id]` -> how far; `[id, file, n]` -> Blob of up to 8 MB. See download-store.ts. */
  readonly downloads: Database;
  /** Model packages: id -> description; the bytes are in modelFiles. See package-records.ts. */
  readonly packages: Database;
  /** Surveys: id -> settings and state. See survey-store.ts. */
  readonly surveys: Database;
  /** Folder handles: survey id -> FileSystemDirectoryHandle. Apart, because not every browser can keep them. */
  readonly handles: Database;
  /** Listed images: `[surveyId, page]` -> up to 2,000 of them. See listing-store.ts. */
  readonly listings: Database;
  /** What belongs to a survey besides its photos: `[surveyId, name]` -> header, `[surveyId, name, page]`. See attachment-store.ts. */
  readonly attachments: Database;
  /**
   * What the networks said: `[surveyId, filepath]` -> inference, or many in a page; `[surveyId]` -> counts. See fact-store.ts and
   * fact-pages.ts.
   */
  readonly facts: Database;
  /**
   * What people say of images: `[surveyId, filepath]` -> review; `[surveyId, n]` -> acts; `[surveyId]` -> history. See review-store.ts;
   * of many reviews `[surveyId, -1]` and `[surveyId, -1, page]` -> a copy, `[surveyId, -2, revision]` -> changes since: review-copy.ts.
   */
  readonly reviews: Database;
  /** Small pictures for the gallery: `[surveyId, filepath]` -> bytes; `[surveyId]` -> sizes. See preview-store.ts. */
  readonly previews: Database;
  /** What crops look like: `[surveyId, filepath]` -> packed embeddings; `[surveyId]` -> bytes. See vector-store.ts. */
  readonly vectors: Database;
  /** The person's settings: one record; own labels, their use and tables of names; the queue. See settings-store.ts, label-store.ts, queue-store.ts. */
  readonly settings: Database;
}

/** Opens nothing yet: each database opens at its first use. Tests give a prefix of their own. */
export function openDatabases(prefix = 'understory'): Databases {
  const open = (name: string) => openDatabase(`${prefix}-${name}`);
  return {
    prefix,
    modelFiles: open('model-files'),
    downloads: open('downloads'),
    packages: open('packages'),
    surveys: open('surveys'),
    handles: open('handles'),
    listings: open('listings'),
    attachments: open('attachments'),
    facts: open('facts'),
    reviews: open('reviews'),
    previews: open('previews'),
    vectors: open('vectors'),
    settings: open('settings'),
  };
}
