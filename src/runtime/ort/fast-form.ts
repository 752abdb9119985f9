import type { FastForm, NetworkFiles, OpenRequest } from '../../rpc/inference-api';
import { rewriteModel } from '../../weights/rewrite/rewrite-model';
import type { ConvolutionLimits } from '../../weights/rewrite/find-convolutions';
import { createBlobSource } from '../blob-source';
import { tryOnWasm } from './compare-backends';
import { closeNetworks, openNetworks, type NetworksRequest, type OpenNetworks } from './open-networks';
import { trialDifference, tryNetworks } from './try-networks';

/** Measured: docs/adr/0009-fast-convolutions.md. */
const LIMITS: ConvolutionLimits = { fewestChannels: 24, moreBytes: 300e6 };

/** Folding the weights takes several times what they need later: computers with little memory rewrite small networks only. */
const LITTLE_MEMORY: ConvolutionLimits = { ...LIMITS, moreBytes: 50e6 };
/** Gigabytes, as browsers that tell it round them down. */
const ENOUGH_MEMORY = 8;

/**
 * What the fast form may differ from the stored one, in parts of a column's largest number. Measured 1e-5 and less; a wrong
 * result is wrong by much more.
 */
const TOLERANCE = 1e-4;

/** What `dynamic` means, see DetectorInputSize. */
const DYNAMIC_STRIDE = 64;

/** Networks on WASM, and what was gained; `fast` is null when they run as they are stored. */
export interface WasmNetworks {
  readonly networks: OpenNetworks;
  readonly fast: FastForm | null;
}

/**
 * Opens networks on WASM in their fast form, when they have one and it answers a made-up picture as the stored form does on
 * this computer; otherwise as they are stored. The stored files are not touched.
 */
export async function openOnWasm(request: NetworksRequest & Pick<OpenRequest, 'fastNetworks'>): Promise<WasmNetworks> {
  const rewritten = request.fastNetworks === true ? await rewriteNetworks(request) : null;
  const fast = rewritten === null ? null : await tryFastForm(request, rewritten);
  return fast ?? { networks: await openNetworks(request, 'wasm'), fast: null };
}

interface RewrittenNetworks {
  readonly request: NetworksRequest;
  readonly convolutions: number;
}

/** Null when no network has a fast form. */
async function rewriteNetworks({ detector, classifier }: NetworksRequest): Promise<RewrittenNetworks | null> {
  const { deviceMemory = ENOUGH_MEMORY } = navigator as { readonly deviceMemory?: number };
  const limits = deviceMemory < ENOUGH_MEMORY ? LITTLE_MEMORY : LIMITS;
  let convolutions = 0;
  const rewrite = async (files: NetworkFiles, multiple: number): Promise<NetworkFiles> => {
    const rewritten = await rewriteModel(createBlobSource(files.model), multiple, limits);
    if (rewritten === null) return files;
    convolutions += rewritten.convolutions;
    const parts = rewritten.pieces.map((piece) =>
      piece instanceof Uint8Array ? piece : files.model.slice(piece.start, piece.end),
    );
    return { ...files, model: new Blob(parts) };
  };
  const request: NetworksRequest = {
    detector: detector && { ...detector, network: await rewrite(detector.network, multipleOf(detector.description)) },
    classifier: classifier && {
      ...classifier,
      network: await rewrite(classifier.network, classifier.description.inputSize),
    },
  };
  return convolutions === 0 ? null : { request, convolutions };
}

function multipleOf({ inputSize }: NonNullable<NetworksRequest['detector']>['description']): number {
  if (inputSize === 'dynamic') return DYNAMIC_STRIDE;
  return typeof inputSize === 'number' ? inputSize : inputSize.stride;
}

/** Null when the fast form can't be opened or run, or answers otherwise: the stored form then decides what is wrong. */
async function tryFastForm(stored: NetworksRequest, rewritten: RewrittenNetworks): Promise<WasmNetworks | null> {
  let networks: OpenNetworks | null = null;
  try {
    const reference = await tryOnWasm(stored, 'numbers');
    networks = await openNetworks(rewritten.request, 'wasm');
    const difference = trialDifference(reference, await tryNetworks(networks, stored, 'numbers'), stored);
    if (difference <= TOLERANCE) return { networks, fast: { convolutions: rewritten.convolutions, difference } };
  } catch {
    // Too little memory for the larger weights, for instance: the stored form needs less.
  }
  if (networks !== null) await closeNetworks(networks);
  return null;
}
