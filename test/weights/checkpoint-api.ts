import type { RpcResult } from '../../src/rpc/rpc-result';
import type { NetworkOutput } from '../../src/runtime/ort/network';
import type { ImportedNetwork } from '../../src/weights/imported-network';
import type { WeightStorage } from '../../src/weights/onnx/onnx-graph';

/** What an import says besides its graph. */
export type ImportedFacts =
  | Pick<Extract<ImportedNetwork, { family: 'yolov5' }>, 'family' | 'names' | 'heads' | 'warnings'>
  | Pick<Extract<ImportedNetwork, { family: 'graph-module' }>, 'family' | 'classCount' | 'embedding' | 'warnings'>;

/** How to store a network, where to run it, and on what. */
export interface NetworkRun {
  readonly storage: WeightStorage;
  readonly backend: 'wasm' | 'webgpu';
  readonly input: Float32Array;
  readonly dims: readonly number[];
}

/** By name. */
export type NetworkOutputs = Readonly<Record<string, NetworkOutput>>;

/** The worker that imports checkpoints from Files and runs what came out, as the app's workers do. */
export interface CheckpointApi {
  /** Imports a checkpoint; the following runs are of its network. */
  open(file: Blob, input: { readonly height: number; readonly width: number }): Promise<RpcResult<ImportedFacts>>;
  /** Writes the ONNX file, opens it, runs it once and closes it. */
  run(wanted: NetworkRun): Promise<RpcResult<NetworkOutputs>>;
  /** Runs a finished ONNX file on WASM. */
  runOnnx(
    file: Blob,
    picture: { readonly input: Float32Array; readonly dims: readonly number[] },
  ): Promise<RpcResult<NetworkOutputs>>;
}
