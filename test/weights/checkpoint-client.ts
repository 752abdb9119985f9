import { connect, type Connection } from '../../src/rpc/connect';
import type { RpcResult } from '../../src/rpc/rpc-result';
import type { WeightStorage } from '../../src/weights/onnx/onnx-graph';
import type { CheckpointApi, ImportedFacts, NetworkOutputs } from './checkpoint-api';

/** The three ways to store a network; their outputs are the same to the last bit. */
export const STORAGES = {
  external: { kind: 'external', location: 'checkpoint.pt' },
  'as stored': { kind: 'single-file', weights: 'as-stored' },
  float32: { kind: 'single-file', weights: 'float32' },
} as const satisfies Record<string, WeightStorage>;

/** Loses weights: large float32 ones are rounded. */
export const FLOAT16: WeightStorage = { kind: 'single-file', weights: 'float16' };

/** A picture as a network takes it. */
export interface NetworkInput {
  readonly input: Float32Array;
  readonly dims: readonly number[];
}

/** A worker that imports and runs checkpoints; calls throw what it answers as errors. */
export function startCheckpointWorker() {
  const worker = new Worker(new URL('./checkpoint.worker.ts', import.meta.url), { type: 'module' });
  const api: Connection<CheckpointApi> = connect<CheckpointApi>(worker);
  return {
    open: async (file: Blob, side: { readonly height: number; readonly width: number }): Promise<ImportedFacts> =>
      valueOf(await api.open(file, side)),
    run: async (
      picture: NetworkInput,
      storage: WeightStorage,
      backend: 'wasm' | 'webgpu' = 'wasm',
    ): Promise<NetworkOutputs> => valueOf(await api.run({ ...picture, storage, backend })),
    runOnnx: async (file: Blob, picture: NetworkInput): Promise<NetworkOutputs> =>
      valueOf(await api.runOnnx(file, picture)),
    dispose: () => api.dispose(),
  };
}

function valueOf<Value>(result: RpcResult<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}
