import { Workbox } from 'workbox-window';
import type { NetworkLog, NetworkLogEntry } from './app-state';

/** The messages that the service worker understands; the same words as in src/offline/network-log.ts. */
const READ_LOG = 'understory-read-network-log';
const REPORT_BLOCKED = 'understory-report-blocked';
/** The workers' side is src/offline/report-blocked.ts. */
const BLOCKED_CHANNEL = 'understory-blocked-requests';

const RELOADED_FOR_ISOLATION = 'understory-reloaded-for-isolation';
const FIRST_CONTROL_DEADLINE_MS = 20_000;

export interface Offline {
  /** Takes the waiting version: the page reloads when it is in charge. */
  takeUpdate(): void;
  readNetworkLog(): Promise<NetworkLog>;
}

/**
 * Registers the service worker. On a host that sends no isolation headers the page is reloaded once, as soon as the
 * service worker can add them; the promise then never settles, because the page is going away.
 */
export async function startOffline(onUpdateReady: () => void): Promise<Offline> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return withoutServiceWorker;
  /** The first one to take control of a page that had none is no update. */
  let isControlled = navigator.serviceWorker.controller !== null;
  let isAskedFor = false;
  let isReplaced = false;
  const workbox = new Workbox(`${import.meta.env.BASE_URL}service-worker.js`);
  workbox.addEventListener('waiting', onUpdateReady);
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!isControlled) {
      isControlled = true;
    } else if (isAskedFor) {
      location.reload();
    } else {
      // Another tab took the newer version, and this one's files went with the old: the person says when it may reload.
      isReplaced = true;
      onUpdateReady();
    }
  });
  try {
    await workbox.register();
  } catch {
    return withoutServiceWorker; // private windows of some browsers: everything but offline use and threads still works
  }
  reportBlockedRequests();
  if (!globalThis.crossOriginIsolated) await isolateByReload();
  return {
    takeUpdate() {
      if (isReplaced) {
        location.reload();
        return;
      }
      isAskedFor = true;
      workbox.messageSkipWaiting();
    },
    readNetworkLog,
  };
}

const withoutServiceWorker: Offline = {
  takeUpdate: () => undefined,
  readNetworkLog: () => Promise.resolve({ isKept: false, entries: [] }),
};

async function isolateByReload(): Promise<void> {
  if (sessionStorage.getItem(RELOADED_FOR_ISOLATION) !== null) return; // once: a host may forbid isolation for good
  const isControlled = await waitForControl();
  if (!isControlled) return;
  sessionStorage.setItem(RELOADED_FOR_ISOLATION, '1');
  location.reload();
  await new Promise<never>(() => undefined);
}

function waitForControl(): Promise<boolean> {
  if (navigator.serviceWorker.controller !== null) return Promise.resolve(true);
  return new Promise((resolve) => {
    const deadline = setTimeout(() => resolve(false), FIRST_CONTROL_DEADLINE_MS);
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        clearTimeout(deadline);
        resolve(true);
      },
      { once: true },
    );
  });
}

function readNetworkLog(): Promise<NetworkLog> {
  const worker = navigator.serviceWorker.controller;
  if (worker === null) return withoutServiceWorker.readNetworkLog();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<readonly NetworkLogEntry[]>) => {
      port1.close();
      resolve({ isKept: true, entries: event.data });
    };
    worker.postMessage({ type: READ_LOG }, [port2]);
  });
}

/** The policy stops a request, of the page or of a worker, before the service worker sees it: the page tells the log. */
function reportBlockedRequests(): void {
  const report = (address: unknown) => {
    if (typeof address !== 'string' || !address.startsWith('http')) return;
    navigator.serviceWorker.controller?.postMessage({ type: REPORT_BLOCKED, address });
  };
  document.addEventListener('securitypolicyviolation', (event) => report(event.blockedURI));
  new BroadcastChannel(BLOCKED_CHANNEL).onmessage = (event: MessageEvent<unknown>) => report(event.data);
}
