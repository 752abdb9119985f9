import { parseCatalogAddress } from '../domain/catalog-address';
import { parseModelCatalog, type ModelCatalog } from '../domain/model-catalog';
import { logDownload, logRequest } from './network-log';
import { withSecurityHeaders } from './security-headers';

/** The page asks for a file of the catalog here, relative to the app; the same words as in src/app/state/ask-for-bytes.ts. */
export const DOWNLOAD_ADDRESS = 'models/download';
/**
 * The address that the person agreed to, as `encodeURI` writes it: the catalog may have changed since. No other site's page
 * and no link can send a header of its own.
 */
const CONSENT_HEADER = 'X-Understory-Consent';
/** Says that an answer is the service worker's own: `refused` or `unreachable`. */
const OUTCOME_HEADER = 'X-Understory-Outcome';

/** What the page needs to know of the other host's answer. */
const PASSED_HEADERS = ['Content-Length', 'Content-Range', 'ETag'];

/**
 * The only way to another host: the catalog's address that `entry`, `n` (which source) and `file` name, with the person's
 * consent, by GET, in the parts that the page asks for. Everything else is refused. Each request is logged.
 */
export async function answerDownload(request: Request, readCatalog: () => Promise<unknown>): Promise<Response> {
  const address = await findAddress(request, readCatalog);
  if (address === null) {
    await logRequest({
      at: Date.now(),
      address: request.url,
      purpose: 'model-download',
      outcome: 'blocked',
      bytes: null,
    });
    return ownAnswer('refused', 403);
  }
  const range = request.headers.get('Range');
  try {
    const response = await fetch(address, {
      headers: range === null ? {} : { Range: range },
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: request.signal,
    });
    await logDownload(address, response);
    if (!isSafe(response.url)) {
      await response.body?.cancel();
      return ownAnswer('refused', 403);
    }
    return withSecurityHeaders(copyOf(response));
  } catch {
    // No network, no such host, or one that lets no page read from it: the browser does not say which.
    await logRequest({ at: Date.now(), address, purpose: 'model-download', outcome: 'allowed', bytes: 0 });
    return ownAnswer('unreachable', 502);
  }
}

async function findAddress(request: Request, readCatalog: () => Promise<unknown>): Promise<string | null> {
  const { searchParams } = new URL(request.url);
  const agreed = request.headers.get(CONSENT_HEADER);
  if (agreed === null) return null;
  const catalog = await readCatalog().then(parseModelCatalog, () => null);
  const address = catalog === null ? null : addressOf(catalog, searchParams);
  if (address === null || encodeURI(address) !== agreed) return null;
  // What lies on the app's own host is asked for by the page itself.
  return (parseCatalogAddress(address)?.host ?? null) !== null ? address : null;
}

/** The catalog's address for `?entry=ID&n=0&file=0`, or null. */
export function addressOf({ entries }: ModelCatalog, query: URLSearchParams): string | null {
  const numbers = ['n', 'file'].map((name) => query.get(name) ?? '');
  if (!numbers.every((number) => /^\d{1,4}$/.test(number))) return null;
  const entry = entries.find(({ id }) => id === query.get('entry'));
  const [n, file] = numbers.map(Number);
  return entry?.downloads[n ?? 0]?.files[file ?? 0]?.url ?? null;
}

/** Redirects are the other host's business, but not to an open line. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}

/** Without the other host's headers: cookies, policies and the rest are not the page's business. */
function copyOf(response: Response): Response {
  const headers = new Headers({ 'Content-Type': 'application/octet-stream' });
  for (const name of PASSED_HEADERS) {
    const value = response.headers.get(name);
    // A length of packed bytes would be wrong for the unpacked ones that the page gets.
    if (value !== null && !(name === 'Content-Length' && response.headers.has('Content-Encoding'))) {
      headers.set(name, value);
    }
  }
  return new Response(response.body, { status: response.status, headers });
}

function ownAnswer(outcome: 'refused' | 'unreachable', status: number): Response {
  return withSecurityHeaders(new Response(null, { status, headers: { [OUTCOME_HEADER]: outcome } }));
}
