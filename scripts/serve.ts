import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, preview, type Plugin } from 'vite';
import { appHeaders } from './app-headers';
import { publishedRuntime, RUNTIME_FILES } from './faster-runtime/faster-runtime';

const root = resolve(import.meta.dirname, '..');

export interface Served {
  /** `http://127.0.0.1:PORT/`, loopback only. */
  readonly url: string;
  close(): Promise<void>;
}

const SOURCES = [
  ...['src', 'workers', 'public', 'scripts/faster-runtime'],
  ...['index.html', 'vite.config.ts', 'vite.shared.ts', 'package.json'],
];

/** Builds the app into dist, unless what is there is newer than every source. */
export async function buildApp(): Promise<void> {
  const built = resolve(root, 'dist', 'service-worker.js');
  if (existsSync(built) && statSync(built).mtimeMs > newestChange(SOURCES.map((name) => resolve(root, name)))) return;
  await build({ root, logLevel: 'warn' });
}

function newestChange(paths: readonly string[]): number {
  let newest = 0;
  for (const path of paths) {
    const entry = statSync(path);
    const changed = entry.isDirectory()
      ? newestChange(readdirSync(path).map((name) => join(path, name)))
      : entry.mtimeMs;
    newest = Math.max(newest, changed);
  }
  return newest;
}

/**
 * Serves the built app on loopback.
 * @param port 0 = any free port
 * @param withHeaders false = like a static host that can't send headers: then the service worker adds them
 * @param hasJspi false = its workers find no JSPI, as in browsers that have none (no switch of Chromium takes it away)
 * @param runtime 'published' = ONNX Runtime's file as it is published stands for the one that was built, for comparisons
 */
export async function serveApp({
  port = 0,
  withHeaders = true,
  hasJspi = true,
  runtime = 'built',
}: {
  readonly port?: number;
  readonly withHeaders?: boolean;
  readonly hasJspi?: boolean;
  readonly runtime?: 'built' | 'published';
} = {}): Promise<Served> {
  const server = await preview({
    root,
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [
      ...(withHeaders ? [appHeaders] : []),
      ...(hasJspi ? [] : [withoutJspi]),
      ...(runtime === 'published' ? [withPublishedRuntime] : []),
    ],
    preview: {
      host: '127.0.0.1',
      ...(port === 0 ? {} : { port }),
      strictPort: port !== 0,
    },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The server started without an address.');
  return { url, close: () => server.close() };
}

const withPublishedRuntime: Plugin = {
  name: 'understory-published-runtime',
  configurePreviewServer(server) {
    server.middlewares.use((request, response, next) => {
      const [, stem] = /\/(ort-wasm[^/]*)-[^/]*\.wasm$/.exec(request.url ?? '') ?? [];
      const file = RUNTIME_FILES.find((name) => name === `${stem}.wasm`);
      if (file === undefined) return next();
      response.setHeader('Content-Type', 'application/wasm');
      for (const [name, value] of Object.entries(server.config.preview.headers))
        response.setHeader(name, String(value));
      response.end(publishedRuntime(file));
    });
  },
};

const withoutJspi: Plugin = {
  name: 'understory-without-jspi',
  configurePreviewServer(server) {
    server.middlewares.use((request, response, next) => {
      const [, path] = /^\/((?:assets\/[^/]*\.worker-[^/]*|service-worker)\.js)/.exec(request.url ?? '') ?? [];
      if (path === undefined) return next();
      response.setHeader('Content-Type', 'text/javascript');
      response.end(`delete WebAssembly.Suspending;\n${readFileSync(resolve(root, 'dist', path), 'utf8')}`);
    });
  },
};
