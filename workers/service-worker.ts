/// <reference lib="webworker" />
import { startServiceWorker } from '../src/offline/service-worker';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | { url: string; revision: string | null })[];
};

startServiceWorker(self, self.__WB_MANIFEST);
