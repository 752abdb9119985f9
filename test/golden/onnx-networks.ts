import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { numbersOf, type LoadedClassifier, type LoadedDetector } from '../../src/pipeline/network-ports';
import { REFERENCE_PACKAGE } from './golden-folder';

/** The reference package's detector on ONNX Runtime's WASM, in Node. */
export async function openReferenceDetector(): Promise<LoadedDetector> {
  const run = await openNetwork('yolov5n-md3-fp32-dynamic.onnx');
  return {
    description: { categories: ['1', '2', '3'] },
    port: {
      run: async ({ tensor, width, height }) => {
        const { values, dims, milliseconds } = await run(numbersOf(tensor), [1, 3, height, width]);
        return { rows: { data: values, count: dims[1]!, columns: dims[2]! }, milliseconds };
      },
    },
  };
}

/** The reference package's classifier, likewise. */
export async function openReferenceClassifier(): Promise<LoadedClassifier> {
  const run = await openNetwork('speciesnet-vocab-mnv2-nhwc480-fp32.onnx');
  return {
    description: { layout: 'nhwc', inputSize: 480, output: 'logits', classCount: 2498 },
    port: { run: (tensor, batch) => run(numbersOf(tensor), [batch, 480, 480, 3]) },
  };
}

async function openNetwork(name: string) {
  const session = await InferenceSession.create(readFileSync(resolve(REFERENCE_PACKAGE, name)), {
    executionProviders: ['wasm'],
  });
  return async (values: Float32Array, dims: readonly number[]) => {
    const input = new Tensor('float32', values, dims);
    const start = performance.now();
    const outputs = await session.run({ [session.inputNames[0]!]: input });
    const milliseconds = performance.now() - start;
    const output = outputs[session.outputNames[0]!]!;
    return { values: output.data as Float32Array, dims: output.dims, milliseconds };
  };
}
