import type { ModelPackage } from '../../domain/model-package';
import { stepsOf, type KnownDetections } from '../../pipeline/infer-image';
import type { Connection } from '../../rpc/connect';
import type { PreparedImage } from '../../rpc/decode-api';
import type { BackendReport, InferenceApi, InferredImage, OpenedModels, OpenRequest } from '../../rpc/inference-api';
import type { RpcResult } from '../../rpc/rpc-result';
import { transfer } from '../../rpc/transfer';
import type { AppStorage } from '../../storage/app-storage';
import { readNetworkFiles } from './package-networks';
import { watchWorker } from './watch-worker';

export interface InferenceOrder extends Pick<
  OpenRequest,
  'backend' | 'threads' | 'fastNetworks' | 'mode' | 'speciesPer' | 'targets'
> {
  readonly modelPackage: ModelPackage;
}

/** The inference worker with one package's networks. */
export interface InferenceLink {
  /** Loads the networks that the mode needs. Rejects `storage-damaged` when their files are gone. */
  open(): Promise<RpcResult<OpenedModels>>;
  /** The image's buffers move to the worker. */
  infer(filepath: string, image: PreparedImage, known?: KnownDetections | null): Promise<RpcResult<InferredImage>>;
  /** Ends the worker, after a breakdown, and opens the networks in a new one. */
  restart(): Promise<RpcResult<OpenedModels>>;
  /** What runs now; null until the networks are open. */
  readonly backend: () => BackendReport | null;
  dispose(): void;
}

/** True while the networks' worker makes their inputs itself: decoders leave the letterbox to it. */
export const makesInputs = (backend: BackendReport | null) => backend?.inputs?.onDevice === true;

export interface InferenceSetting {
  readonly files: AppStorage['files'];
  readonly connect: () => Connection<InferenceApi>;
}

export function createInferenceLink({ files, connect }: InferenceSetting, order: InferenceOrder): InferenceLink {
  let worker = connect();
  let backend: BackendReport | null = null;

  async function open(): Promise<RpcResult<OpenedModels>> {
    const request = await openRequestOf(files, order);
    const watch = watchWorker(worker);
    const result = await worker.open(request);
    watch.end();
    if (result.ok) backend = result.value.backend;
    return result;
  }

  return {
    open,
    backend: () => backend,
    async infer(filepath, image, known = null) {
      const { pixels, detectorInput } = image;
      const buffers = [pixels.buffer, ...(detectorInput === null ? [] : [detectorInput.tensor.buffer])];
      const watch = watchWorker(worker);
      const result = await worker.infer(transfer({ filepath, image, known }, buffers));
      watch.end();
      if (result.ok) backend = result.value.backend;
      return result;
    },
    restart() {
      worker.dispose();
      worker = connect();
      return open();
    },
    dispose: () => worker.dispose(),
  };
}

async function openRequestOf(
  files: AppStorage['files'],
  { modelPackage, mode, speciesPer, targets, backend, threads, fastNetworks = false }: InferenceOrder,
): Promise<OpenRequest> {
  const { type, selfTests } = modelPackage;
  const steps = stepsOf(mode);
  const detector = steps.detector ? modelPackage.detector : null;
  const classifier = steps.classifier ? modelPackage.classifier : null;
  return {
    type,
    mode,
    speciesPer,
    targets,
    detector: detector && {
      network: await readNetworkFiles(files, modelPackage, 'detector'),
      description: detector,
    },
    classifier: classifier && {
      network: await readNetworkFiles(files, modelPackage, 'classifier'),
      description: classifier,
    },
    backend,
    threads,
    fastNetworks,
    failedBackends: selfTests.filter(({ verdict }) => verdict === 'failed').map((test) => test.backend),
  };
}
