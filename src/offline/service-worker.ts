import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute, setDefaultHandler } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { routeCatalog } from './catalog-route';
import { withoutOtherRuntime } from './kept-runtime';
import { answerDownload, DOWNLOAD_ADDRESS } from './model-download';
import { logRequest, READ_LOG, readNetworkLog, REPORT_BLOCKED } from './network-log';
import { withSecurityHeaders } from './security-headers';

const harden: WorkboxPlugin = { handlerWillRespond: ({ response }) => Promise.resolve(withSecurityHeaders(response)) };

/**
 * The service worker's whole work: keep the app for offline use, add the isolation and security headers that a
 * static host can't send, refuse and log every request to another address but the model downloads that the person agreed
 * to, and update only when the person says so.
 */
export function startServiceWorker(scope: ServiceWorkerGlobalScope, manifest: (PrecacheEntry | string)[]): void {
  clientsClaim();
  addPlugins([harden]);
  const readCatalog = routeCatalog(scope, [harden]);
  const downloads = new URL(DOWNLOAD_ADDRESS, scope.registration.scope).href;
  registerRoute(
    ({ url }) => url.href.split('?')[0] === downloads,
    ({ request, event }) => answerDownload(request, () => readCatalog(event)),
  );
  precacheAndRoute(withoutOtherRuntime(manifest, 'Suspending' in WebAssembly), { ignoreURLParametersMatching: [/.*/] });
  cleanupOutdatedCaches();
  registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));
  registerRoute(({ url }) => url.origin !== scope.location.origin, refuseAndLog);
  registerRoute(({ url }) => url.origin !== scope.location.origin, refuseAndLog, 'POST');
  setDefaultHandler(new NetworkOnly({ plugins: [harden] }));
  scope.addEventListener('message', (event) => answer(scope, event));
}

async function refuseAndLog({ url }: { url: URL }): Promise<Response> {
  await logRequest({ at: Date.now(), address: url.href, purpose: 'other', outcome: 'blocked', bytes: null });
  return Response.error();
}

function answer(scope: ServiceWorkerGlobalScope, event: ExtendableMessageEvent): void {
  const message = event.data as { type?: unknown; address?: unknown } | null;
  if (message?.type === 'SKIP_WAITING') void scope.skipWaiting();
  if (message?.type === READ_LOG) {
    const port = event.ports[0];
    event.waitUntil(readNetworkLog().then((entries) => port?.postMessage(entries)));
  }
  if (message?.type === REPORT_BLOCKED && typeof message.address === 'string') {
    event.waitUntil(
      logRequest({ at: Date.now(), address: message.address, purpose: 'other', outcome: 'blocked', bytes: null }),
    );
  }
}
