import type { Network, NetworkAnswer } from '../ort/network';
import { describeError, isOutOfMemory } from '../ort/describe-error';
import { PackageError } from './package-error';

export type SelfTestVerdict = 'varied' | 'not-finite' | 'constant';

/**
 * Below this share of the largest number (or of 1) two numbers are the same: float32 keeps seven digits. A network
 * with untrained weights was measured at 1e-9, trained ones at 1e-2 and more.
 */
const SAME = 1e-6;

/** Judges a network by its answers to two different pictures. */
export function judgeAnswers(first: Float32Array, second: Float32Array): SelfTestVerdict {
  if (!first.every(Number.isFinite) || !second.every(Number.isFinite)) return 'not-finite';
  const low = first.reduce((least, value) => Math.min(least, value), Infinity);
  const high = first.reduce((most, value) => Math.max(most, value), -Infinity);
  const limit = SAME * Math.max(1, Math.abs(low), Math.abs(high));
  if (!(high - low > limit)) return 'constant'; // also for an answer without numbers
  return first.some((value, index) => Math.abs(value - second[index]!) > limit) ? 'varied' : 'constant';
}

/** Throws the PackageError that belongs to a verdict. */
export function requireVaried(verdict: SelfTestVerdict, name: string): void {
  if (verdict === 'not-finite') {
    throw new PackageError('self-test-failed', `"${name}": the self-test gave numbers that are not finite`, { name });
  }
  if (verdict === 'constant') {
    throw new PackageError('constant-output', `"${name}": the self-test gave constant output for different pictures`, {
      name,
    });
  }
}

/** Opens a network, or says why it can't be opened. */
export async function openForTest(name: string, open: () => Promise<Network>): Promise<Network> {
  try {
    return await open();
  } catch (error) {
    throw toPackageError('session-failed', name, error);
  }
}

/** Runs a network, or says why it can't run. */
export async function runForTest(name: string, run: () => Promise<NetworkAnswer>): Promise<NetworkAnswer> {
  try {
    return await run();
  } catch (error) {
    throw toPackageError('self-test-failed', name, error);
  }
}

function toPackageError(code: 'session-failed' | 'self-test-failed', name: string, error: unknown): PackageError {
  const finalCode = isOutOfMemory(error) ? 'out-of-memory' : code;
  return new PackageError(finalCode, `"${name}": ${describeError(error)}`, { name }, { cause: error });
}
