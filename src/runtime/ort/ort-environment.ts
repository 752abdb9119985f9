import { env } from 'onnxruntime-web/webgpu';
import { threadCount } from '../../rpc/thread-count';
import { chooseRuntimeFiles } from './runtime-files';
import { createSerialQueue } from './serial-queue';

let configured: Promise<number> | null = null;

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
export function configureRuntime(threadsWished: number | null): Promise<number> {
  return (configured ??= configure(threadCount(threadsWished)));
}

async function configure(threads: number): Promise<number> {
  // The runtime's script for WebGPU takes the files of either build (1.30.0): they differ in how the binary waits.
  env.wasm.wasmPaths = await chooseRuntimeFiles();
  env.wasm.numThreads = threads;
  env.logLevel = 'error';
  return threads;
}
