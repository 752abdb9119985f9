import type { PackageNote } from '../../domain/model-package';
import type { NetworkTrial } from '../ort/try-networks';
import type { Network } from '../ort/network';
import { describeError, isOutOfMemory } from '../ort/describe-error';
import type { AnswerVerdict } from './judge-answers';
import { PackageError } from './package-error';

/** A network that passed, and how to use it. */
export interface CheckedNetwork<Description> {
  readonly description: Description;
  readonly notes: readonly PackageNote[];
  /** What it answered on WASM. */
  readonly trial: NetworkTrial;
}

/** Throws the PackageError that belongs to a verdict. */
export function requireVaried(verdict: AnswerVerdict, name: string): void {
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
export async function runForTest<Answer>(name: string, run: () => Promise<Answer>): Promise<Answer> {
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
