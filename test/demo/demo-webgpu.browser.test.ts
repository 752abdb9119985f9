import * as ort from 'onnxruntime-web/webgpu';
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { beforeAll, expect, it } from 'vitest';
import { createTestPicture } from '../../src/runtime/ort/test-picture';
import { outputDifference } from '../../src/runtime/ort/output-difference';

beforeAll(() => {
  ort.env.wasm.wasmPaths = { mjs: glueUrl, wasm: wasmUrl };
  ort.env.wasm.numThreads = 1;
});

const networks = [
  { file: 'demo-detector.onnx', layout: 'nchw', width: 384, height: 256, columns: 8 },
  { file: 'demo-classifier.onnx', layout: 'nhwc', width: 480, height: 480, columns: 1 },
] as const;

it.each(networks)('$file gives the same numbers on WebGPU as on WASM', async ({ file, columns, ...input }) => {
  const response = await fetch(`/demo/package/${file}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const picture = createTestPicture(1, input, input.layout);
  const dims =
    input.layout === 'nchw' ? [1, 3, input.height, input.width] : ([1, input.height, input.width, 3] as const);
  const onWasm = await answer(bytes, 'wasm', picture, dims);
  const onWebgpu = await answer(bytes, 'webgpu', picture, dims);
  expect(outputDifference(onWasm, onWebgpu, columns)).toBeLessThan(1e-4);
  expect(Math.max(...onWasm)).toBeGreaterThan(Math.min(...onWasm));
});

async function answer(
  bytes: Uint8Array,
  provider: 'wasm' | 'webgpu',
  picture: Float32Array,
  dims: readonly number[],
): Promise<Float32Array> {
  const session = await ort.InferenceSession.create(bytes, { executionProviders: [provider] });
  try {
    const input = new ort.Tensor('float32', picture, dims);
    const answers = await session.run({ [session.inputNames[0]!]: input });
    return Float32Array.from(answers[session.outputNames[0]!]!.data as Float32Array);
  } finally {
    await session.release();
  }
}
