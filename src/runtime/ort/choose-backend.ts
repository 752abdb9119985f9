import type { BackendReason, BackendReport, OpenRequest } from '../../rpc/inference-api';
import { compareOnWebGpu, examineAdapter, tryOnWasm } from './compare-backends';
import { openOnWasm } from './fast-form';
import { closeNetworks, type OpenNetworks } from './open-networks';
import { trialMilliseconds } from './try-networks';

/** Networks that are ready to run, and why on this backend. */
export interface ChosenNetworks {
  readonly networks: OpenNetworks;
  readonly report: BackendReport;
}

/**
 * Opens the networks where they run best. WebGPU needs a real adapter, the same answers as WASM, and not to be slower;
 * a wish for `webgpu` takes any adapter and any time, but no other answers. Everything else runs on WASM. A backend on
 * which the package's self-test failed is not used.
 * @throws Error when that is WASM: nothing else is known to give the right answers then
 */
export async function chooseBackend(request: OpenRequest, threads: number): Promise<ChosenNetworks> {
  if (request.failedBackends.includes('wasm')) {
    throw new Error('the self-test of this package failed on WASM; test it again on the Models screen');
  }
  if (request.backend === 'wasm') {
    return chosenOnWasm(request, { threads, adapter: null, reason: 'forced', detail: '' });
  }
  if (request.failedBackends.includes('webgpu')) {
    const detail = 'as the test of this package on the Models screen found';
    return chosenOnWasm(request, { threads, adapter: null, reason: 'self-test-failed', detail });
  }
  const isForced = request.backend === 'webgpu';
  const { adapter, obstacle } = await examineAdapter(request, isForced ? 'any' : 'real');
  const facts = (reason: BackendReason, detail: string): ReportFacts => ({
    ...{ threads, adapter: adapter?.name ?? null },
    reason,
    detail,
  });
  const onWasm = (reason: BackendReason, detail: string) => chosenOnWasm(request, facts(reason, detail));
  if (obstacle !== null) return onWasm(obstacle.reason, obstacle.detail);

  const kind = isForced ? 'numbers' : 'timed';
  const reference = await tryOnWasm(request, kind);
  const compared = await compareOnWebGpu(request, reference, kind);
  if (compared.networks === null) return onWasm(compared.reason, compared.detail);
  if (isForced) return { networks: compared.networks, report: { used: 'webgpu', ...facts('forced', '') } };
  const speed = judgeSpeed(compared.milliseconds, trialMilliseconds(reference));
  if (speed.reason === 'webgpu-faster') {
    return { networks: compared.networks, report: { used: 'webgpu', ...facts(speed.reason, speed.detail) } };
  }
  await closeNetworks(compared.networks);
  return onWasm(speed.reason, speed.detail);
}

type ReportFacts = Omit<BackendReport, 'used' | 'fast'>;

async function chosenOnWasm(request: OpenRequest, facts: ReportFacts): Promise<ChosenNetworks> {
  const { networks, fast } = await openOnWasm(request);
  return { networks, report: { used: 'wasm', ...facts, ...(fast !== null && { fast }) } };
}

/** Milliseconds of one run of each network. */
export function judgeSpeed(onWebGpu: number, onWasm: number) {
  const detail = `WebGPU ${Math.round(onWebGpu)} ms, WASM ${Math.round(onWasm)} ms`;
  return { reason: onWebGpu <= onWasm ? 'webgpu-faster' : 'webgpu-slower', detail } as const;
}
