/** What can go wrong with a download. One table turns these into words and a button. */
export type DownloadErrorCode =
  | 'download-interrupted' // the connection broke, or there is none; what came is kept
  | 'download-unreachable' // nothing ever came: no such host, or one that lets no web page read from it
  | 'download-answer' // the host answered with an error; details: status
  | 'download-not-listed' // the service worker fetches only what the catalog lists
  | 'download-needs-service-worker' // other hosts are reached through it alone
  | 'download-wrong-size' // details: expected, got
  | 'download-wrong-hash' // details: name
  | 'download-elsewhere' // another tab is fetching it
  | 'catalog-unreadable';

/** A condition of a download; `message` is technical, the words are the page's. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';

  constructor(
    readonly code: DownloadErrorCode,
    message: string,
    readonly details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
