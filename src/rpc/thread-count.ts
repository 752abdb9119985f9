/** More threads than this bring a network nothing (memory bandwidth) and starve the page. */
const MOST_THREADS = 8;

/**
 * Threads that the networks use in this page or worker; null = as many as sensible for this machine. Without isolation there
 * are no shared buffers, so one.
 */
export function threadCount(wished: number | null): number {
  const sensible = Math.min(navigator.hardwareConcurrency, MOST_THREADS);
  return globalThis.crossOriginIsolated ? Math.max(1, wished ?? sensible) : 1;
}
