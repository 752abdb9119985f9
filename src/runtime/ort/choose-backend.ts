import type { BackendFinding } from '../../domain/backend-finding';
import type { BackendReason, BackendReport, OpenRequest } from '../../rpc/inference-api';
import { compareOnWebGpu, examineAdapter, tryOnWasm } from './compare-backends';
import { openOnWasm } from './fast-form';
import type { DeviceInputs } from '../gpu/device-inputs';
import { chooseInputs } from './choose-inputs';
import { closeNetworks, type OpenNetworks } from './open-networks';
import { trialMilliseconds } from './try-networks';

/** Networks that are ready to run, and why on this backend. */
export interface ChosenNetworks {
  readonly networks: OpenNetworks;
  /** Makes their inputs on their device; null = the processor does. */
  readonly inputs: DeviceInputs | null;
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
    const finding = { code: 'tested-before' } as const;
    return chosenOnWasm(request, { threads, adapter: null, reason: 'self-test-failed', detail: '', finding });
  }
  const isForced = request.backend === 'webgpu';
  const { adapter, obstacle } = await examineAdapter(request, isForced ? 'any' : 'real');
  const facts = (reason: BackendReason, { detail = '', finding = null }: Why): ReportFacts => ({
    ...{ threads, adapter: adapter?.name ?? null },
    ...{ reason, detail },
    ...(finding !== null && { finding }),
  });
  const onWasm = (reason: BackendReason, why: Why) => chosenOnWasm(request, facts(reason, why));
  if (obstacle !== null) return onWasm(obstacle.reason, obstacle);

  const kind = isForced ? 'numbers' : 'timed';
  const reference = await tryOnWasm(request, kind);
  const compared = await compareOnWebGpu(request, reference, kind);
  if (compared.networks === null) return onWasm(compared.reason, compared);
  const onWebGpu = async (networks: OpenNetworks, found: ReportFacts): Promise<ChosenNetworks> => {
    const { inputs, report } = await chooseInputs(request, { isTimed: !adapter.isSoftware });
    return { networks, inputs, report: { used: 'webgpu', ...found, ...(report !== null && { inputs: report }) } };
  };
  if (isForced) return onWebGpu(compared.networks, facts('forced', {}));
  const speed = judgeSpeed(compared.milliseconds, trialMilliseconds(reference));
  if (speed.reason === 'webgpu-faster') return onWebGpu(compared.networks, facts(speed.reason, speed));
  await closeNetworks(compared.networks);
  return onWasm(speed.reason, speed);
}

/** What stands behind a reason. */
interface Why {
  readonly detail?: string;
  readonly finding?: BackendFinding | null;
}

type ReportFacts = Omit<BackendReport, 'used' | 'fast' | 'inputs'>;

async function chosenOnWasm(request: OpenRequest, facts: ReportFacts): Promise<ChosenNetworks> {
  const { networks, fast } = await openOnWasm(request);
  return { networks, inputs: null, report: { used: 'wasm', ...facts, ...(fast !== null && { fast }) } };
}

/** Milliseconds of one run of each network. */
export function judgeSpeed(onWebGpu: number, onWasm: number) {
  const finding = { code: 'speeds', webgpu: Math.round(onWebGpu), wasm: Math.round(onWasm) } as const;
  return { reason: onWebGpu <= onWasm ? 'webgpu-faster' : 'webgpu-slower', finding } as const;
}
