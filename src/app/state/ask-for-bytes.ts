import { parseCatalogAddress, type CatalogAddress } from '../../domain/catalog-address';
import { DownloadError } from './download-error';
import { resolveCatalogAddress } from './model-catalog';

/** The words that the service worker understands; the same as in src/offline/model-download.ts. */
const DOWNLOAD_ADDRESS = 'models/download';
const CONSENT_HEADER = 'X-Understory-Consent';
const OUTCOME_HEADER = 'X-Understory-Outcome';

/** A file of the catalog that the person agreed to fetch. */
export interface AgreedFile {
  readonly entryId: string;
  readonly download: number;
  readonly file: number;
  readonly url: string;
}

/**
 * Asks for bytes `start` (included) to `end` (excluded) of a file. From the app's own host directly; from another one
 * through the service worker, which alone may reach it and only for what the catalog lists.
 * @throws DownloadError when there is no answer at all, or one that the service worker refuses; the signal's reason
 */
export async function askForBytes(
  agreed: AgreedFile,
  start: number,
  end: number,
  signal: AbortSignal,
): Promise<Response> {
  const address = parseCatalogAddress(agreed.url);
  const range = { Range: `bytes=${start}-${end - 1}` };
  // `no-store`: the browser's own cache would keep hundreds of megabytes a second time.
  const response = await (
    address?.host === null
      ? fetch(resolveCatalogAddress(agreed.url), { headers: range, cache: 'no-store', signal })
      : askServiceWorker(agreed, range, signal)
  ).catch((error: unknown) => {
    throw signal.aborted || error instanceof DownloadError ? error : lostConnection(address, error);
  });
  const outcome = response.headers.get(OUTCOME_HEADER);
  if (outcome === 'refused') {
    throw new DownloadError('download-not-listed', `${agreed.url}: not in the catalog, or not agreed to`);
  }
  if (outcome === 'unreachable') throw lostConnection(address, new Error('the service worker got no answer'));
  return response;
}

function askServiceWorker(
  { entryId, download, file, url }: AgreedFile,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  // A page that is not controlled would ask its own host for a file of this name.
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller === null) {
    throw new DownloadError('download-needs-service-worker', `${url}: no service worker is in charge of this page`);
  }
  const query = new URLSearchParams({ entry: entryId, n: String(download), file: String(file) });
  return fetch(`${import.meta.env.BASE_URL}${DOWNLOAD_ADDRESS}?${query.toString()}`, {
    headers: { ...headers, [CONSENT_HEADER]: encodeURI(url) },
    cache: 'no-store',
    signal,
  });
}

function lostConnection(address: CatalogAddress | null, cause: unknown): DownloadError {
  const host = address?.host ?? location.host;
  const technical = cause instanceof Error ? cause.message : String(cause);
  return new DownloadError('download-interrupted', `${host}: ${technical}`, { host }, { cause });
}
