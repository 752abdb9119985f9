import { openAsBlob } from 'node:fs';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';

/** One output of a network. */
export interface NamedOutput {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** A network on ONNX Runtime's WASM, here in Node. Who opens it closes it. */
export interface NodeSession {
  run(input: Float32Array, dims: readonly number[]): Promise<readonly NamedOutput[]>;
  close(): Promise<void>;
}

/** The file in which the weights lie, and the name by which the ONNX file calls it. */
export interface WeightsFile {
  readonly location: string;
  readonly path: string;
}

/** Opens an ONNX file of one float32 input and float32 outputs. */
export async function openNodeSession(onnx: Uint8Array, weights: WeightsFile | null): Promise<NodeSession> {
  env.wasm.numThreads = 1;
  env.logLevel = 'error';
  const externalData = weights === null ? [] : [{ path: weights.location, data: await openAsBlob(weights.path) }];
  const session = await InferenceSession.create(onnx, {
    executionProviders: ['wasm'],
    ...(weights === null ? {} : { externalData }),
  });
  const inputName = session.inputNames[0];
  if (inputName === undefined) throw new Error('expected a network with an input');
  return {
    run: async (input, dims) => {
      const answers = await session.run({ [inputName]: new Tensor('float32', input, dims) });
      return Object.entries(answers).map(([name, tensor]) => ({
        name,
        dims: tensor.dims,
        data: Float32Array.from(tensor.data as Float32Array),
      }));
    },
    close: () => session.release(),
  };
}
