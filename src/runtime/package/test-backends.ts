import type { BackendFinding } from '../../domain/backend-finding';
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
  const threads = await configureRuntime(request.threads);
  try {
    const reference = await tryOnWasm(request, 'timed');
    const problem = problemOf(reference);
    if (problem !== null) return [outcome('wasm', 'failed', { code: problem })];
    return [passedOnWasm(reference, threads), ...(await testWebGpu(request, request.backend, reference))];
  } catch (error) {
    return [outcome('wasm', 'failed', describeError(error))];
  }
}

/** The outcome of networks that gave finite and varied numbers on WASM. */
export function passedOnWasm(trial: Trial, threads: number): BackendSelfTest {
  const passed = outcome('wasm', 'passed', { code: 'threads', threads });
  return { ...passed, milliseconds: trialMilliseconds(trial) };
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
    if (obstacle?.reason === 'webgpu-error') return [outcome('webgpu', 'failed', obstacle.finding)];
    if (obstacle !== null) return [outcome('webgpu', 'not-tried', adapter?.name ?? { code: 'no-webgpu' })];
    // An imitation takes minutes for what says nothing: its numbers count, its time does not.
    const compared = adapter.isSoftware
      ? await compareOnWebGpu(request, await tryOnWasm(request, 'numbers'), 'numbers')
      : await compareOnWebGpu(request, reference, 'timed');
    if (compared.networks === null) {
      const why = compared.finding ?? compared.detail;
      return [{ ...outcome('webgpu', 'failed', why), difference: compared.difference }];
    }
    await closeNetworks(compared.networks);
    const { difference } = compared;
    const milliseconds = adapter.isSoftware ? null : compared.milliseconds;
    return [{ ...outcome('webgpu', 'passed', adapter.name), difference, milliseconds }];
  } catch (error) {
    // A graphics device that got stuck says as much about this backend as a wrong number does.
    return [outcome('webgpu', 'failed', describeError(error))];
  }
}

function outcome(
  backend: BackendSelfTest['backend'],
  verdict: BackendSelfTest['verdict'],
  why: string | BackendFinding,
): BackendSelfTest {
  const said = typeof why === 'string' ? { detail: why } : { detail: '', finding: why };
  return { backend, verdict, ...said, difference: null, milliseconds: null, testedAt: Date.now() };
}

function problemOf({ detector, classifier }: Trial): 'not-finite' | 'constant' | null {
  for (const trial of [detector, classifier]) {
    const verdict = trial === null ? 'varied' : judgeTrial(trial);
    if (verdict !== 'varied') return verdict;
  }
  return null;
}
