import { server } from 'vitest/browser';

/** Reads a file beside the project (`../shared/…`) from a test in the browser; null when it is absent. */
export async function readSharedFile(path: string): Promise<Blob | null> {
  const url = new URL(`/@fs${server.config.root}/../shared/${path}`, location.href);
  const response = await fetch(url);
  return response.ok ? response.blob() : null;
}
