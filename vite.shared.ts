import { defaultClientConditions, normalizePath, type UserConfig } from 'vite';
import { fasterRuntimePath, RUNTIME_FILES } from './scripts/faster-runtime/faster-runtime.ts';

const fasterRuntimes = await Promise.all(
  RUNTIME_FILES.map(async (name) => ({
    find: new RegExp(`^onnxruntime-web/${name}`),
    replacement: normalizePath(await fasterRuntimePath(import.meta.dirname, name)),
  })),
);

/**
 * Isolation makes WASM threads possible. On hosts that can't send these, the service worker adds them (src/offline).
 */
export const isolationHeaders: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** What the app, its tests in a browser and its scripts have in common. */
export function sharedViteOptions() {
  return {
    // Drops the copy of the runtime's glue that is inlined in its bundles: src/runtime sets wasmPaths instead.
    resolve: {
      conditions: [...defaultClientConditions, 'onnxruntime-web-use-extern-wasm'],
      // The runtimes with faster kernels, wherever src/runtime asks for it (docs/adr/0016).
      alias: fasterRuntimes,
    },
    // Pre-bundling would break the runtime's import.meta.url. What only workers import is found late by the development
    // server, which would then reload the page in the middle of things: named here, it is bundled at the start.
    optimizeDeps: {
      exclude: ['onnxruntime-web'],
      include: [
        '@zip.js/zip.js/lib/zip-core-native.js',
        'comlink',
        'exifreader',
        'geotiff',
        'hash-wasm',
        'modern-tar',
        'pako',
        'pbf',
        'zustand/vanilla',
      ],
    },
    worker: { format: 'es' },
    server: { headers: { ...isolationHeaders } },
  } satisfies UserConfig;
}
