import { inferImage } from '../../pipeline/infer-image';
import { NetworkError } from '../../pipeline/network-error';
import type { LoadedNetworks } from '../../pipeline/network-ports';
import type { BackendReport, InferenceApi, InferRequest, InferredImage, OpenRequest } from '../../rpc/inference-api';
import type { Implementation } from '../../rpc/serve';
import { chooseBackend, type ChosenNetworks } from './choose-backend';
import { inputsNow } from './choose-inputs';
import { createClassifierNetwork } from './classifier-network';
import { describeError, isOutOfMemory } from './describe-error';
import { createDetectorNetwork } from './detector-network';
import { RuntimeStuckError } from './gpu-device';
import { closeNetworks, openNetworks } from './open-networks';
import { configureRuntime } from './ort-environment';
import { createSerialQueue } from './serial-queue';

/** The networks can't be opened (again) in this worker: the page ends it and starts another. */
export class ModelsFailedError extends Error {
  override readonly name = 'ModelsFailedError';
  readonly code: 'out-of-memory' | 'models-failed';

  constructor(cause: unknown) {
    super(describeError(cause), { cause });
    this.code = isOutOfMemory(cause) ? 'out-of-memory' : 'models-failed';
  }
}

/** A stuck runtime has its own code already. */
function asUnavailable(error: unknown): Error {
  return error instanceof RuntimeStuckError ? error : new ModelsFailedError(error);
}

interface Opened extends ChosenNetworks {
  readonly request: OpenRequest;
  readonly loaded: LoadedNetworks;
}

/** The worker's side of the InferenceApi: holds the networks of one package, runs one image at a time. */
export function createInferenceService(): Implementation<InferenceApi> {
  const inTurn = createSerialQueue();
  let opened: Opened | null = null;

  async function close(): Promise<void> {
    const closing = opened;
    opened = null;
    if (closing === null) return;
    closing.inputs?.close();
    await closeNetworks(closing.networks);
  }

  async function open(request: OpenRequest): Promise<Opened> {
    await close();
    try {
      const chosen = await chooseBackend(request, await configureRuntime(request.threads));
      opened = { ...chosen, request, loaded: loadedFrom(chosen, request) };
      return opened;
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  /** Once more on WASM, also when WASM itself failed: a fresh session has its memory in one piece again. */
  async function reopenOnWasm(failed: Opened, reason: unknown): Promise<Opened> {
    if (reason instanceof NetworkError && reason.cause instanceof RuntimeStuckError) throw reason.cause;
    const { request } = failed;
    try {
      await close();
      // As they are stored: the form with the least needs, whose answer is the one that counts.
      const { used, threads, adapter, reason: known, detail, finding } = failed.report;
      const report: BackendReport =
        used === 'webgpu'
          ? { used: 'wasm', threads, adapter, reason: 'fell-back', detail: describeError(reason) }
          : { used, threads, adapter, reason: known, detail, ...(finding !== undefined && { finding }) };
      const chosen = { networks: await openNetworks(request, 'wasm'), inputs: null, report };
      opened = { ...chosen, request, loaded: loadedFrom(chosen, request) };
      return opened;
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  async function infer({ filepath, image, known }: InferRequest): Promise<InferredImage> {
    if (opened === null) throw new Error('inference: expected open() before infer()');
    const first = opened;
    const run = (on: Opened, onNetworkError: 'throw' | 'record') =>
      inferImage({ filepath, image, known }, on.loaded, {
        mode: on.request.mode,
        type: on.request.type,
        speciesPer: on.request.speciesPer,
        targets: on.request.targets,
        onNetworkError,
        now: () => performance.now(),
      });
    try {
      const inferred = await run(first, 'throw');
      return { ...inferred, backend: inputsNow(first.report, first.inputs) };
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      const second = await reopenOnWasm(first, error);
      return { ...(await run(second, 'record')), backend: second.report };
    }
  }

  return {
    open: (request) =>
      inTurn(async () => {
        const startedAt = performance.now();
        const { report } = await open(request);
        return { backend: report, loadMs: performance.now() - startedAt };
      }),
    infer: (request) => inTurn(() => infer(request)),
  };
}

function loadedFrom({ networks, inputs }: ChosenNetworks, { detector, classifier }: OpenRequest): LoadedNetworks {
  return {
    detector:
      networks.detector === null || detector === null
        ? null
        : { port: createDetectorNetwork(networks.detector, detector.description), description: detector.description },
    classifier:
      networks.classifier === null || classifier === null
        ? null
        : {
            port: createClassifierNetwork(networks.classifier, classifier.description),
            description: classifier.description,
          },
    ...(inputs !== null && { inputs }),
  };
}
