/**
 * `npm run bench:builds`: ONNX Runtime Web's builds and the app's own in real Chromium: size, milliseconds until the first network is
 * open and of one run of it on WASM, memory of the page; each in a browser of its own, in turns; prints, judges nothing.
 * `-- --model FILE` takes another network than the demonstration's detector (input [1, 3, 640, 640]), `--threads 2`, `--rounds 3`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type * as ortModule from 'onnxruntime-web';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { isolationHeaders } from '../vite.shared.ts';
import { fasterRuntimePath } from './faster-runtime/faster-runtime';
import { findBrowser } from './find-browser';
import { residentMemoryMb } from './peak-memory';

type OrtModule = Pick<typeof ortModule, 'env' | 'InferenceSession' | 'Tensor'>;

interface Build {
  readonly name: string;
  readonly script: string;
  readonly binary: string;
}

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    model: { type: 'string', default: join(root, 'public', 'demo', 'package', 'demo-detector.onnx') },
    threads: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
  },
});

const folder = join(root, 'node_modules', 'onnxruntime-web', 'dist');
const published = (name: string, entry: string, kind: string): Build => ({
  name,
  script: `ort.${entry}.min.mjs`,
  binary: join(folder, `ort-wasm-simd-threaded${kind}.wasm`),
});
const builds: readonly Build[] = [
  published('WASM alone', 'wasm', ''),
  published('WebGPU by JSPI', 'jspi', '.jspi'),
  published('WebGPU by asyncify', 'webgpu', '.asyncify'),
  {
    ...published('the app’s, by JSPI with faster loops', 'jspi', '.jspi'),
    binary: await fasterRuntimePath(root, 'ort-wasm-simd-threaded.jspi.wasm'),
  },
  {
    ...published('the app’s, by asyncify with faster loops', 'webgpu', '.asyncify'),
    binary: await fasterRuntimePath(root, 'ort-wasm-simd-threaded.asyncify.wasm'),
  },
];

const server = await createServer({
  configFile: false,
  root: folder,
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { host: '127.0.0.1', port: 0, headers: { ...isolationHeaders } },
});
await server.listen();
const address = server.resolvedUrls!.local[0]!;
try {
  const found = new Map(builds.map((build) => [build, [] as Awaited<ReturnType<typeof measure>>[]]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const build of builds) found.get(build)!.push(await measure(build));
  }
  for (const [build, rounds] of found) {
    const binary = readFileSync(build.binary);
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
    console.log(`${build.name}: ${megabytes(binary.length)} MB, ${megabytes(gzipSync(binary).length)} MB gzip`);
    console.log(`  first network open: ${rounds.map(({ openMs }) => openMs.toFixed(0)).join(', ')} ms`);
    console.log(`  one run:            ${rounds.map(({ runMs }) => runMs.toFixed(1)).join(', ')} ms`);
    console.log(`  memory of the page: ${rounds.map(({ memoryMb }) => memoryMb ?? '?').join(', ')} MB`);
  }
} finally {
  await server.close();
}

async function measure({ script, binary }: Build) {
  const browser = await chromium.launch({ executablePath: findBrowser().path });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const headers = { ...isolationHeaders };
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', headers, body: '<!doctype html>' }));
    await page.route('**/*.onnx', (route) => route.fulfill({ headers, path: values.model }));
    await page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', headers, path: binary }));
    await page.goto(address);
    const times = await page.evaluate(
      async ({ script, threads }) => {
        const ort = (await import(script)) as OrtModule;
        const { env, InferenceSession, Tensor } = ort;
        env.wasm.wasmPaths = '/';
        env.wasm.numThreads = threads;
        env.logLevel = 'error';
        const startMs = performance.now();
        const session = await InferenceSession.create('/model.onnx', { executionProviders: ['wasm'] });
        const openMs = performance.now() - startMs;
        const input = new Tensor('float32', new Float32Array(3 * 640 * 640).fill(0.5), [1, 3, 640, 640]);
        const runs: number[] = [];
        for (let run = 0; run < 12; run++) {
          const runStartMs = performance.now();
          await session.run({ [session.inputNames[0]!]: input });
          runs.push(performance.now() - runStartMs);
        }
        return { openMs, runMs: runs.sort((one, other) => one - other)[runs.length >> 1]! };
      },
      { script: `/${script}`, threads: Number(values.threads) },
    );
    return { ...times, memoryMb: await residentMemoryMb(context) };
  } finally {
    await browser.close();
  }
}
