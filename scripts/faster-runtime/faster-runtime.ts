import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import loadAssembler from 'wabt';
import { gemmKernel, type KernelMode } from './gemm-kernel.ts';
import { findStockKernels } from './stock-kernels.ts';
import { readFunctions, replaceBodies } from './wasm-functions.ts';

/** A WebAssembly file of the runtime with faster inner loops of matrix products, and the same results (docs/adr/0016). */
export async function withFasterKernels(runtime: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return exchangeKernels(runtime, await assembleBodies());
}

type KernelBodies = Readonly<Record<KernelMode, Uint8Array>>;

function exchangeKernels(runtime: Uint8Array, bodies: KernelBodies): Uint8Array<ArrayBuffer> {
  return replaceBodies(runtime, new Map(findStockKernels(runtime).map(({ mode, index }) => [index, bodies[mode]])));
}

async function assembleBodies(): Promise<KernelBodies> {
  return { zero: bodyOf(await assembleKernel('zero')), add: bodyOf(await assembleKernel('add')) };
}

/** The kernel as a module of its own: imports `env.memory`, exports `kernel`. */
export async function assembleKernel(mode: KernelMode): Promise<Uint8Array<ArrayBuffer>> {
  const assembler = await loadAssembler();
  const module = assembler.parseWat(`${mode}.wat`, gemmKernel(mode), { simd: true, threads: true });
  try {
    return new Uint8Array(module.toBinary({}).buffer);
  } finally {
    module.destroy();
  }
}

function bodyOf(module: Uint8Array): Uint8Array {
  const [body] = readFunctions(module).bodies;
  if (body === undefined) throw new Error('expected one function');
  return module.subarray(body.start, body.end);
}

/** The runtime's files that the app loads, of onnxruntime-web: one or the other, see docs/adr/0019. */
export const RUNTIME_FILES = ['ort-wasm-simd-threaded.jspi.wasm', 'ort-wasm-simd-threaded.asyncify.wasm'] as const;

export type RuntimeFile = (typeof RUNTIME_FILES)[number];

/** As it is published. */
export function publishedRuntime(name: RuntimeFile | 'ort-wasm-simd-threaded.wasm'): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(`onnxruntime-web/${name}`));
}

/** What scripts in Node load, with faster kernels: for `env.wasm.wasmBinary`. */
export async function fasterRuntimeOfNode(): Promise<ArrayBuffer> {
  return (await withFasterKernels(publishedRuntime('ort-wasm-simd-threaded.wasm'))).buffer;
}

/**
 * The path of a runtime of the app with faster kernels below the project's folder; made when it is not there yet. The name of its folder
 * says what it was made of.
 */
export async function fasterRuntimePath(root: string, name: RuntimeFile): Promise<string> {
  const published = publishedRuntime(name);
  const bodies = await assembleBodies();
  const hash = createHash('sha256').update(published).update(bodies.zero).update(bodies.add);
  const folder = join(root, '.cache', 'runtime', hash.digest('hex').slice(0, 16));
  const path = join(folder, name);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const part = `${path}.${process.pid}`;
  writeFileSync(part, exchangeKernels(published, bodies));
  try {
    renameSync(part, path); // whole or not at all: several programs may begin at once
  } catch (error) {
    rmSync(part, { force: true });
    if (!existsSync(path)) throw error; // another one has put it there, and Windows lets nobody replace what is being read
  }
  return path;
}
