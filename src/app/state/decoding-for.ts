import type { Backend } from '../../rpc/inference-api';

/** What a run decodes at once. */
export interface Decoding {
  /** Decoding workers. */
  readonly workers: number;
  /** Photos decoded ahead of the networks: 48 MB each at 12 megapixels. */
  readonly ahead: number;
}

const MOST_WORKERS = 4;
/** Gigabytes, as browsers that tell it round them down. */
const ENOUGH_MEMORY = 8;

/**
 * On small machines the networks' threads need the cores more than a second decoder does: one photo is ready, one on its way.
 * Networks on the graphics processor leave the cores to the decoders, which they would wait for otherwise: each has one on its way.
 */
export function decodingFor(
  used: Backend,
  { cores, memoryGb }: { readonly cores: number; readonly memoryGb: number },
): Decoding {
  if (used === 'wasm' || memoryGb < ENOUGH_MEMORY) return { workers: cores >= 6 ? 2 : 1, ahead: 2 };
  const workers = Math.max(1, Math.min(cores - 2, MOST_WORKERS));
  return { workers, ahead: workers + 1 };
}

/** What the browser tells of the computer's memory; one that tells nothing is taken to have enough. */
export function memoryOf(navigator: object): number {
  return (navigator as { readonly deviceMemory?: number }).deviceMemory ?? ENOUGH_MEMORY;
}
