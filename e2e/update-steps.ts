import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { preview, type PreviewServer } from 'vite';
import { securityHeaders } from '../src/offline/security-headers';

export const ROOT = resolve(import.meta.dirname, '..');

/** A later version of the app, as far as the browser can tell: other bytes, and it says so when it is asked. */
export const LATER = `
self.addEventListener('message', (event) => {
  if (event.data === 'which version') event.ports[0]?.postMessage('later');
});`;

export const activeVersion = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((answer) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (event: MessageEvent<string>) => answer(event.data);
        setTimeout(() => answer('first'), 2000); // the first version does not know the question
        navigator.serviceWorker.controller?.postMessage('which version', [port2]);
      }),
  );

/** Serves the copy of the app in `folder`/app, which may change meanwhile. */
export const serveFolder = (folder: string): Promise<PreviewServer> =>
  preview({
    root: folder,
    configFile: false,
    base: './',
    logLevel: 'warn',
    build: { outDir: 'app' },
    preview: { host: '127.0.0.1', headers: { ...securityHeaders } },
  });
