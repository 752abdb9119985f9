import type { BackendFinding } from '../../domain/backend-finding';
import { METADATA_KEYS } from '../../weights/imported-network';
import { readOnnxModel } from '../../weights/onnx-model';
import { createBlobSource } from '../blob-source';
import { describeError } from './describe-error';
import { findAdapter, type AdapterFacts } from './gpu-adapter';
import { isDeviceLost, RuntimeStuckError } from './gpu-device';
import { closeNetworks, openNetworks, type NetworksRequest, type OpenNetworks } from './open-networks';
import { trialDifference, trialMilliseconds, tryNetworks, type Trial, type TrialKind } from './try-networks';

/**
 * What WebGPU may differ from WASM, in parts of a column's largest number. Float32: sums are added in another order
 * (measured 1e-5 on a software adapter). Float16: WASM computes in float32, the adapter in halves of 11 bits.
 */
const TOLERANCE = { float32: 1e-3, float16: 2e-2 };

/** The graphics adapter for these networks, or why WebGPU can't be tried. */
export type Examined =
  | { readonly adapter: AdapterFacts; readonly obstacle: null }
  | { readonly adapter: AdapterFacts | null; readonly obstacle: Obstacle };

export type Obstacle =
  | { readonly reason: 'no-adapter' | 'software-adapter'; readonly finding: null }
  | { readonly reason: 'webgpu-error'; readonly finding: BackendFinding };

/** Looks for an adapter that these networks can run on; `any` takes a software imitation too. */
export async function examineAdapter(request: NetworksRequest, wanted: 'real' | 'any'): Promise<Examined> {
  const adapter = isDeviceLost() ? null : await findAdapter();
  if (adapter === null) return { adapter, obstacle: { reason: 'no-adapter', finding: null } };
  if (wanted === 'real' && adapter.isSoftware)
    return { adapter, obstacle: { reason: 'software-adapter', finding: null } };
  if (!adapter.hasFloat16 && (await computesInHalves(request))) {
    return { adapter, obstacle: { reason: 'webgpu-error', finding: { code: 'no-float16' } } };
  }
  return { adapter, obstacle: null };
}

/** What came of WebGPU beside WASM. Networks that gave the same are still open. */
export type Comparison =
  | {
      readonly networks: OpenNetworks;
      readonly difference: number;
      readonly milliseconds: number;
    }
  | {
      readonly networks: null;
      readonly reason: 'self-test-failed' | 'webgpu-error';
      /** Technical text, where something was thrown. */
      readonly detail: string;
      readonly finding: BackendFinding | null;
      readonly difference: number | null;
    };

/** Opens the networks on WebGPU and compares their answers with WASM's in the same kind of trial. @throws RuntimeStuckError */
export async function compareOnWebGpu(
  request: NetworksRequest,
  reference: Trial,
  kind: TrialKind,
): Promise<Comparison> {
  let networks: OpenNetworks | null = null;
  try {
    networks = await openNetworks(request, 'webgpu');
    const trial = await tryNetworks(networks, request, kind);
    const difference = trialDifference(reference, trial, request);
    const tolerance = (await computesInHalves(request)) ? TOLERANCE.float16 : TOLERANCE.float32;
    if (difference <= tolerance) return { networks, difference, milliseconds: trialMilliseconds(trial) };
    await closeNetworks(networks);
    return {
      networks: null,
      reason: 'self-test-failed',
      detail: '',
      finding: { code: 'differs', difference, tolerance },
      difference: Number.isFinite(difference) ? difference : null,
    };
  } catch (error) {
    if (error instanceof RuntimeStuckError) throw error;
    if (networks !== null) await closeNetworks(networks);
    return { networks: null, reason: 'webgpu-error', detail: describeError(error), finding: null, difference: null };
  }
}

/** Closed again before WebGPU is tried: two copies of a large network may not fit into memory. */
export async function tryOnWasm(request: NetworksRequest, kind: TrialKind): Promise<Trial> {
  const networks = await openNetworks(request, 'wasm');
  try {
    return await tryNetworks(networks, request, kind);
  } finally {
    await closeNetworks(networks);
  }
}

/** Networks that our importer wrote hold halves, but widen them when they are loaded. */
async function computesInHalves({ detector, classifier }: NetworksRequest): Promise<boolean> {
  for (const part of [detector, classifier]) {
    if (part === null) continue;
    const { usesFloat16, metadata } = await readOnnxModel(createBlobSource(part.network.model));
    if (usesFloat16 && !metadata.has(METADATA_KEYS.importer)) return true;
  }
  return false;
}
