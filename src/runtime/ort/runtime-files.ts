import asyncifyGlue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import asyncifyBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import jspiGlue from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url';
import jspiBinary from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url';

/** The two files of one of the runtime's builds, as `env.wasm.wasmPaths` wants them. */
export interface RuntimeFiles {
  readonly mjs: string;
  readonly wasm: string;
}

const JSPI: RuntimeFiles = { mjs: jspiGlue, wasm: jspiBinary };
const ASYNCIFY: RuntimeFiles = { mjs: asyncifyGlue, wasm: asyncifyBinary };

/**
 * The build that waits for the graphics processor by the browser's own means (JSPI), where it has them: 10 MB smaller than the one that was
 * rewritten to be able to wait (asyncify), and sooner open (docs/adr/0019). A browser that learned it since the app was kept for
 * offline use has only the other one at hand.
 */
export async function chooseRuntimeFiles(): Promise<RuntimeFiles> {
  if (!('Suspending' in WebAssembly)) return ASYNCIFY;
  return (await isKept(ASYNCIFY)) && !(await isKept(JSPI)) ? ASYNCIFY : JSPI;
}

async function isKept({ wasm }: RuntimeFiles): Promise<boolean> {
  // Without a secure context there are no caches; where the browser refuses them, nothing is kept.
  const { caches } = globalThis as { readonly caches?: CacheStorage };
  return (await caches?.match(wasm, { ignoreSearch: true }).catch(() => undefined)) !== undefined;
}
