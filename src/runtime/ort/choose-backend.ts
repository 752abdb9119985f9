import type { Backend, BackendReason, BackendReport, OpenRequest } from '../../rpc/inference-api';
import { readOnnxModel } from '../../weights/onnx-model';
import { createBlobSource } from '../blob-source';
import { describeError } from './describe-error';
import { isDeviceLost, RuntimeStuckError } from './gpu-device';
import { findAdapter, type AdapterFacts } from './gpu-adapter';
import { closeNetworks, openNetworks, type OpenNetworks } from './open-networks';
import { trialDifference, tryNetworks, type Trial } from './try-networks';

/** Networks that are ready to run, and why on this backend. */
export interface ChosenNetworks {
  readonly networks: OpenNetworks;
  readonly report: BackendReport;
}

/**
 * What WebGPU may differ from WASM, in parts of a column's largest number. Float32: sums are added in another order
 * (measured 1e-5 on a software adapter). Float16: WASM computes in float32, the adapter in halves of 11 bits.
 */
const TOLERANCE = { float32: 1e-3, float16: 2e-2 };

/**
 * Opens the networks where they run best. WebGPU needs a real adapter, the same answers as WASM, and not to be slower;
 * a wish for `webgpu` takes any adapter and skips the comparison. Everything else runs on WASM.
 */
export async function chooseBackend(request: OpenRequest, threads: number): Promise<ChosenNetworks> {
  const adapter = request.backend === 'wasm' || isDeviceLost() ? null : await findAdapter();
  const report = (used: Backend, reason: BackendReason, detail: string): BackendReport => ({
    used,
    threads,
    adapter: adapter?.name ?? null,
    reason,
    detail,
  });
  const onWasm = async (reason: BackendReason, detail: string): Promise<ChosenNetworks> => ({
    networks: await openNetworks(request, 'wasm'),
    report: report('wasm', reason, detail),
  });

  if (request.backend === 'wasm') return onWasm('forced', '');
  if (adapter === null) return onWasm('no-adapter', '');
  if (request.backend === 'auto' && adapter.isSoftware) return onWasm('software-adapter', '');
  if (!(await canCompute(adapter, request))) {
    return onWasm('webgpu-error', 'the networks use float16 and the adapter lacks shader-f16');
  }
  if (request.backend === 'webgpu') {
    const opened = await openOnWebGpu(request);
    if ('error' in opened) return onWasm('webgpu-error', opened.error);
    return { networks: opened.networks, report: report('webgpu', 'forced', '') };
  }

  const reference = await tryOnWasm(request);
  const compared = await compareOnWebGpu(request, reference);
  return compared.networks === null
    ? onWasm(compared.reason, compared.detail)
    : { networks: compared.networks, report: report('webgpu', compared.reason, compared.detail) };
}

async function canCompute(adapter: AdapterFacts, request: OpenRequest): Promise<boolean> {
  return adapter.hasFloat16 || !(await usesFloat16(request));
}

async function usesFloat16(request: OpenRequest): Promise<boolean> {
  for (const part of [request.detector, request.classifier]) {
    if (part !== null && (await readOnnxModel(createBlobSource(part.file))).usesFloat16) return true;
  }
  return false;
}

async function openOnWebGpu(request: OpenRequest): Promise<{ networks: OpenNetworks } | { error: string }> {
  try {
    return { networks: await openNetworks(request, 'webgpu') };
  } catch (error) {
    return { error: describeError(error) };
  }
}

/** Closed again before WebGPU is tried: two copies of a large network may not fit into memory. */
async function tryOnWasm(request: OpenRequest): Promise<Trial> {
  const networks = await openNetworks(request, 'wasm');
  try {
    return await tryNetworks(networks, request);
  } finally {
    await closeNetworks(networks);
  }
}

interface Comparison {
  readonly networks: OpenNetworks | null;
  readonly reason: BackendReason;
  readonly detail: string;
}

/** Exported for tests, which have no real adapter. `networks` is null when WebGPU is not to be used. */
export async function compareOnWebGpu(request: OpenRequest, reference: Trial): Promise<Comparison> {
  const opened = await openOnWebGpu(request);
  if ('error' in opened) return { networks: null, reason: 'webgpu-error', detail: opened.error };
  const { networks } = opened;
  const verdict = await judge(networks, request, reference);
  if (verdict.reason === 'webgpu-faster') return { networks, ...verdict };
  await closeNetworks(networks);
  return { networks: null, ...verdict };
}

async function judge(
  networks: OpenNetworks,
  request: OpenRequest,
  reference: Trial,
): Promise<Omit<Comparison, 'networks'>> {
  try {
    const trial = await tryNetworks(networks, request);
    const difference = trialDifference(reference, trial, request);
    const tolerance = (await usesFloat16(request)) ? TOLERANCE.float16 : TOLERANCE.float32;
    if (!(difference <= tolerance)) {
      return {
        reason: 'self-test-failed',
        detail: `WebGPU and WASM differ by ${difference}, at most ${tolerance} is allowed`,
      };
    }
    const detail = `WebGPU ${Math.round(trial.milliseconds)} ms, WASM ${Math.round(reference.milliseconds)} ms`;
    return { reason: trial.milliseconds <= reference.milliseconds ? 'webgpu-faster' : 'webgpu-slower', detail };
  } catch (error) {
    if (error instanceof RuntimeStuckError) throw error;
    return { reason: 'webgpu-error', detail: describeError(error) };
  }
}
