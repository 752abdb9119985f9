import type { PrecacheEntry } from 'workbox-precaching';

/** The runtime's files of the build that this browser does not load. */
const JSPI_FILE = /\bort-wasm-simd-threaded\.jspi\b/;
const ASYNCIFY_FILE = /\bort-wasm-simd-threaded\.asyncify\b/;

/**
 * What is kept for offline use: all of the app's files but those of the other build of the runtime, 17 or 27 MB.
 * @param hasJspi the browser runs WebAssembly that waits (JSPI)
 */
export function withoutOtherRuntime(
  manifest: readonly (PrecacheEntry | string)[],
  hasJspi: boolean,
): (PrecacheEntry | string)[] {
  const other = hasJspi ? ASYNCIFY_FILE : JSPI_FILE;
  return manifest.filter((entry) => !other.test(typeof entry === 'string' ? entry : entry.url));
}
