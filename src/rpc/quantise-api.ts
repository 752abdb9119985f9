import type { DetectorDescription, PackageFile } from '../domain/model-package';
import type { DetectorInput } from './decode-api';
import type { NetworkFiles } from './inference-api';
import type { RpcResult } from './rpc-result';

/** A detector from which one with whole numbers is to be made. */
export interface QuantiseRequest {
  readonly network: NetworkFiles;
  readonly description: DetectorDescription;
  /** Null = as many as sensible for this machine. */
  readonly threads: number | null;
}

/** What will be done. */
export interface QuantiseScope {
  /** Convolutions that will compute with whole numbers, of all. */
  readonly convolutions: number;
  readonly allConvolutions: number;
  /** Version of what makes the detector. */
  readonly version: string;
}

/** A detector that computes with whole numbers, to be stored. */
export interface QuantisedDetector {
  readonly file: PackageFile;
  readonly bytes: Blob;
}

/**
 * Makes an int8 detector: `prepareQuantising`, `calibrate` once for each picture, `finishQuantising`. One at a time; ending the
 * worker cancels it. Errors carry the code `quantise-unsupported` (a graph that can't be rewritten) or `session-failed`.
 */
export interface QuantiseApi {
  prepareQuantising(request: QuantiseRequest): Promise<RpcResult<QuantiseScope>>;
  /** The picture's buffer moves to the worker. */
  calibrate(input: DetectorInput): Promise<RpcResult<null>>;
  /** `name`: of the file. `onProgress` hears of convolutions. */
  finishQuantising(
    name: string,
    onProgress: (done: number, total: number) => void,
  ): Promise<RpcResult<QuantisedDetector>>;
}
