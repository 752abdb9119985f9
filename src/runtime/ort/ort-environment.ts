import { env } from 'onnxruntime-web/webgpu';
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { threadCount } from '../../rpc/thread-count';
import { createSerialQueue } from './serial-queue';

let frozenThreads: number | null = null;

/**
 * Every create, run and release of this worker goes through here. The runtime's WebGPU build is not re-entrant:
 * calls that overlap hang or corrupt memory (onnxruntime-web 1.30.0; delete when a release says otherwise).
 */
export const inRuntimeQueue = createSerialQueue();

/**
 * Sets the runtime up, once: its files come from the app itself, and the thread count is fixed, because the runtime
 * ignores later values.
 * @returns the thread count in force.
 */
export function configureRuntime(threadsWished: number | null): number {
  if (frozenThreads !== null) return frozenThreads;
  frozenThreads = threadCount(threadsWished);
  env.wasm.wasmPaths = { mjs: glueUrl, wasm: wasmUrl };
  env.wasm.numThreads = frozenThreads;
  env.logLevel = 'error';
  return frozenThreads;
}
