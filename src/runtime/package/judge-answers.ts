import type { NetworkTrial } from '../ort/try-networks';

export type AnswerVerdict = 'varied' | 'not-finite' | 'constant';

/**
 * Below this share of the largest number (or of 1) two numbers are the same: float32 keeps seven digits. A network
 * with untrained weights was measured at 1e-9, trained ones at 1e-2 and more.
 */
const SAME = 1e-6;

/** Judges a network by its answers to two different pictures. */
export function judgeAnswers(first: Float32Array, second: Float32Array): AnswerVerdict {
  if (!first.every(Number.isFinite) || !second.every(Number.isFinite)) return 'not-finite';
  const low = first.reduce((least, value) => Math.min(least, value), Infinity);
  const high = first.reduce((most, value) => Math.max(most, value), -Infinity);
  const limit = SAME * Math.max(1, Math.abs(low), Math.abs(high));
  if (!(high - low > limit)) return 'constant'; // also for an answer without numbers
  return first.some((value, index) => Math.abs(value - second[index]!) > limit) ? 'varied' : 'constant';
}

/** Judges a network of one or more outputs: all of their numbers must be finite, and one of them must vary. */
export function judgeTrial({ first, second }: Pick<NetworkTrial, 'first' | 'second'>): AnswerVerdict {
  const verdicts = first.map(({ data }, index) => judgeAnswers(data, second[index]?.data ?? new Float32Array(0)));
  if (verdicts.includes('not-finite')) return 'not-finite';
  return verdicts.includes('varied') ? 'varied' : 'constant';
}
