/** One request that did not stay inside the app. */
export interface LoggedRequest {
  readonly at: number;
  readonly address: string;
  readonly purpose: 'model-download' | 'other';
  readonly outcome: 'allowed' | 'blocked';
  readonly bytes: number | null;
}

const CACHE = 'understory-network-log';
const KEY = 'network-log.json';
const LONGEST = 500;
/** How far back a request may continue a line of the log. */
const RECENT = 20;

/** Answers a page's question for the log; the page asks with a MessageChannel port. */
export const READ_LOG = 'understory-read-network-log';
/** A page reports what the policy blocked before it reached the service worker. */
export const REPORT_BLOCKED = 'understory-report-blocked';

export async function readNetworkLog(): Promise<readonly LoggedRequest[]> {
  const cache = await caches.open(CACHE);
  const stored = await cache.match(KEY);
  return stored === undefined ? [] : ((await stored.json()) as readonly LoggedRequest[]);
}

// One write after the other: two requests at once must not lose an entry.
let tail: Promise<unknown> = Promise.resolve();

export function logRequest(entry: LoggedRequest): Promise<void> {
  const result = tail.then(async () => {
    const entries = addTo(await readNetworkLog(), entry).slice(-LONGEST);
    const cache = await caches.open(CACHE);
    await cache.put(KEY, new Response(JSON.stringify(entries), { headers: { 'Content-Type': 'application/json' } }));
  });
  tail = result.catch(() => undefined);
  return result;
}

/** A large file is fetched in many requests: to a person it is one, whose bytes grow. Others have their own line each. */
function addTo(entries: readonly LoggedRequest[], entry: LoggedRequest): readonly LoggedRequest[] {
  if (entry.purpose !== 'model-download') return [...entries, entry];
  const same = entries.findLastIndex(
    ({ address, purpose, outcome }, index) =>
      index >= entries.length - RECENT &&
      address === entry.address &&
      purpose === entry.purpose &&
      outcome === entry.outcome,
  );
  const begun = entries[same];
  if (begun === undefined) return [...entries, entry];
  const bytes = begun.bytes === null && entry.bytes === null ? null : (begun.bytes ?? 0) + (entry.bytes ?? 0);
  return entries.with(same, { ...begun, bytes });
}

/**
 * Logs a part of a model's file, with the bytes that the answer announces. Where the host sent the request on to another
 * one, that one is logged as well, without its query, which may hold a key.
 */
export async function logDownload(address: string, response: Response): Promise<void> {
  const length = Number(response.headers.get('Content-Length') ?? Number.NaN);
  const bytes = response.ok && Number.isSafeInteger(length) ? length : null;
  const common = { at: Date.now(), purpose: 'model-download', outcome: 'allowed' } as const;
  const { origin, pathname } = new URL(response.url);
  const isSentOn = response.redirected && origin !== new URL(address).origin;
  await logRequest({ ...common, address, bytes: isSentOn ? null : bytes });
  if (isSentOn) await logRequest({ ...common, address: `${origin}${pathname}`, bytes });
}
