import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as web from 'onnxruntime-web';
import { detectorFileName, parsePackageInfo } from '../../src/domain/package-info';
import { createMemorySource } from '../../src/weights/byte-source';
import { readOnnxModel } from '../../src/weights/onnx-model';
import { fasterRuntimeOfNode } from '../faster-runtime/faster-runtime';
import { measureInTurns, median } from '../bench-operators/measure-in-turns';

/** What both runtimes have in common. */
type Runtime = Pick<typeof web, 'InferenceSession' | 'Tensor'>;

/** Not among the dependencies: its installation downloads from elsewhere. */
const NODE_RUNTIME = 'onnxruntime-node';

const DETECTOR_SIDE = 640;
const ROUNDS = 5;

/** Runs a package's .onnx networks, as they are stored, on the app's WASM in Node and on onnxruntime-node, on the same cores. */
export async function compareWithNode(
  folder: string,
  { threads, say }: { readonly threads: number; readonly say: (line: string) => void },
): Promise<void> {
  const native = await importRuntime();
  if (native === null) {
    say(
      '\nonnxruntime-node is not installed, so nothing is compared with it. For a comparison, outside the lock file:',
    );
    say('ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save onnxruntime-node@1.30.0');
    return;
  }
  web.env.wasm.numThreads = threads;
  web.env.wasm.wasmBinary = await fasterRuntimeOfNode();
  web.env.logLevel = 'error';
  const info = parsePackageInfo(JSON.parse(readFileSync(join(folder, 'info.json'), 'utf8')));
  const names = [info.detector && detectorFileName(info.detector), info.classifier];
  for (const name of names) {
    if (name === null) continue;
    const file = join(folder, name.replace(/\.(?:pt|pth)$/, '.onnx'));
    if (!existsSync(file)) say(`${name}: no .onnx file, not compared (npm run import-weights makes one)`);
    else await compareNetwork(file, { native, threads, say });
  }
}

async function importRuntime(): Promise<Runtime | null> {
  try {
    return (await import(NODE_RUNTIME)) as Runtime;
  } catch {
    return null; // not installed, which the caller says
  }
}

async function compareNetwork(
  file: string,
  { native, threads, say }: { native: Runtime; threads: number; say: (line: string) => void },
): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const { inputs, externalLocations } = await readOnnxModel(createMemorySource(bytes));
  const [input] = inputs;
  if (input === undefined) throw new Error(`${file}: expected an input`);
  const isClassifier = input.dims?.[3] === 3;
  const dims = isClassifier ? [1, 480, 480, 3] : [1, 3, DETECTOR_SIDE, DETECTOR_SIDE];
  const data = new Float32Array(dims.reduce((product, dim) => product * dim, 1)).fill(0.5);
  const externalData = await Promise.all(
    externalLocations.map(async (path) => ({ path, data: await openAsBlob(join(file, '..', path)) })),
  );
  const sessions = [
    await web.InferenceSession.create(bytes, { executionProviders: ['wasm'], externalData }),
    await native.InferenceSession.create(file, { intraOpNumThreads: threads, executionProviders: ['cpu'] }),
  ] as const;
  const runs = [web, native].map((runtime, index) => async () => {
    await sessions[index]!.run({ [input.name]: new runtime.Tensor('float32', data, dims) });
  });
  // By the clock for both: native threads are not all counted alike.
  const [onWeb, onNative] = await measureInTurns(runs, { rounds: ROUNDS, threads: Math.max(2, threads) });
  const [wasmMs, nativeMs] = [median(onWeb!), median(onNative!)];
  say(
    `\n${input.name} [${dims.join(', ')}], as stored, ${threads} threads: WASM ${wasmMs.toFixed(0)} ms, ` +
      `onnxruntime-node ${nativeMs.toFixed(0)} ms, ${(wasmMs / nativeMs).toFixed(1)} times`,
  );
  for (const session of sessions) await session.release();
}
