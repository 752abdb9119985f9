import { createHash } from 'node:crypto';
import type { KernelMode } from './gemm-kernel.ts';
import { readFunctions } from './wasm-functions.ts';

/** SHA-256 of the bodies of MLAS's two loops, the same in all builds with SIMD of onnxruntime-web 1.30.0. */
const STOCK: Readonly<Record<KernelMode, string>> = {
  zero: 'f7728808b5f87253962b9f639f830459c0961fbc2cd2f8463534e97ae5a7e534',
  add: '9e72cc3a5fb5a445d440bf86c3de4b8bb338ee3773f763c730af6227034c8f08',
};

/** The runtime's own loop. */
export interface StockKernel {
  readonly mode: KernelMode;
  /** Among the functions that the file defines. */
  readonly index: number;
  readonly body: Uint8Array;
}

/**
 * Finds the runtime's own inner loops of matrix products in its file.
 * @throws Error when they are not those that are known: with another version the new ones must be looked at.
 */
export function findStockKernels(runtime: Uint8Array): readonly StockKernel[] {
  const modes = new Map(Object.entries(STOCK).map(([mode, hash]) => [hash, mode as KernelMode]));
  const found = readFunctions(runtime).bodies.flatMap(({ start, end }, index): readonly StockKernel[] => {
    const body = runtime.subarray(start, end);
    const mode = modes.get(createHash('sha256').update(body).digest('hex'));
    return mode === undefined ? [] : [{ mode, index, body }];
  });
  const names = found.map(({ mode }) => mode).sort();
  if (names.join() === 'add,zero') return found;
  throw new Error(
    `the runtime's loops of matrix products are not those of onnxruntime-web 1.30.0 (found: ${names.join() || 'none'}); see docs/adr/0016`,
  );
}
