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
    const entries = [...(await readNetworkLog()), entry].slice(-LONGEST);
    const cache = await caches.open(CACHE);
    await cache.put(KEY, new Response(JSON.stringify(entries), { headers: { 'Content-Type': 'application/json' } }));
  });
  tail = result.catch(() => undefined);
  return result;
}
