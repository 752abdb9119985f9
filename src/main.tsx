import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { navigate } from 'wouter/use-hash-location';
import { App } from './app/app';
import { createApp } from './app/state/create-app';
import { restoreLanguage } from './app/state/language';
import { startOffline } from './app/state/offline';
import { connect } from './rpc/connect';
import type { DecodeApi } from './rpc/decode-api';
import type { DigestApi } from './rpc/digest-api';
import type { InferenceApi } from './rpc/inference-api';
import { allowOwnScripts } from './rpc/own-scripts';
import type { PackageApi } from './rpc/package-api';
import { openAppStorage } from './storage/app-storage';

allowOwnScripts(globalThis);

const { app, start } = createApp({
  storage: openAppStorage(),
  connectDecode: () =>
    connect<DecodeApi>(new Worker(new URL('../workers/decode.worker.ts', import.meta.url), { type: 'module' })),
  connectInference: () =>
    connect<InferenceApi>(new Worker(new URL('../workers/inference.worker.ts', import.meta.url), { type: 'module' })),
  connectDigest: () =>
    connect<DigestApi>(new Worker(new URL('../workers/digest.worker.ts', import.meta.url), { type: 'module' })),
  connectPackage: () =>
    connect<PackageApi>(new Worker(new URL('../workers/package.worker.ts', import.meta.url), { type: 'module' })),
  loadPlaceFinder: async () => (await import('./places/load-place-finder')).loadPlaceFinder(),
  startOffline,
  // The place where one is already is no new step to go back from.
  navigate: (address) => {
    if (location.hash !== `#${address}`) navigate(address);
  },
});

window.understory = app;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const page = createRoot(root);
void restoreLanguage().then(() => {
  page.render(
    <StrictMode>
      <App app={app} />
    </StrictMode>,
  );
});
void start();
