import type { BackendSelfTest } from '../../domain/model-package';
import type { BackendWish } from '../../rpc/inference-api';
import type { SelfTestRequest } from '../../rpc/package-api';
import { compareOnWebGpu, examineAdapter, tryOnWasm } from '../ort/compare-backends';
import { describeError } from '../ort/describe-error';
import { closeNetworks, type NetworksRequest } from '../ort/open-networks';
import { configureRuntime } from '../ort/ort-environment';
import { trialMilliseconds, type Trial } from '../ort/try-networks';
import { judgeTrial } from './judge-answers';

/** Tries stored networks on each backend. What fails is an outcome: this rejects for bugs only. */
export async function testBackends(request: SelfTestRequest): Promise<readonly BackendSelfTest[]> {
  const threads = configureRuntime(request.threads);
  try {
    const reference = await tryOnWasm(request);
    const problem = problemOf(reference);
    if (problem !== null) return [failed('wasm', problem)];
    return [passedOnWasm(reference, threads), ...(await testWebGpu(request, request.backend, reference))];
  } catch (error) {
    return [failed('wasm', describeError(error))];
  }
}

/** The outcome of networks that gave finite and varied numbers on WASM. */
export function passedOnWasm(trial: Trial, threads: number): BackendSelfTest {
  return {
    backend: 'wasm',
    verdict: 'passed',
    detail: threads === 1 ? '1 thread' : `${threads} threads`,
    difference: null,
    milliseconds: trialMilliseconds(trial),
    testedAt: Date.now(),
  };
}

/** Compares WebGPU with what WASM gave; nothing when only WASM is wished. Whatever goes wrong there is an outcome. */
export async function testWebGpu(
  request: NetworksRequest,
  wish: BackendWish,
  reference: Trial,
): Promise<readonly BackendSelfTest[]> {
  if (wish === 'wasm') return [];
  try {
    const { adapter, obstacle } = await examineAdapter(request, wish === 'webgpu' ? 'any' : 'real');
    if (obstacle?.reason === 'webgpu-error') return [failed('webgpu', obstacle.detail)];
    if (obstacle !== null) return [{ ...failed('webgpu', adapter?.name ?? 'no WebGPU'), verdict: 'not-tried' }];
    const compared = await compareOnWebGpu(request, reference);
    if (compared.networks === null) {
      return [{ ...failed('webgpu', compared.detail), difference: compared.difference }];
    }
    await closeNetworks(compared.networks);
    const { difference, milliseconds } = compared;
    const passed = { backend: 'webgpu', verdict: 'passed', detail: adapter.name, testedAt: Date.now() } as const;
    return [{ ...passed, difference, milliseconds }];
  } catch (error) {
    // A graphics device that got stuck says as much about this backend as a wrong number does.
    return [failed('webgpu', describeError(error))];
  }
}

function failed(backend: BackendSelfTest['backend'], detail: string): BackendSelfTest {
  return { backend, verdict: 'failed', detail, difference: null, milliseconds: null, testedAt: Date.now() };
}

function problemOf({ detector, classifier }: Trial): string | null {
  for (const trial of [detector, classifier]) {
    const verdict = trial === null ? 'varied' : judgeTrial(trial);
    if (verdict === 'not-finite') return 'numbers that are not finite';
    if (verdict === 'constant') return 'the same answer for different pictures';
  }
  return null;
}
