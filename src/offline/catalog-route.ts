import type { WorkboxPlugin } from 'workbox-core';
import { matchPrecache } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import { parseJson } from '../domain/partial-predictions';

const ADDRESS = 'models/catalog.json';
/** Longer, and what was read last is shown. */
const PATIENCE_SECONDS = 5;
/** Thousands of entries; one that is larger offers nothing. */
const MOST_BYTES = 16_000_000;

/**
 * The catalog: as the host has it now, so that who hosts the app can change it without building it anew; without a network as
 * it was read last, at the very first as it came with the app. Returns how the service worker itself reads it.
 */
export function routeCatalog(scope: ServiceWorkerGlobalScope, plugins: readonly WorkboxPlugin[]) {
  const address = new URL(ADDRESS, scope.registration.scope).href;
  const fallBack: WorkboxPlugin = { handlerDidError: () => matchPrecache(ADDRESS) };
  const strategy = new NetworkFirst({
    cacheName: 'understory-model-catalog',
    networkTimeoutSeconds: PATIENCE_SECONDS,
    fetchOptions: { cache: 'no-cache' },
    plugins: [...plugins, fallBack],
  });
  registerRoute(({ url }) => url.href.split('?')[0] === address, strategy);
  return async (event: ExtendableEvent): Promise<unknown> => {
    const response = await strategy.handle({ request: new Request(address), event });
    const file = await response.blob(); // the browser keeps a large one on the disk
    return file.size > MOST_BYTES ? null : parseJson(await file.text(), ADDRESS);
  };
}
